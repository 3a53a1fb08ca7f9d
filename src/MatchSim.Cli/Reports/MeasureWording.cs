using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Cli.Reports;

/// <summary>Measures in the words and units of readers.</summary>
internal static class MeasureWording
{
    /// <summary>What is measured, a noun phrase.</summary>
    public static string Name(Measure measure) => measure switch
    {
        Measure.MatchRate => "PGY-1 match rate of active applicants",
        Measure.MatchRateApplicants => "PGY-1 match rate of all who applied",
        Measure.InterviewsMean => "interviews attended, mean",
        Measure.RankListLengthMatched => "length of the lists of matched applicants, mean",
        Measure.RankListLengthUnmatched => "length of the lists of unmatched applicants, mean",
        Measure.FirstChoiceShare => "active applicants matched to their first choice",
        Measure.Top3Share => "active applicants matched to one of their first three choices",
        Measure.CostMeanUsd => "application fees, mean",
        Measure.FillRate => "PGY-1 positions filled",
        Measure.FillRateAll => "all positions filled",
        Measure.ProgramsUnfilled => "programs with an unfilled position",
        Measure.CouplesBoth => "couples with both matched",
        Measure.CouplesOne => "couples with one matched",
        Measure.CouplesNeither => "couples with neither matched",
        Measure.SeasonsNotStable => "seasons without a stable matching",
        Measure.FillRateAfterSoap => "PGY-1 positions filled, after SOAP",
        Measure.FillRateAllAfterSoap => "all positions filled, after SOAP",
        Measure.ProgramsUnfilledAfterSoap => "programs not filled, after SOAP",
        Measure.SoapPositionsOffered => "offered",
        Measure.SoapPositionsFilled => "filled",
        Measure.SoapFilledRound1 or Measure.SoapFilledRound2 or Measure.SoapFilledRound3 or Measure.SoapFilledRound4 =>
            $"filled in round {measure - Measure.SoapFilledRound1 + 1}",
        Measure.PositionsUnfilledAfterSoap => "unfilled at the end of the season",
        Measure.MatchProbability => "chance of a PGY-1 position of one applicant alone",
        _ => NameCase.Snake(measure).Replace('_', ' '),
    };

    /// <summary>Whether the measure is a share 0–1, shown per hundred.</summary>
    public static bool IsShare(Measure measure) => measure is
        Measure.MatchRate or Measure.MatchRateApplicants or Measure.FirstChoiceShare or Measure.Top3Share
        or Measure.FillRate or Measure.FillRateAll or Measure.ProgramsUnfilled
        or Measure.CouplesBoth or Measure.CouplesOne or Measure.CouplesNeither or Measure.SeasonsNotStable
        or Measure.MatchRateAfterSoap or Measure.MatchRateApplicantsAfterSoap or Measure.FillRateAfterSoap
        or Measure.FillRateAllAfterSoap or Measure.ProgramsUnfilledAfterSoap or Measure.MatchProbability;

    /// <summary>Readers' units per unit of the measure: differences of shares are said in points.</summary>
    public static double Scale(Measure measure) => IsShare(measure) ? 100 : 1;

    /// <summary>The unit in which differences are said.</summary>
    public static string DifferenceUnit(Measure measure) => measure switch
    {
        _ when IsShare(measure) => "points",
        Measure.InterviewsMean => "interviews",
        Measure.RankListLengthMatched or Measure.RankListLengthUnmatched => "programs",
        Measure.CostMeanUsd => "USD",
        _ => "",
    };

    /// <summary>A value as printed, with its unit: 58.1 % or 12.3.</summary>
    public static string Value(Measure measure, double value) =>
        IsShare(measure) ? Wording.Percent(value) + " %" : Wording.Number(value);
}
