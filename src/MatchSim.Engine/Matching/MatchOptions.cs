namespace MatchSim.Engine.Matching;

/// <summary>How a match is run; immutable, change with <c>with</c>. Every default stands here.</summary>
public sealed record MatchOptions
{
    public static MatchOptions Default { get; } = new();

    /// <summary>What counts as blocking when a couple wants two places at one program.</summary>
    public StabilityDefinition Stability { get; init; } = StabilityDefinition.BiroIrvingSchlotter;

    /// <summary>Seed of the order in which couples are admitted and of every reshuffle. Singles without supplemental
    /// lists do not depend on it.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Fresh starts (re-admissions in another order, each with its own repair in random order) allowed after
    /// loops, ≥ 0; after the last of them, holders are uprooted for a while. In the hard markets of docs/algorithm.md none
    /// is needed: all is found in the first random repair.</summary>
    public int RestartBudget { get; init; } = 20;

    /// <summary>Sweeps allowed to reversions and to parity, ≥ 1. Far more than any instance seen needs.</summary>
    public int SweepBudget { get; init; } = 10_000;
}

/// <summary>Reading of "a program takes both members of a couple".</summary>
public enum StabilityDefinition
{
    /// <summary>Both are taken only if both are among the best up to the quota (Biró, Irving and Schlotter 2011).
    /// </summary>
    BiroIrvingSchlotter,

    /// <summary>The better member may carry the worse one: two places are made free by rejecting anybody worse than the
    /// better member and one worse than the other (McDermid and Manlove 2010).</summary>
    McDermidManlove,
}
