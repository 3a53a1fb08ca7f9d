using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;

namespace MatchSim.Engine.Advice;

/// <summary>A couple's prospects: both apply to k programs each and rank jointly, everybody else doing what they do.</summary>
/// <param name="Scenario">The scenario as it was run.</param>
/// <param name="First">One of the two.</param>
/// <param name="Second">The other, who lives where the first does unless the profile says otherwise.</param>
/// <param name="Points">By number of programs, ascending.</param>
/// <param name="ReRuns">National matches that were run again.</param>
/// <param name="Couples">Couples drawn in every season.</param>
public sealed record CoupleAdvice(
    Scenario Scenario, Profile First, Profile Second, IReadOnlyList<CouplePoint> Points, int ReRuns, int Couples)
{
    /// <summary>The smallest number of programs, of those computed, within a point of the best chance that both match.</summary>
    public CouplePoint Recommended => Points.First(point => point.Both.Mean >= Points.Max(best => best.Both.Mean) - Recommendation.Tolerance);

    /// <summary>Follows couples who fit two profiles through the scenario's seasons, the match run again for each.</summary>
    /// <param name="scenario">A scenario without problems; its sweep and sensitivity are left aside.</param>
    /// <param name="first">One of the two.</param>
    /// <param name="second">The other.</param>
    /// <param name="options">How to compute it.</param>
    /// <param name="observer">Told of progress, from worker threads.</param>
    /// <param name="cancellation">Stops between two seasons.</param>
    /// <exception cref="ArgumentException">The scenario says nothing about such a profile.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static CoupleAdvice Advise(
        Scenario scenario, Profile first, Profile second, CoupleAdviceOptions options, IRunObserver? observer = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(options);
        foreach (Profile profile in (Profile[])[first, second])
        {
            if (ProfileRules.Check(scenario, profile) is [var problem, ..])
                throw new ArgumentException(problem.ToString(), nameof(first));
        }

        Scenario alone = scenario with { Sweep = null, Sensitivity = null };
        var seasons = new CoupleSeasons(alone, first, second, options, cancellation);
        new Crew(new RunOptions(options.Threads), observer, cancellation).Run([seasons], alone.Replications);
        return new CoupleAdvice(
            alone, first, second, seasons.Points(), seasons.ReRuns, options.CouplesPerSeason(alone.Replications));
    }
}

/// <summary>The couple's curve at one number of programs.</summary>
/// <param name="Programs">Applications of each of the two.</param>
/// <param name="Both">Chance that both have a PGY-1 position.</param>
/// <param name="One">Chance that exactly one has.</param>
/// <param name="Neither">Chance that neither has.</param>
/// <param name="Interviews">Expected interviews, mean of the two.</param>
/// <param name="CostUsd">Expected application fees of the two together, US dollars.</param>
public sealed record CouplePoint(int Programs, Estimate Both, Estimate One, Estimate Neither, double Interviews, double CostUsd);
