namespace MatchSim.Engine.Advice;

/// <summary>How advice is computed.</summary>
public sealed record AdviceOptions
{
    /// <summary>Most programs the curve goes to, ≥ 1.</summary>
    public int MaxPrograms { get; init; } = 200;

    /// <summary>Focal applicants drawn in every season, ≥ 1.</summary>
    public int FocalApplicants { get; init; } = 2000;

    /// <summary>Worker threads, ≥ 1. Changes the speed, never the result.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Whether the changes that might help more are computed beside the curve.</summary>
    public bool Alternatives { get; init; } = true;

    /// <summary>Mean numbers of programs at which the whole type's match rate is simulated too, a season each; empty = only
    /// where the scenario stands.</summary>
    public IReadOnlyList<int> MarketWide { get; init; } = [];
}
