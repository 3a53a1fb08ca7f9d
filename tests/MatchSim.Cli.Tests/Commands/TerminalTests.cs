using System.Diagnostics;

namespace MatchSim.Cli.Tests.Commands;

/// <summary>What is drawn where somebody looks, and nowhere else.</summary>
public sealed class TerminalTests : IDisposable
{
    /// <summary>Colours, and moves of the cursor. Not the mode that the runtime puts a terminal's keys in.</summary>
    private const string Drawing = "\u001b\\[[0-9;]*[A-Za-z]";

    private static readonly string Small = Path.Combine(Golden.Root, "tests/MatchSim.Cli.Tests/Scenarios/small.yaml");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void In_a_terminal_a_run_shows_its_rate_and_the_time_left()
    {
        string drawn = InTerminal("run", Small, "--out", folder.File("out"), "--replications", "400");
        Assert.Matches(Drawing, drawn);
        Assert.Matches("[0-9.]+ seasons/s, [0-9]+:[0-9][0-9] left", drawn);
        Assert.Contains("1600 seasons in ", drawn, StringComparison.Ordinal);
        Assert.Contains("PGY-1 match rate", drawn, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run SMALL --out OUT")]
    [InlineData("compare SMALL OTHER")]
    [InlineData("validate SMALL")]
    [InlineData("calibrate SMALL --out OUT.yaml --parameters interviews.noise --iterations 1")]
    [InlineData("advise --scenario SMALL --type non-us-img --specialty internal-medicine --max-programs 5 --focal 10")]
    public void Quiet_in_a_terminal_and_anything_else_draw_nothing(string line)
    {
        folder.Write("other.yaml", File.ReadAllText(Small).Replace("name: small", "name: other", StringComparison.Ordinal));
        string[] arguments = [.. line.Replace("SMALL", Small, StringComparison.Ordinal).Replace("OTHER", folder.File("other.yaml"), StringComparison.Ordinal)
            .Replace("OUT", folder.File("out"), StringComparison.Ordinal).Split(' '), "--replications", "2"];
        string quiet = InTerminal([.. arguments, "--quiet"]);
        Assert.DoesNotMatch(Drawing, quiet);
        Assert.DoesNotContain("seasons/s", quiet, StringComparison.Ordinal);
        ProgramRun piped = BuiltProgram.Run(arguments);
        Assert.DoesNotMatch(Drawing, piped.Answer);
        Assert.Empty(piped.Diagnostics);
    }

    [Fact]
    public void Images_without_a_chromium_get_a_sentence_before_anything_runs()
    {
        ProcessStartInfo named = BuiltProgram.Start("run", Small, "--images", "--out", folder.File("out"));
        named.Environment["MATCHSIM_CHROMIUM"] = "/no/such/chromium";
        BuiltProgram.Run(named).IsUserError("--images with MATCHSIM_CHROMIUM=\"/no/such/chromium\", which is not there");

        ProcessStartInfo none = BuiltProgram.Start("run", Small, "--images", "--out", folder.File("out"));
        none.Environment.Remove("MATCHSIM_CHROMIUM");
        none.FileName = Environment.ProcessPath is { } host && Path.GetFileName(host) == "dotnet" ? host : "/usr/bin/dotnet";
        none.Environment["PATH"] = folder.Path;
        BuiltProgram.Run(none).IsUserError("--images, but no Chromium on this machine", "apt-get install chromium", "MATCHSIM_CHROMIUM");
        Assert.False(Directory.Exists(folder.File("out")));
    }

    /// <summary>What stands on the terminal after a command; util-linux's script provides one.</summary>
    private static string InTerminal(params string[] arguments)
    {
        ProcessStartInfo plain = BuiltProgram.Start(arguments);
        string command = string.Join(' ', plain.ArgumentList.Prepend(plain.FileName).Select(word => $"'{word}'"));
        var start = new ProcessStartInfo("script", ["-qec", command, "/dev/null"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["TERM"] = "xterm-256color";
        return BuiltProgram.Run(start).Answer;
    }
}
