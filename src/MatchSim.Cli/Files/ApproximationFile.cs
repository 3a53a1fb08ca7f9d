using System.Globalization;
using MatchSim.Cli.Shell;
using MatchSim.Engine.Advice;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Cli.Files;

/// <summary>
/// <c>scenarios/reference/approximation.csv</c>: what the look-up was measured to cost in the shipped scenarios, found by
/// the hash of the scenario, so that a scenario that was changed is never given another's figures.
/// </summary>
internal static class ApproximationFile
{
    private const string Label = "reference/approximation.csv";

    private static readonly string[] Columns =
    [
        "scenario", "hash", "seasons", "re_runs", "error", "error_low", "error_high", "differing", "newcomers", "interview_place",
        "interview_place_low", "interview_place_high",
    ];

    /// <summary>The measurement of exactly this scenario, whatever its seed and number of seasons; <c>null</c> = none.</summary>
    public static Approximation? Find(Scenario scenario)
    {
        string path = Path.Combine(ScenarioFile.BuiltInFolder, Label);
        return File.Exists(path)
            ? Read(File.ReadAllText(path)).LastOrDefault(row => row.Hash == HashOf(scenario)).Measured
            : null;
    }

    /// <summary>The file with one scenario's row new, or renewed.</summary>
    /// <param name="before">What the file says; empty = there is none yet.</param>
    public static string With(string before, Scenario scenario, Approximation measured)
    {
        var rows = before.Length == 0 ? [] : Read(before).Where(row => row.Name != scenario.Name).ToList();
        rows.Add((scenario.Name, HashOf(scenario), measured));
        using var writer = new StringWriter { NewLine = "\n" };
        CsvText.WriteRecord(writer, Columns);
        foreach ((string name, string hash, Approximation one) in rows.OrderBy(row => row.Name, StringComparer.Ordinal))
        {
            CsvText.WriteRecord(
                writer, name, hash, Whole(one.Seasons), Whole(one.ReRuns), CsvText.Number(one.Lists.Mean), CsvText.Number(one.Lists.CiLow),
                CsvText.Number(one.Lists.CiHigh), Whole(one.Differing), Whole(one.Newcomers), CsvText.Number(one.InterviewPlace.Mean),
                CsvText.Number(one.InterviewPlace.CiLow), CsvText.Number(one.InterviewPlace.CiHigh));
        }

        return writer.ToString();
    }

    private static string HashOf(Scenario scenario) =>
        ScenarioFile.Hash(scenario with { Name = "", Question = "", Sweep = null, Sensitivity = null });

    private static List<(string Name, string Hash, Approximation Measured)> Read(string text)
    {
        var mistakes = new MistakeList();
        var rows = new List<(string, string, Approximation)>();
        var table = new CsvTable(text, Label, Columns, [], mistakes);
        while (table.Next())
        {
            rows.Add((table[0].ToString(), table[1].ToString(), new Approximation(
                (int)Number(table[2]), (int)Number(table[3]), new Estimate(Number(table[4]), Number(table[5]), Number(table[6])), (int)Number(table[7]),
                (int)Number(table[8]), new Estimate(Number(table[9]), Number(table[10]), Number(table[11])))));
        }

        mistakes.ThrowIfAny();
        return rows;
    }

    private static double Number(ReadOnlySpan<char> field) => double.Parse(field, CultureInfo.InvariantCulture);

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
