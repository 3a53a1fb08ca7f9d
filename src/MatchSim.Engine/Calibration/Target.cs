using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Calibration;

/// <summary>A published figure that a simulation is held against.</summary>
/// <param name="Measure">What is measured.</param>
/// <param name="Type">Applicant type; <c>null</c> = all.</param>
/// <param name="Specialty">Specialty id; <c>null</c> = all.</param>
/// <param name="Ranks">Contiguous ranks, 1 or more, of <see cref="TargetMeasure.MatchRateByRanks"/>; 0 = not split.</param>
/// <param name="Published">The figure, in the measure's unit: shares 0–1.</param>
/// <param name="Tolerance">How far the simulated value may lie from it; <c>null</c> = shown, not judged.</param>
/// <param name="Year">Year of the figure.</param>
/// <param name="Source">Where it was read.</param>
/// <param name="Status">seen-primary, seen-secondary or derived.</param>
public sealed record Target(
    TargetMeasure Measure, ApplicantType? Type, string? Specialty, int Ranks, double Published, Tolerance? Tolerance,
    int Year, string Source, string Status);

/// <summary>How far a simulated value may lie from a published one.</summary>
/// <param name="Amount">A distance in the measure's unit, or a share of the published figure.</param>
/// <param name="Kind">Which of the two.</param>
public sealed record Tolerance(double Amount, ToleranceKind Kind)
{
    /// <summary>The distance from a published figure, in its unit.</summary>
    public double Around(double published) => Kind == ToleranceKind.Relative ? Amount * Math.Abs(published) : Amount;
}

/// <summary>What a tolerance is a number of.</summary>
public enum ToleranceKind
{
    /// <summary>The measure's own unit.</summary>
    Absolute,

    /// <summary>The published figure.</summary>
    Relative,
}

/// <summary>
/// What targets speak of. The first ones are measures of the same name in every run's summary; the rest are taken from
/// the seasons of a validation alone.
/// </summary>
public enum TargetMeasure
{
    MatchRate,
    Active,
    FillRate,
    FillRateAll,
    ProgramsUnfilled,
    RankListLengthMatched,
    RankListLengthUnmatched,
    RanksPerPositionFilled,
    RanksPerPositionUnfilled,
    CouplesBoth,
    CouplesOne,
    CouplesNeither,
    FirstChoiceShare,
    Top3Share,
    ApplicationsMean,
    ApplicationsPerPosition,
    InvitationsPerPosition,
    InterviewsPerPosition,

    /// <summary>Applicants ranked per position, by all programs.</summary>
    RanksPerPosition,

    /// <summary>Entries of all applicants' primary lists.</summary>
    ApplicantListEntries,

    /// <summary>Entries of all programs' lists.</summary>
    ProgramListEntries,

    /// <summary>Of the positions filled in a specialty, those filled by a type.</summary>
    FilledShare,

    /// <summary>Matched to the specialty ranked first, of those with so many contiguous ranks in it.</summary>
    MatchRateByRanks,

    /// <summary>Mean Step 2 CK of those matched to the specialty they rank first, less that of those not matched to it.</summary>
    Step2Gap,
}
