using System.Diagnostics;
using System.Text.Json;
using Xunit.Abstractions;

namespace MatchSim.Cli.Tests.Scenarios;

/// <summary>
/// The same bytes whatever the processor can do: the built program with its widest vectors, with narrower ones and with
/// none. What the runtime was told is read back from run.json, so a switch that does nothing fails the test.
/// </summary>
public sealed class VectorPathTests(ITestOutputHelper output) : IDisposable
{
    private const string Soap = "match: { soap: { rounds: 4, max_applications: 12 } }\n";

    private static readonly string Small = Path.Combine(Golden.Root, "tests/MatchSim.Cli.Tests/Scenarios/small.yaml");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>Couples, signals, supplemental lists, a sweep and SOAP: every stage in use.</summary>
    [Fact]
    public void The_answer_has_the_same_bytes_with_AVX_512_AVX2_and_without_vectors()
    {
        string scenario = folder.Write("season.yaml", File.ReadAllText(Small) + Soap);
        (byte[] summary, string answer, int widest) = Run(scenario, "default");
        foreach ((string knob, int most) in new[] { ("DOTNET_EnableAVX512", 256), ("DOTNET_EnableAVX2", 128), ("DOTNET_EnableHWIntrinsic", 0) })
        {
            (byte[] other, string otherAnswer, int bits) = Run(scenario, knob, knob);
            Assert.Equal(Math.Min(widest, most), bits);
            Assert.Equal(answer, otherAnswer);
            Assert.Equal(summary, other);
        }
    }

    /// <summary>One run of the program with a switch of the runtime turned off.</summary>
    private (byte[] Summary, string Answer, int Bits) Run(string scenario, string name, string? knob = null)
    {
        string target = folder.File(name);
        ProcessStartInfo start = BuiltProgram.Start("run", scenario, "--out", target);
        if (knob is not null)
            start.Environment[knob] = "0";
        ProgramRun run = BuiltProgram.Run(start);
        Assert.True(run.ExitCode == 0, run.Diagnostics);
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(target, "run.json")));
        int bits = file.RootElement.GetProperty("vector_bits").GetInt32();
        output.WriteLine($"{name}: {bits} bits");
        return (File.ReadAllBytes(Path.Combine(target, "summary.csv")), run.Answer.Replace(target, "OUT", StringComparison.Ordinal), bits);
    }
}
