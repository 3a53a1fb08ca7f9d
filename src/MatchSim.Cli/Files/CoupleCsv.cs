using System.Globalization;
using MatchSim.Engine.Advice;

namespace MatchSim.Cli.Files;

/// <summary>A couple's curve: curve.csv, where match_probability is the chance that both match, and partner_curve.csv, which
/// also says one and neither.</summary>
internal static class CoupleCsv
{
    public static void WriteCurve(TextWriter writer, CoupleAdvice advice)
    {
        writer.Write(CurveCsv.Header);
        foreach (CouplePoint point in advice.Points)
            CurveCsv.Write(writer, point.Programs, "individual", point.Both, point.Interviews, null, point.CostUsd);
    }

    public static void WriteBoth(TextWriter writer, CoupleAdvice advice)
    {
        writer.Write("programs,outcome,probability,ci_low,ci_high\n");
        foreach (CouplePoint point in advice.Points)
        {
            foreach ((string outcome, Estimate chance) in Outcomes(point))
            {
                CsvText.WriteRecord(
                    writer, point.Programs.ToString(CultureInfo.InvariantCulture), outcome, CsvText.Number(chance.Mean),
                    CsvText.Number(chance.CiLow), CsvText.Number(chance.CiHigh));
            }
        }
    }

    /// <summary>What can become of the two.</summary>
    public static IEnumerable<(string Name, Estimate Chance)> Outcomes(CouplePoint point) =>
        [("both", point.Both), ("one", point.One), ("neither", point.Neither)];
}
