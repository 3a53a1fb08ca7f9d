namespace MatchSim.Engine.Scenarios;

/// <summary>One-at-a-time changes of parameters, each compared with the baseline on the same people and luck.</summary>
public sealed record SensitivityOptions
{
    [Parameter("Paths of the numbers to change, one at a time; if empty, every number whose source is assumption.")]
    public IReadOnlyList<string> Parameters { get; init; } = [];

    [Parameter("Step down and up, as a share of the value; whole numbers move by 1 at least, and nothing leaves its allowed range.", Unit = "share of the value", Min = 0.0001, Max = 10)]
    public double Step { get; init; } = 0.1;

    [Parameter("Step down and up of a number that is 0, in its own unit.", Min = 0.0001, Max = 1_000_000)]
    public double ZeroStep { get; init; } = 0.1;

    [Parameter("What is compared with the baseline; match-rate if empty.")]
    public IReadOnlyList<SensitivityMeasure> Measures { get; init; } = [];

    [Parameter("Applicant types shown, beside all applicants; every type of the scenario if empty.")]
    public IReadOnlyList<ApplicantType> ApplicantTypes { get; init; } = [];
}

/// <summary>Measures that can be compared with the baseline; the names are those of summary.csv.</summary>
public enum SensitivityMeasure
{
    MatchRate,
    MatchRateApplicants,
    InterviewsMean,
    RankListLengthMatched,
    RankListLengthUnmatched,
    FirstChoiceShare,
    Top3Share,
    CostMeanUsd,
    FillRate,
    FillRateAll,
    ProgramsUnfilled,
    CouplesBoth,
    SeasonsNotStable,
}
