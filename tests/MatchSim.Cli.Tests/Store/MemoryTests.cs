using System.Text.Json;

namespace MatchSim.Cli.Tests.Store;

/// <summary>Memory does not grow with the number of seasons. A long run: MATCHSIM_THOROUGH=1.</summary>
public sealed class MemoryTests
{
    [Fact]
    public void Ten_thousand_small_seasons_take_the_memory_of_two_thousand()
    {
        if (!Thorough.IsOn)
            return;
        using var scenario = new StoreScenario();
        Assert.InRange(LeastPeak(scenario, 10_000), 0, 1.1 * LeastPeak(scenario, 2_000));
    }

    /// <summary>Megabytes; of three runs, since when the collector comes by moves a peak by a tenth.</summary>
    private static double LeastPeak(StoreScenario scenario, int replications) =>
        Enumerable.Range(0, 3).Min(_ => Peak(scenario, replications));

    private static double Peak(StoreScenario scenario, int replications)
    {
        string output = scenario.At($"{replications}");
        var start = BuiltProgram.Start("run", scenario.At("small.yaml"), "--out", output, "--replications", $"{replications}", "--threads", "2");
        using var process = System.Diagnostics.Process.Start(start)!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        using var run = JsonDocument.Parse(File.ReadAllText(Path.Combine(output, "run.json")));
        return run.RootElement.GetProperty("peak_memory_mb").GetDouble();
    }
}
