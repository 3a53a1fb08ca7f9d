using MatchSim.Cli.Files;

namespace MatchSim.Cli.Tests.Scenarios;

/// <summary>The calibrate command on a small market.</summary>
public sealed class CalibrateTests : IDisposable
{
    private static readonly string Small = Path.Combine(Golden.Root, "tests/MatchSim.Cli.Tests/Scenarios/small.yaml");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void It_writes_a_scenario_that_extends_its_own_and_goes_on_from_the_record()
    {
        string file = folder.File("small-fitted.yaml");
        ProgramRun run = Calibrate(file, "2");
        Assert.True(run.ExitCode == 0, run.Diagnostics);
        Assert.Empty(run.Diagnostics);
        Assert.Equal(
            ["small-fitted.record.csv", "small-fitted.yaml", "small.yaml"],
            Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        string text = File.ReadAllText(file);
        Assert.Contains("extends: small.yaml", text, StringComparison.Ordinal);
        Assert.Contains("   # was ", text, StringComparison.Ordinal);
        ScenarioFile fitted = ScenarioFile.Read(file);
        ScenarioFile start = ScenarioFile.Read(Small);
        Assert.Equal(start.Scenario.Applications, fitted.Scenario.Applications);
        Assert.NotEqual(start.Scenario.Ranking, fitted.Scenario.Ranking);

        string record = File.ReadAllText(folder.File("small-fitted.record.csv"));
        string[] lines = record.Split('\n');
        File.WriteAllText(folder.File("small-fitted.record.csv"), string.Join('\n', lines[..6]) + "\n");
        Assert.Equal(run, Calibrate(file, "1"));
        Assert.Equal(record, File.ReadAllText(folder.File("small-fitted.record.csv")));
        Assert.Equal(text, File.ReadAllText(file));
    }

    [Fact]
    public void Mistakes_are_sentences()
    {
        string file = folder.File("mine.yaml");
        BuiltProgram.Run("calibrate", Small).IsUserError("out");
        BuiltProgram.Run("calibrate", Small, "--out", folder.File("mine.txt")).IsUserError("mine.txt", "NAME.yaml");
        BuiltProgram.Run("calibrate", Small, "--out", folder.File("small.yaml")).IsUserError("which is the name of what it extends");
        BuiltProgram.Run("calibrate", Small, "--out", file, "--parameters", "rankings,seed", "--iterations", "0")
            .IsUserError("--iterations 0", "\"rankings\", which names nothing", "\"seed\", which says how a run is done");
        folder.Write("mine.yaml", "name: mine\n");
        BuiltProgram.Run("calibrate", Small, "--out", file).IsUserError("a file that no calibration wrote");
        folder.Write("mine.record.csv", "thesis\n");
        BuiltProgram.Run("calibrate", Small, "--out", file).IsUserError("mine.record.csv", "the record of another calibration");
    }

    private static ProgramRun Calibrate(string file, string threads) => BuiltProgram.Run(
        "calibrate", Small, "--out", file, "--parameters", "ranking.quality_weight,ranking.program_unranked", "--replications", "3",
        "--iterations", "2", "--threads", threads);
}
