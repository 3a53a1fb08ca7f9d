namespace MatchSim.Engine.Advice;

/// <summary>
/// What the look-up costs in truth: mean signed error of its verdict "matched" (look-up less truth, shares), measured
/// with people drawn as the scenario draws its applicants. Intervals are t intervals over seasons.
/// </summary>
/// <param name="Seasons">Seasons measured.</param>
/// <param name="ReRuns">Matches run again with one newcomer each: those newcomers who had a list.</param>
/// <param name="Lists">Error against the match run again on everybody's lists: couples and supplemental lists (C6).</param>
/// <param name="Differing">Re-runs whose verdict differed, either way.</param>
/// <param name="Newcomers">People compared with whole seasons run again.</param>
/// <param name="InterviewPlace">Error against the whole season run again with them in it, where they displace others from
/// interviews and from positions (C3): per person, list or not.</param>
public sealed record Approximation(int Seasons, int ReRuns, Estimate Lists, int Differing, int Newcomers, Estimate InterviewPlace);

/// <summary>How an approximation is measured.</summary>
public sealed record ApproximationOptions
{
    /// <summary>National matches to run again at least, ≥ 1.</summary>
    public int ReRuns { get; init; } = 20_000;

    /// <summary>People added to a season at most, ≥ 1: one at a time to the match, all together to the season run again. Never
    /// more than one in a thousand applicants (but one), so that they hardly meet one another.</summary>
    public int Newcomers { get; init; } = 50;

    /// <summary>Worker threads, ≥ 1.</summary>
    public int Threads { get; init; } = 1;
}
