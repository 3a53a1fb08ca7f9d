using MatchSim.Engine.Markets;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Outcomes;

/// <summary>
/// Every series of a scenario in a fixed order: the index of a value in a season's outcome, and the order of lines in
/// every file. Measures of people and of positions are ratios of two tallies (or one tally alone).
/// </summary>
public sealed class SeriesCatalog
{
    private readonly List<Series> _series = [];

    public SeriesCatalog(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        string[] specialties = [.. scenario.Market.Specialties.Keys];
        foreach (PeopleMeasure measure in PeopleMeasures)
            AddPeople(measure.Measure, specialties);
        foreach (PositionMeasure measure in PositionMeasures)
            AddPositions(measure.Measure, specialties);
        AddPeople(Measure.PositionsFilled, specialties);
        foreach (Measure measure in WholeSeasonMeasures)
            _series.Add(new Series(measure, null, null));
        if (scenario.Match.SoapIfOn is { } soap)
            AddSoap(specialties, soap.Rounds);
    }

    /// <summary>All series, in order.</summary>
    public IReadOnlyList<Series> Series => _series;

    /// <summary>Ratios over people, in the order of files.</summary>
    internal static PeopleMeasure[] PeopleMeasures { get; } =
    [
        new(Measure.MatchRate, PeopleTally.Matched, PeopleTally.Active),
        new(Measure.MatchRateApplicants, PeopleTally.Matched, PeopleTally.Applicants),
        new(Measure.Applicants, PeopleTally.Applicants, null),
        new(Measure.Active, PeopleTally.Active, null),
        new(Measure.ApplicationsMean, PeopleTally.Applications, PeopleTally.Applicants),
        new(Measure.InvitationsMean, PeopleTally.Invitations, PeopleTally.Applicants),
        new(Measure.InterviewsMean, PeopleTally.Interviews, PeopleTally.Applicants),
        new(Measure.RankListLengthMatched, PeopleTally.MatchedListLength, PeopleTally.MatchedSingles),
        new(Measure.RankListLengthUnmatched, PeopleTally.UnmatchedListLength, PeopleTally.UnmatchedSingles),
        new(Measure.FirstChoiceShare, PeopleTally.FirstChoice, PeopleTally.Active),
        new(Measure.Top3Share, PeopleTally.Top3, PeopleTally.Active),
        new(Measure.CostMeanUsd, PeopleTally.Cost, PeopleTally.Applicants),
    ];

    /// <summary>Ratios over positions and programs.</summary>
    internal static PositionMeasure[] PositionMeasures { get; } =
    [
        new(Measure.FillRate, PositionTally.Pgy1Filled, PositionTally.Pgy1Positions),
        new(Measure.FillRateAll, PositionTally.Filled, PositionTally.Positions),
        new(Measure.ProgramsUnfilled, PositionTally.UnfilledPrograms, PositionTally.Programs),
        new(Measure.PositionsUnfilled, PositionTally.Unfilled, null),
        new(Measure.RanksPerPositionFilled, PositionTally.RanksByFilled, PositionTally.PositionsOfFilled),
        new(Measure.RanksPerPositionUnfilled, PositionTally.RanksByUnfilled, PositionTally.PositionsOfUnfilled),
        new(Measure.ApplicationsPerPosition, PositionTally.Applications, PositionTally.Positions),
        new(Measure.InvitationsPerPosition, PositionTally.Invitations, PositionTally.Positions),
        new(Measure.InterviewsPerPosition, PositionTally.Interviews, PositionTally.Positions),
    ];

    /// <summary>Measures with one value a season.</summary>
    internal static Measure[] WholeSeasonMeasures { get; } =
        [Measure.CouplesBoth, Measure.CouplesOne, Measure.CouplesNeither, Measure.SeasonsNotStable];

    /// <summary>What SOAP adds stands at the end, so that everything before keeps its place.</summary>
    private void AddSoap(string[] specialties, int rounds)
    {
        foreach (PeopleMeasure measure in SoapMeasures.People)
            AddPeople(measure.Measure, specialties);
        foreach (PositionMeasure measure in SoapMeasures.Positions)
            AddPositions(measure.Measure, specialties);
        foreach (Measure measure in SoapMeasures.Rounds[..rounds])
            _series.Add(new Series(measure, null, null));
    }

    private void AddPeople(Measure measure, string[] specialties)
    {
        for (int t = -1; t < MarketLayout.TypeCount; t++)
        {
            ApplicantType? type = t < 0 ? null : (ApplicantType)t;
            _series.Add(new Series(measure, type, null));
            foreach (string specialty in specialties)
                _series.Add(new Series(measure, type, specialty));
        }
    }

    private void AddPositions(Measure measure, string[] specialties)
    {
        _series.Add(new Series(measure, null, null));
        foreach (string specialty in specialties)
            _series.Add(new Series(measure, null, specialty));
    }
}

/// <summary>What is counted per applicant.</summary>
internal enum PeopleTally
{
    Applicants,
    Active,
    Matched,
    Applications,
    Invitations,
    Interviews,
    MatchedListLength,
    MatchedSingles,
    UnmatchedListLength,
    UnmatchedSingles,
    FirstChoice,
    Top3,
    Cost,
    PositionsFilled,

    // Counted where the scenario has SOAP.
    MatchedAfterSoap,
    HiredAfterSoap,
    SoapApplicants,
    SoapApplications,
    SoapPlaced,
}

/// <summary>What is counted per program.</summary>
internal enum PositionTally
{
    Programs,
    UnfilledPrograms,
    Positions,
    Filled,
    Unfilled,
    Pgy1Positions,
    Pgy1Filled,
    RanksByFilled,
    PositionsOfFilled,
    RanksByUnfilled,
    PositionsOfUnfilled,
    Applications,
    Invitations,
    Interviews,

    // Counted where the scenario has SOAP.
    SoapOffered,
    SoapFilled,
    FilledAfterSoap,
    UnfilledAfterSoap,
    UnfilledProgramsAfterSoap,
    Pgy1FilledAfterSoap,
}

/// <summary>A measure as a ratio of tallies; without a denominator it is the tally itself.</summary>
internal sealed record PeopleMeasure(Measure Measure, PeopleTally Numerator, PeopleTally? Denominator);

/// <inheritdoc cref="PeopleMeasure"/>
internal sealed record PositionMeasure(Measure Measure, PositionTally Numerator, PositionTally? Denominator);
