using System.Globalization;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Statistics;

namespace MatchSim.Cli.Files;

/// <summary>summary.csv: one line per point, group and measure.</summary>
internal static class SummaryCsv
{
    private const string Header =
        "point,mode,applicant_type,specialty,measure,estimate,std_error,ci_low,ci_high,replications";

    public static void Write(TextWriter writer, IReadOnlyList<PointSummary> points)
    {
        writer.Write(Header + "\n");
        foreach (var point in points)
        {
            foreach (var row in point.Rows)
                Write(writer, point, row);
        }
    }

    private static void Write(TextWriter writer, PointSummary point, SummaryRow row) => CsvText.WriteRecord(
        writer,
        point.Point,
        point.Mode is { } mode ? NameCase.Kebab(mode) : "",
        CsvText.Group(row.Series.Type),
        row.Series.Specialty ?? "all",
        NameCase.Snake(row.Series.Measure),
        CsvText.Number(row.Estimate),
        CsvText.Number(row.StdError),
        CsvText.Number(row.CiLow),
        CsvText.Number(row.CiHigh),
        row.Replications.ToString(CultureInfo.InvariantCulture));
}
