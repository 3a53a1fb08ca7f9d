using System.Diagnostics;

namespace MatchSim.Cli.Tests.Scenarios;

public sealed class CancelTests
{
    [Fact]
    public async Task Ctrl_c_ends_a_run_with_130_and_leaves_the_store_alone()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new TemporaryFolder();
        string small = Path.Combine(Golden.Root, "tests/MatchSim.Cli.Tests/Scenarios/small.yaml");
        using Process run = Process.Start(BuiltProgram.Start("run", small, "--replications", "100000", "--out", folder.File("out")))!;
        Task<string> answer = run.StandardOutput.ReadToEndAsync();
        while (!File.Exists(folder.File("out/replications.db")) && !run.HasExited)
            await Task.Delay(10);
        await Task.Delay(TimeSpan.FromSeconds(1));
        Assert.False(run.HasExited);
        using Process signal = Process.Start("kill", ["-INT", $"{run.Id}"]);
        await run.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token);
        Assert.Equal(130, run.ExitCode);
        Assert.Empty(await answer);
        Assert.All(Directory.GetFiles(folder.File("out")), file => Assert.StartsWith("replications.db", Path.GetFileName(file), StringComparison.Ordinal));
    }
}
