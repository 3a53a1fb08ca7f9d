using System.Globalization;
using MatchSim.Engine.Advice;

namespace MatchSim.Cli.Files;

/// <summary>curve.csv: the individual curve at every number of programs, then the market-wide points.</summary>
internal static class CurveCsv
{
    public const string Header = "programs,mode,match_probability,ci_low,ci_high,interviews_mean,marginal_per_10,cost_usd\n";

    public static void Write(TextWriter writer, AdviceResult result)
    {
        writer.Write(Header);
        foreach (CurvePoint point in result.Curve.Points)
        {
            Write(writer, point.Programs, "individual", point.MatchProbability, point.Interviews.Mean,
                result.Curve.Marginal(point.Programs), point.CostUsd.Mean);
        }

        foreach (MarketWidePoint point in MarketWidePoints(result))
            Write(writer, point.Programs, "market-wide", point.MatchRate, point.Interviews, null, point.CostUsd);
    }

    /// <summary>The type as it is today among the points that were asked for, by number of programs.</summary>
    public static IEnumerable<MarketWidePoint> MarketWidePoints(AdviceResult result) =>
        (result.TypeToday is { } today ? result.MarketWide.Append(today) : result.MarketWide).OrderBy(point => point.Programs);

    public static void Write(
        TextWriter writer, double programs, string mode, Estimate chance, double interviews, double? marginal, double cost) =>
        CsvText.WriteRecord(
            writer, programs.ToString(CultureInfo.InvariantCulture), mode, CsvText.Number(chance.Mean), CsvText.Number(chance.CiLow),
            CsvText.Number(chance.CiHigh), CsvText.Number(interviews), marginal is { } gain ? CsvText.Number(gain) : "", CsvText.Number(cost));
}
