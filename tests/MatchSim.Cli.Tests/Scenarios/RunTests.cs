using System.Globalization;
using System.Text.Json;

namespace MatchSim.Cli.Tests.Scenarios;

/// <summary>The run command on a small market, as users call it.</summary>
public sealed class RunTests : IDisposable
{
    private static readonly string Small = Path.Combine(Golden.Root, "tests/MatchSim.Cli.Tests/Scenarios/small.yaml");

    private readonly string folder = Directory.CreateTempSubdirectory("matchsim-run-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_answer_and_the_summary_are_those_promised()
    {
        ProgramRun run = Run("a");
        Assert.Empty(run.Diagnostics);
        Golden.Matches("tests/MatchSim.Cli.Tests/Golden/run-small.txt", run.Answer.Replace(At("a"), "OUT", StringComparison.Ordinal));
        Golden.Matches("tests/MatchSim.Cli.Tests/Golden/run-small.csv", Headline(At("a")));
    }

    [Fact]
    public void Threads_change_nothing_seeds_do()
    {
        ProgramRun one = Run("a", "--threads", "1");
        ProgramRun two = Run("b", "--threads", "2");
        Run("c", "--threads", "2", "--seed", "8");

        Assert.Equal(one.Answer.Replace(At("a"), "", StringComparison.Ordinal), two.Answer.Replace(At("b"), "", StringComparison.Ordinal));
        foreach (string file in (string[])["summary.csv", "report.html"])
        {
            Assert.Equal(File.ReadAllBytes(At("a", file)), File.ReadAllBytes(At("b", file)));
            Assert.NotEqual(File.ReadAllBytes(At("a", file)), File.ReadAllBytes(At("c", file)));
        }
    }

    [Fact]
    public void The_summary_has_the_columns_and_words_that_are_promised()
    {
        Run("a");
        string[] lines = File.ReadAllLines(At("a", "summary.csv"));
        Assert.Equal("point,mode,applicant_type,specialty,measure,estimate,std_error,ci_low,ci_high,replications", lines[0]);
        string[][] rows = [.. lines.Skip(1).Select(line => line.Split(','))];
        Assert.All(rows, row => Assert.Equal(10, row.Length));
        Assert.Equal(rows.Length, rows.Select(row => string.Join(',', row[..5])).Distinct().Count());
        const string Key = "applicants.non-us-img.applications.mean";
        Assert.Equal(["", $"{Key}=5", $"{Key}=12", $"{Key}=24"], rows.Select(row => row[0]).Distinct());
        Assert.All(rows, row => Assert.Equal(row[0].Length == 0 ? "" : "market-wide", row[1]));
        Assert.Equal(["all", "us-md-senior", "us-do-senior", "us-img", "non-us-img", "other"], rows.Select(row => row[2]).Distinct());
        foreach (string measure in (string[])["match_rate", "match_rate_applicants", "fill_rate", "couples_both", "cost_mean_usd", "seasons_not_stable"])
            Assert.Contains(rows, row => row[4] == measure);
        Assert.All(rows, row => Assert.All(row[5..9], number => Assert.Equal(6, number.Split('.')[1].Length)));
        Assert.All(rows.Where(row => row[4] == "match_rate"), row => Assert.InRange(double.Parse(row[5], CultureInfo.InvariantCulture), 0, 1));
    }

    [Fact]
    public void The_record_of_the_run_says_how_it_was_done()
    {
        Run("a", "--threads", "2", "--replications", "3", "--seed", "11");
        using var run = JsonDocument.Parse(File.ReadAllText(At("a", "run.json")));
        JsonElement root = run.RootElement;
        Assert.Equal(File.ReadAllText(Small), root.GetProperty("scenario").GetString());
        Assert.Equal(64, root.GetProperty("scenario_hash").GetString()!.Length);
        Assert.Equal(11, root.GetProperty("seed").GetInt32());
        Assert.Equal(3, root.GetProperty("replications").GetInt32());
        Assert.Equal(12, root.GetProperty("seasons").GetInt32());
        Assert.Equal(2, root.GetProperty("threads").GetInt32());
        Assert.True(root.GetProperty("seasons_per_second").GetDouble() > 0);
        Assert.True(root.GetProperty("peak_memory_mb").GetDouble() > 1);
        Assert.True(root.GetProperty("finished").GetDateTimeOffset() >= root.GetProperty("started").GetDateTimeOffset());
        Assert.Equal(
            ["market", "applications", "interviews", "ranking", "match", "outcome"],
            root.GetProperty("stage_ms").EnumerateObject().Select(stage => stage.Name));
    }

    [Fact]
    public void The_hash_does_not_depend_on_layout_seed_or_replications_but_on_every_other_number()
    {
        string text = File.ReadAllText(Small);
        string Hash(string name, string changed, params string[] options)
        {
            File.WriteAllText(At(name + ".yaml"), changed);
            Assert.Equal(0, BuiltProgram.Run(["run", At(name + ".yaml"), "--out", At(name), "--replications", "2", .. options]).ExitCode);
            using var run = JsonDocument.Parse(File.ReadAllText(At(name, "run.json")));
            return run.RootElement.GetProperty("scenario_hash").GetString()!;
        }

        string hash = Hash("a", text);
        Assert.Equal(hash, Hash("b", text.Replace("replications: 6", "replications: 9 # more", StringComparison.Ordinal), "--seed", "5"));
        Assert.NotEqual(hash, Hash("c", text.Replace("withdrawn: 0.07", "withdrawn: 0.08", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_previous_run_of_the_scenario_is_replaced_and_other_files_stay()
    {
        Run("a");
        File.WriteAllText(At("a", "notes.txt"), "mine");
        byte[] before = File.ReadAllBytes(At("a", "summary.csv"));
        Assert.Equal(0, Run("a", "--seed", "9").ExitCode);
        Assert.NotEqual(before, File.ReadAllBytes(At("a", "summary.csv")));
        Assert.Equal(["notes.txt", "replications.db", "report.html", "run.json", "summary.csv"], Directory.GetFiles(At("a")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Any_other_folder_with_files_is_refused_before_the_run()
    {
        Directory.CreateDirectory(At("a"));
        File.WriteAllText(At("a", "thesis.txt"), "mine");
        BuiltProgram.Run("run", Small, "--out", At("a")).IsUserError("with files that are no run of MatchSim");
        File.WriteAllText(At("a", "run.json"), "{\"name\": \"other\"}");
        BuiltProgram.Run("run", Small, "--out", At("a")).IsUserError("with a run of the scenario \"other\"");
        BuiltProgram.Run("run", Small, "--out", At("a", "thesis.txt")).IsUserError("which is a file");
        Assert.Equal(["run.json", "thesis.txt"], Directory.GetFiles(At("a")).Select(Path.GetFileName).Order());
    }

    [Theory]
    [InlineData("--replications", "1")]
    [InlineData("--replications", "many")]
    [InlineData("--threads", "0")]
    [InlineData("--seed", "-1")]
    public void Options_out_of_range_are_refused(string option, string value)
    {
        BuiltProgram.Run("run", Small, "--out", At("a"), option, value).IsUserError(option);
        Assert.False(Directory.Exists(At("a")));
    }

    [Fact]
    public void A_scenario_inherits_from_the_file_it_extends()
    {
        File.Copy(Small, At("small.yaml"));
        File.WriteAllText(At("child.yaml"), """
            extends: small.yaml
            name: child
            question: What if US IMGs apply to more programs?
            replications: 2
            applicants:
              us-img: { applications: { mean: 40 } }
            """);
        ProgramRun run = BuiltProgram.Run("run", At("child.yaml"), "--out", At("a"));
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("child: 2 seasons × 1 point, seed 7", run.Answer, StringComparison.Ordinal);
        using var record = JsonDocument.Parse(File.ReadAllText(At("a", "run.json")));
        Assert.Equal(File.ReadAllText(Small), record.RootElement.GetProperty("extends").GetProperty("small.yaml").GetString());
    }

    private ProgramRun Run(string output, params string[] options)
    {
        ProgramRun run = BuiltProgram.Run(["run", Small, "--out", At(output), .. options]);
        Assert.True(run.ExitCode == 0, run.Diagnostics);
        return run;
    }

    private string At(params string[] names) => Path.Combine([folder, .. names]);

    /// <summary>The lines that are not split by specialty: enough to notice any change of numbers.</summary>
    private static string Headline(string output) => string.Concat(
        File.ReadLines(Path.Combine(output, "summary.csv")).Where(line => line.Split(',')[3] is "all" or "specialty").Select(line => line + "\n"));
}
