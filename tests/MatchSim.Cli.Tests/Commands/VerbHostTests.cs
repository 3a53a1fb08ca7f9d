using System.Diagnostics;
using CommandLine;
using MatchSim.Cli.Shell;

namespace MatchSim.Cli.Tests.Commands;

/// <summary>How a verb's end becomes an exit code.</summary>
public sealed class VerbHostTests
{
    [Fact]
    public async Task Exit_codes_tell_who_can_mend_it()
    {
        Assert.Equal(ExitCode.Ok, await Run(() => ExitCode.Ok));
        Assert.Equal(ExitCode.CheckFailed, await Run(() => ExitCode.CheckFailed));
        Assert.Equal(ExitCode.UserError, await Run(() => throw new UserErrorException(new Mistake("this", "that"))));
        Assert.Equal(ExitCode.Bug, await Run(() => throw new InvalidOperationException("ours")));
    }

    [Fact]
    public void A_bug_shows_its_stack_and_where_to_report_it()
    {
        using var diagnostics = new StringWriter();
        Assert.Equal(70, Outcomes.Report(new InvalidOperationException("ours"), diagnostics));
        Assert.Contains("InvalidOperationException: ours", diagnostics.ToString());
        Assert.Contains("report", diagnostics.ToString());
    }

    [Fact]
    public void Ctrl_C_ends_a_waiting_program_within_a_second()
    {
        ProcessStartInfo start = BuiltProgram.Start("match", "/dev/stdin");
        using Process process = Process.Start(start)!;
        Thread.Sleep(TimeSpan.FromSeconds(2));
        using Process kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(30)), "still runs after Ctrl-C");
        Assert.Equal(130, process.ExitCode);
        Assert.Empty(process.StandardError.ReadToEnd());
    }

    private static Task<int> Run(Func<int> verb) => VerbHost.RunAsync(new Invocation(
        Verb.Of<NoOptions>((_, _, _) => Task.FromResult(verb()), "matchsim nothing"), new NoOptions()));

    [Verb("nothing", HelpText = "Does what the test wants.")]
    private sealed class NoOptions : VerbOptions;
}
