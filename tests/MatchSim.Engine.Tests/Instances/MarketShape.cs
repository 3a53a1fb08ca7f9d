namespace MatchSim.Engine.Tests.Instances;

/// <summary>How large a drawn market may be and which match variations it may have.</summary>
public sealed record MarketShape
{
    public int MaxApplicants { get; init; } = 7;

    public int MaxPrograms { get; init; } = 5;

    public int MaxQuota { get; init; } = 3;

    public int MaxList { get; init; } = 5;

    public int MaxCouples { get; init; }

    public int MaxPairs { get; init; } = 6;

    /// <summary>Probability that an applicant has a supplemental list for a program on his list.</summary>
    public double Supplemental { get; init; }

    public int MaxReversions { get; init; }

    /// <summary>Probability that a program wants an even or odd fill.</summary>
    public double Parity { get; init; }

    /// <summary>Probability that a program ranks an applicant who lists it.</summary>
    public double Reciprocated { get; init; } = 0.9;
}
