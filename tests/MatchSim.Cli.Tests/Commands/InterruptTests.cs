using System.Diagnostics;

namespace MatchSim.Cli.Tests.Commands;

/// <summary>Ctrl-C, as a real SIGINT to every verb that simulates, small seasons and national ones.</summary>
public sealed class InterruptTests : IDisposable
{
    private const int Tries = 3;

    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly string Small = Path.Combine(Golden.Root, "tests/MatchSim.Cli.Tests/Scenarios/small.yaml");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("run SMALL --out OUT")]
    [InlineData("run us-2025 --out OUT")]
    [InlineData("compare SMALL OTHER --out OUT")]
    [InlineData("validate SMALL --out OUT")]
    [InlineData("calibrate SMALL --out OUT.yaml --parameters interviews.noise")]
    [InlineData("advise --scenario SMALL --type non-us-img --specialty internal-medicine --max-programs 20 --out OUT")]
    [InlineData("advise --out OUT")]
    public void Ctrl_c_ends_a_verb_within_a_second_with_130_and_no_answer(string line)
    {
        if (!OperatingSystem.IsLinux())
            return;
        folder.Write("other.yaml", File.ReadAllText(Small).Replace("name: small", "name: other", StringComparison.Ordinal));
        // A machine that is busy with other tests may be late once, not always.
        TimeSpan fastest = Enumerable.Range(0, Tries).Select(i => Interrupt(line, i)).FirstOrDefault(time => time < Promise, Patience);
        Assert.True(fastest < Promise, $"{Tries} times in turn it took more than a second: matchsim {line}");
    }

    private TimeSpan Interrupt(string line, int attempt)
    {
        string[] arguments = [.. line.Replace("SMALL", Small, StringComparison.Ordinal).Replace("OTHER", folder.File("other.yaml"), StringComparison.Ordinal)
            .Replace("OUT", folder.File($"out-{attempt}"), StringComparison.Ordinal).Split(' '), "--replications", "100000", "--threads", "2"];
        ProcessStartInfo start = BuiltProgram.Start(arguments);
        // Whoever runs the tests in the background of a script has SIGINT ignored, and children inherit that.
        start.ArgumentList.Insert(0, start.FileName);
        start.ArgumentList.Insert(0, "--default-signal=INT");
        start.FileName = "env";
        using Process process = Process.Start(start)!;
        Task<string> answer = process.StandardOutput.ReadToEndAsync();
        Task<string> diagnostics = process.StandardError.ReadToEndAsync();
        while (!process.HasExited && process.TotalProcessorTime < TimeSpan.FromSeconds(2))
            Thread.Sleep(20);
        Assert.False(process.HasExited, diagnostics.IsCompleted ? diagnostics.Result : "ended by itself");

        long sent = Stopwatch.GetTimestamp();
        using Process kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        if (!process.WaitForExit(Patience))
            process.Kill(entireProcessTree: true);
        TimeSpan took = Stopwatch.GetElapsedTime(sent);
        Assert.Equal(130, process.ExitCode);
        Assert.Empty(answer.GetAwaiter().GetResult());
        Assert.Empty(diagnostics.GetAwaiter().GetResult());
        return took;
    }
}
