namespace MatchSim.Engine.Advice;

/// <summary>How advice is computed.</summary>
public sealed record AdviceOptions
{
    /// <summary>Most programs the curve goes to, ≥ 1.</summary>
    public int MaxPrograms { get; init; } = 200;

    /// <summary>Focal applicants drawn in every season, ≥ 1. The season is what answers differ by: many seasons of few
    /// applicants say more than few of many.</summary>
    public int FocalApplicants { get; init; } = 180;

    /// <summary>Of them, those by whom choices are compared (alternatives, mixes of programs), over all seasons together,
    /// ≥ 1: pairing makes a few of them enough. Every season has its equal share, rounded up.</summary>
    public int ComparedApplicants { get; init; } = 2400;

    /// <summary>Worker threads, ≥ 1. Changes the speed, never the result.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Whether the changes that might help more (other choices, other mixes of programs) are computed beside the curve.</summary>
    public bool Alternatives { get; init; } = true;

    /// <summary>Number of programs at which mixes of reach, target and safe programs are compared, ≥ 1; <c>null</c> = the
    /// recommended one.</summary>
    public int? MixPrograms { get; init; }
}
