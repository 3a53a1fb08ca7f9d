using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;
using MatchSim.Engine.Statistics;

namespace MatchSim.Cli.Reports;

/// <summary>How results are put into words and digits, the same in the terminal and in the report.</summary>
internal static class Wording
{
    /// <summary>"12 seasons × 6 points".</summary>
    public static string Size(RunResult result) =>
        $"{result.Scenario.Replications} seasons × {result.PointCount} {(result.PointCount == 1 ? "point" : "points")}";

    /// <summary>"10 %".</summary>
    public static string Step(SensitivityOptions options) => $"{100 * options.Step:0.####} %";

    /// <summary>What the intervals are and are not; stands beside every interval shown.</summary>
    public const string Interval =
        "95 % intervals: Monte Carlo error of the expected value given the scenario, not model error.";

    public const string NotAffiliated = "MatchSim is not affiliated with NRMP, AAMC, ERAS or ECFMG/Intealth.";

    /// <summary>Applicant types in the words of the tables; <c>null</c> = all.</summary>
    public static string Name(ApplicantType? type) => type switch
    {
        ApplicantType.UsMdSenior => "US MD seniors",
        ApplicantType.UsDoSenior => "US DO seniors",
        ApplicantType.UsImg => "US IMGs",
        ApplicantType.NonUsImg => "non-US IMGs",
        ApplicantType.Other => "others",
        _ => "all applicants",
    };

    /// <summary>One applicant of a type.</summary>
    public static string One(ApplicantType type) => type switch
    {
        ApplicantType.UsMdSenior => "US MD senior",
        ApplicantType.UsDoSenior => "US DO senior",
        ApplicantType.UsImg => "US IMG",
        ApplicantType.NonUsImg => "non-US IMG",
        _ => "other applicant",
    };

    /// <summary>A share as per hundred, without the sign: 0.5814 → 58.1.</summary>
    public static string Percent(double share) => NoMinusZero($"{100 * share:0.0}");

    /// <summary>57.6 – 58.6.</summary>
    public static string PercentInterval(SummaryRow row) => $"{Percent(row.CiLow)} – {Percent(row.CiHigh)}";

    /// <summary>Signed difference of two shares in points: +0.3.</summary>
    public static string Points(double difference)
    {
        string text = NoMinusZero($"{100 * difference:0.0}");
        return text[0] == '-' || text == "0.0" ? text : "+" + text;
    }

    /// <summary>Half of an interval's width, in points: ±0.4.</summary>
    public static string HalfWidth(SummaryRow row) => $"±{50 * (row.CiHigh - row.CiLow):0.0}";

    /// <summary>12,345 or 12.3: large numbers without decimals.</summary>
    public static string Number(double value) => NoMinusZero(Math.Abs(value) >= 1000 ? $"{value:#,0}" : $"{value:0.0}");

    /// <summary>Signed score, or difference in units of the reader (points, programs, dollars), two decimals: +0.31.</summary>
    public static string Signed(double value)
    {
        string text = $"{value:0.00}";
        return text is "0.00" or "-0.00" ? "0.00" : value > 0 ? "+" + text : text;
    }

    /// <summary>A paired difference with half of its 95 % interval, in the unit of the measure: +0.31 ±0.12.</summary>
    public static string Difference(PairedDifference difference)
    {
        double scale = MeasureWording.Scale(difference.Series.Measure);
        return $"{Signed(scale * difference.Difference)} ±{scale * (difference.CiHigh - difference.CiLow) / 2:0.00}";
    }

    private static string NoMinusZero(string text) => text is "-0.0" or "-0" ? text[1..] : text;
}
