using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Advice;

/// <summary>What is simulated before anybody asks.</summary>
public sealed record BasisOptions
{
    /// <summary>Mean numbers of programs at which the match rates of whole types are simulated too, each ≥ 1; empty = only
    /// where the scenario stands.</summary>
    public IReadOnlyList<int> MarketWide { get; init; } = [];

    /// <summary>Seasons at each of them, 2 … the scenario's replications.</summary>
    public int MarketWideSeasons { get; init; } = 3;

    /// <summary>Types that change together, one after the other; empty = every type of which somebody applies.</summary>
    public IReadOnlyList<ApplicantType> Types { get; init; } = [];

    /// <summary>Worker threads, ≥ 1. Changes the speed, never the result.</summary>
    public int Threads { get; init; } = 1;
}
