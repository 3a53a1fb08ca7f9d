using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MatchSim.Cli.Tests.Scenarios;

/// <summary>SOAP as users see it: only where it is asked for, beside everything else.</summary>
public sealed class SoapTests : IDisposable
{
    private const string National = "soap-2025";

    private static readonly string Small = Path.Combine(Golden.Root, "tests/MatchSim.Cli.Tests/Scenarios/small.yaml");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void It_adds_measures_tables_and_a_stage_and_changes_nothing_else()
    {
        ProgramRun without = Run(Small, "without");
        ProgramRun with = Run(folder.Write("with.yaml", File.ReadAllText(Small) + "match: { soap: { rounds: 3 } }\n"), "with");
        Golden.Matches("tests/MatchSim.Cli.Tests/Golden/run-small-soap.txt", with.Answer.Replace(folder.File("with"), "OUT", StringComparison.Ordinal));
        Assert.DoesNotContain("SOAP", without.Answer, StringComparison.Ordinal);

        string[] before = File.ReadAllLines(At("without", "summary.csv"));
        string[] after = File.ReadAllLines(At("with", "summary.csv"));
        Assert.Equal(before, after.Where(line => !line.Contains("soap", StringComparison.Ordinal)));
        string[] measures =
        [
            "match_rate_after_soap", "match_rate_applicants_after_soap", "fill_rate_after_soap", "fill_rate_all_after_soap",
            "programs_unfilled_after_soap", "positions_unfilled_after_soap", "soap_applicants", "soap_applications_mean",
            "soap_placed", "soap_positions_offered", "soap_positions_filled", "soap_filled_round1", "soap_filled_round3",
        ];
        Assert.Superset(measures.ToHashSet(), after.Select(line => line.Split(',')[4]).ToHashSet());

        Assert.Equal(["market", "applications", "interviews", "ranking", "match", "outcome"], Stages("without"));
        Assert.Equal(["market", "applications", "interviews", "ranking", "match", "soap", "outcome"], Stages("with"));
        string report = File.ReadAllText(At("with", "report.html"));
        Assert.Contains("After SOAP: PGY-1 position", report, StringComparison.Ordinal);
        Assert.Contains("unless they say after SOAP", report, StringComparison.Ordinal);
    }

    /// <summary>The expected answer is a fresh one, and the finding in scenarios/README.md is made of its numbers.</summary>
    [Fact]
    public void The_national_scenario_answers_as_filed()
    {
        ProgramRun run = Run(National, "out");
        Golden.Matches($"scenarios/expected/{National}.txt", run.Answer.Replace(folder.File("out"), $"out/{National}", StringComparison.Ordinal));
        var value = File.ReadLines(At("out", "summary.csv")).Select(line => line.Split(','))
            .Where(row => row[2] == "all" && row[3] == "all")
            .ToDictionary(row => row[4], row => double.TryParse(row[5], CultureInfo.InvariantCulture, out double number) ? number : double.NaN);
        string finding =
            $"It fills {value["soap_positions_filled"]:#,0} of {value["soap_positions_offered"]:#,0} open positions (2025: 2,318 of 2,521): " +
            $"{100 * value["fill_rate_all_after_soap"]:0.0} % of all positions are filled after it (2025: 99.4 %)";
        string table = File.ReadAllText(Path.Combine(Golden.Root, "scenarios", "README.md"));
        Golden.Matches("scenarios/README.md", Regex.Replace(
            table, $@"(?<row>\| \[`{National}\.yaml`\][^|]*\|[^|]*\|)[^|]*\|", $"${{row}} {finding} |", RegexOptions.None, TimeSpan.FromSeconds(5)));
    }

    private ProgramRun Run(string scenario, string output)
    {
        ProgramRun run = BuiltProgram.Run("run", scenario, "--out", folder.File(output));
        Assert.True(run.ExitCode == 0, run.Diagnostics);
        return run;
    }

    private IEnumerable<string> Stages(string output)
    {
        using var run = JsonDocument.Parse(File.ReadAllText(At(output, "run.json")));
        return [.. run.RootElement.GetProperty("stage_ms").EnumerateObject().Select(stage => stage.Name)];
    }

    private string At(string output, string file) => Path.Combine(folder.File(output), file);
}
