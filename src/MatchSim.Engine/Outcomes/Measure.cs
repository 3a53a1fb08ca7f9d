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

    /// <summary>Active applicants with a PGY-1 position after the match and SOAP, of active applicants.</summary>
    MatchRateAfterSoap,

    /// <summary>Applicants with a PGY-1 position after the match and SOAP, active in the match or not, of all who applied.</summary>
    MatchRateApplicantsAfterSoap,

    /// <summary>People who took part in SOAP.</summary>
    SoapApplicants,

    /// <summary>Mean number of programs applied to in SOAP, of those who took part.</summary>
    SoapApplicationsMean,

    /// <summary>People who accepted an offer in SOAP; split by their type and preferred specialty.</summary>
    SoapPlaced,

    /// <summary>PGY-1 positions filled after the match and SOAP, of those offered.</summary>
    FillRateAfterSoap,

    /// <summary>All positions filled after the match and SOAP, of those offered.</summary>
    FillRateAllAfterSoap,

    /// <summary>Programs with at least one position unfilled after SOAP, of all programs.</summary>
    ProgramsUnfilledAfterSoap,

    /// <summary>Positions unfilled after SOAP.</summary>
    PositionsUnfilledAfterSoap,

    /// <summary>Positions offered in SOAP.</summary>
    SoapPositionsOffered,

    /// <summary>Positions filled in SOAP; split by the specialty of the program.</summary>
    SoapPositionsFilled,

    /// <summary>Positions filled in the first offer round; the other rounds follow.</summary>
    SoapFilledRound1,

    SoapFilledRound2,

    SoapFilledRound3,

    SoapFilledRound4,

    /// <summary>Chance of a PGY-1 position for one applicant alone who applies to so many programs (individual mode of a sweep),
    /// interview or not.</summary>
    MatchProbability,
}

/// <summary>A measure of a group; <c>null</c> = all.</summary>
/// <param name="Measure">What is measured.</param>
/// <param name="Type">Applicant type.</param>
/// <param name="Specialty">Specialty id: people by preferred specialty, positions by program.</param>
public sealed record Series(Measure Measure, ApplicantType? Type, string? Specialty);
