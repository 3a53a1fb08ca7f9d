using System.Globalization;

namespace MatchSim.Cli.Tests.Scenarios;

/// <summary>Rows of a run's summary.csv as filed in scenarios/expected.</summary>
internal sealed class FiledSummary
{
    private readonly string[][] rows;

    public FiledSummary(string scenario) => rows =
        [.. File.ReadAllLines(Path.Combine(Golden.Root, "scenarios", "expected", $"{scenario}.csv")).Skip(1).Select(line => line.Split(','))];

    /// <summary>Points in the order of the run; empty = the baseline.</summary>
    public IReadOnlyList<string> Points => [.. rows.Select(row => row[0]).Distinct()];

    /// <summary>"57.5 ±0.6": per hundred if a share; a dash where the run has nothing of the kind.</summary>
    public string Value(string point, Shown shown)
    {
        string[]? row = rows.SingleOrDefault(row => row[0] == point && row[1] == (point.Length == 0 ? "" : shown.Mode) && row[2] == shown.Type
            && row[4] == shown.Measure);
        if (row is null)
            return "–";
        double scale = shown.Measure.Contains("length", StringComparison.Ordinal) ? 1 : 100;
        return string.Create(
            CultureInfo.InvariantCulture, $"{scale * Number(row[5]):0.0} ±{scale * (Number(row[8]) - Number(row[7])) / 2:0.0}");
    }

    /// <summary>The points as rows of a table, the figures as columns.</summary>
    /// <param name="first">What a point is: the head of the first column.</param>
    public string Table(string first, params Shown[] columns) =>
        Head(first, columns) + string.Concat(Points.Select(point => Row(Label(point), point, columns)));

    /// <summary>The baselines of several runs as rows of a table.</summary>
    public static string Beside(IReadOnlyList<(string Label, FiledSummary Run)> runs, params Shown[] columns) =>
        Head("", columns) + string.Concat(runs.Select(run => run.Run.Row(run.Label, "", columns)));

    private static string Head(string first, Shown[] columns) =>
        $"| {first} | {string.Join(" | ", columns.Select(column => column.Head))} |\n| --- |{string.Concat(columns.Select(_ => " --- |"))}\n";

    private string Row(string label, string point, Shown[] columns) =>
        $"| {label} | {string.Join(" | ", columns.Select(column => Value(point, column)))} |\n";

    private static string Label(string point) => point.Length == 0
        ? "as in 2025"
        : string.Join(", ", point.Split(';').Select(part => part.Split('=')[1]));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>A column of a table: a measure of a type in a mode.</summary>
internal sealed record Shown(string Head, string Measure, string Type, string Mode = "market-wide");
