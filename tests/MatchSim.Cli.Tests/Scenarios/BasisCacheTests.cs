using System.Diagnostics;

namespace MatchSim.Cli.Tests.Scenarios;

/// <summary>The seasons that advise keeps: faster, and nothing else.</summary>
public sealed class BasisCacheTests : IDisposable
{
    private static readonly string Small = Path.Combine(Golden.Root, "tests/MatchSim.Cli.Tests/Scenarios/small.yaml");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private string Cache => folder.File("cache");

    [Fact]
    public void Warm_and_cold_say_the_same()
    {
        string without = Advise(Cache, "--no-cache").Answer;
        Assert.False(Directory.Exists(Cache));
        Assert.Equal(without, Advise(Cache).Answer);
        string file = Assert.Single(Directory.GetFiles(Cache));
        DateTime made = File.GetLastWriteTimeUtc(file);
        ProgramRun warm = Advise(Cache);
        Assert.Equal(without, warm.Answer);
        Assert.Empty(warm.Diagnostics);
        Assert.Equal(made, File.GetLastWriteTimeUtc(file));

        // Another profile finds the same file; another seed makes another.
        Assert.NotEqual(without, Advise(Cache, "--type", "us-md-senior").Answer);
        Assert.Single(Directory.GetFiles(Cache));
        Advise(Cache, "--seed", "5");
        Assert.Equal(2, Directory.GetFiles(Cache).Length);
    }

    [Fact]
    public void A_torn_or_foreign_file_is_not_believed()
    {
        string right = Advise(Cache).Answer;
        string file = Assert.Single(Directory.GetFiles(Cache));
        byte[] whole = File.ReadAllBytes(file);
        byte[] flipped = [.. whole];
        flipped[whole.Length / 2] ^= 1;
        foreach (byte[] bad in (byte[][])[whole[..^1], whole[..100], [], flipped, [.. whole, 0], "somebody's notes"u8.ToArray()])
        {
            File.WriteAllBytes(file, bad);
            ProgramRun run = Advise(Cache);
            Assert.Equal(right, run.Answer);
            Assert.Contains("is damaged or not ours, and is made again", run.Diagnostics, StringComparison.Ordinal);
            Assert.Equal(whole, File.ReadAllBytes(file));
        }
    }

    [Fact]
    public void Where_nothing_can_be_kept_the_answer_comes_all_the_same()
    {
        string right = Advise(Cache, "--no-cache").Answer;
        ProgramRun run = Advise(folder.Write("file", "no folder"));
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(right, run.Answer);
        Assert.Contains("could not be kept", run.Diagnostics, StringComparison.Ordinal);
    }

    private static ProgramRun Advise(string cache, params string[] arguments)
    {
        ProcessStartInfo start = BuiltProgram.Start(
            ["advise", "--scenario", Small, "--max-programs", "12", "--focal", "20", "--replications", "4", "--quiet", .. arguments]);
        start.Environment["MATCHSIM_CACHE"] = cache;
        return BuiltProgram.Run(start);
    }
}
