namespace MatchSim.Engine.Outcomes;

/// <summary>What is measured of SOAP and after it, in the order of files; only where the scenario has SOAP.</summary>
internal static class SoapMeasures
{
    /// <summary>Ratios over people.</summary>
    public static PeopleMeasure[] People { get; } =
    [
        new(Measure.MatchRateAfterSoap, PeopleTally.MatchedAfterSoap, PeopleTally.Active),
        new(Measure.MatchRateApplicantsAfterSoap, PeopleTally.HiredAfterSoap, PeopleTally.Applicants),
        new(Measure.SoapApplicants, PeopleTally.SoapApplicants, null),
        new(Measure.SoapApplicationsMean, PeopleTally.SoapApplications, PeopleTally.SoapApplicants),
        new(Measure.SoapPlaced, PeopleTally.SoapPlaced, null),
    ];

    /// <summary>Ratios over positions and programs.</summary>
    public static PositionMeasure[] Positions { get; } =
    [
        new(Measure.FillRateAfterSoap, PositionTally.Pgy1FilledAfterSoap, PositionTally.Pgy1Positions),
        new(Measure.FillRateAllAfterSoap, PositionTally.FilledAfterSoap, PositionTally.Positions),
        new(Measure.ProgramsUnfilledAfterSoap, PositionTally.UnfilledProgramsAfterSoap, PositionTally.Programs),
        new(Measure.PositionsUnfilledAfterSoap, PositionTally.UnfilledAfterSoap, null),
        new(Measure.SoapPositionsOffered, PositionTally.SoapOffered, null),
        new(Measure.SoapPositionsFilled, PositionTally.SoapFilled, null),
    ];

    /// <summary>[round − 1] positions filled in it.</summary>
    public static Measure[] Rounds { get; } =
        [Measure.SoapFilledRound1, Measure.SoapFilledRound2, Measure.SoapFilledRound3, Measure.SoapFilledRound4];
}
