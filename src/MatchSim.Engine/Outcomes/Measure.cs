using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Outcomes;

/// <summary>What a season is measured by. In files the names are snake_case.</summary>
public enum Measure
{
    /// <summary>Matched to a PGY-1 position (categorical, preliminary or supplemental), of active applicants: NRMP's definition.</summary>
    MatchRate,

    /// <summary>Matched to a PGY-1 position, of all who applied.</summary>
    MatchRateApplicants,

    /// <summary>People who applied.</summary>
    Applicants,

    /// <summary>People who certified a rank order list.</summary>
    Active,

    /// <summary>Mean number of programs applied to.</summary>
    ApplicationsMean,

    /// <summary>Mean number of invitations received.</summary>
    InvitationsMean,

    /// <summary>Mean number of interviews attended.</summary>
    InterviewsMean,

    /// <summary>Mean length of the primary list of active applicants matched to a PGY-1 position (couples left out, as NRMP does).</summary>
    RankListLengthMatched,

    /// <summary>The same of those not matched.</summary>
    RankListLengthUnmatched,

    /// <summary>Matched to the first choice on the list, of active applicants.</summary>
    FirstChoiceShare,

    /// <summary>Matched to one of the first three, of active applicants.</summary>
    Top3Share,

    /// <summary>Mean application fees, US dollars.</summary>
    CostMeanUsd,

    /// <summary>PGY-1 positions filled, of those offered.</summary>
    FillRate,

    /// <summary>All positions filled, of those offered.</summary>
    FillRateAll,

    /// <summary>Programs with at least one position unfilled, of all programs.</summary>
    ProgramsUnfilled,

    /// <summary>Positions unfilled.</summary>
    PositionsUnfilled,

    /// <summary>Positions filled; split by the type of those who fill them.</summary>
    PositionsFilled,

    /// <summary>Applicants ranked per position, by programs that fill.</summary>
    RanksPerPositionFilled,

    /// <summary>The same by programs that do not fill.</summary>
    RanksPerPositionUnfilled,

    /// <summary>Applications received per position.</summary>
    ApplicationsPerPosition,

    /// <summary>Invitations sent per position.</summary>
    InvitationsPerPosition,

    /// <summary>Interviews held per position.</summary>
    InterviewsPerPosition,

    /// <summary>Couples with both members matched, of active couples.</summary>
    CouplesBoth,

    /// <summary>Couples with one member matched.</summary>
    CouplesOne,

    /// <summary>Couples with neither matched.</summary>
    CouplesNeither,

    /// <summary>Seasons whose match ended without a stable matching (share of replications).</summary>
    SeasonsNotStable,
}

/// <summary>A measure of a group; <c>null</c> = all.</summary>
/// <param name="Measure">What is measured.</param>
/// <param name="Type">Applicant type.</param>
/// <param name="Specialty">Specialty id: people by preferred specialty, positions by program.</param>
public sealed record Series(Measure Measure, ApplicantType? Type, string? Specialty);
