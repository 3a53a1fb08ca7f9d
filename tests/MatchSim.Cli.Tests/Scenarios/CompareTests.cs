using System.Globalization;

namespace MatchSim.Cli.Tests.Scenarios;

/// <summary>The compare command on small markets.</summary>
public sealed class CompareTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public CompareTests()
    {
        folder.Write("small.yaml", File.ReadAllText(Path.Combine(Golden.Root, "tests/MatchSim.Cli.Tests/Scenarios/small.yaml")));
        folder.Write("more.yaml", """
            extends: small.yaml
            name: more
            question: What if US IMGs apply to more programs?
            seed: 99
            replications: 2
            applicants:
              us-img: { applications: { mean: 30 } }
            """);
        folder.Write("same.yaml", "extends: small.yaml\nname: same\nquestion: What if nothing changes?\n");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Differences_are_paired_on_the_seed_and_replications_of_the_baseline()
    {
        ProgramRun run = Compare("a", "--threads", "2");
        Assert.Contains("small and 2 to compare: 6 seasons each, seed 7", run.Answer, StringComparison.Ordinal);
        Assert.Contains("more: What if US IMGs apply to more programs?", run.Answer, StringComparison.Ordinal);
        Assert.Contains("same less small: paired differences", run.Answer, StringComparison.Ordinal);

        string[] lines = File.ReadAllLines(Path.Combine(folder.File("a"), "comparison.csv"));
        Assert.Equal("scenario,applicant_type,specialty,measure,difference,std_error,ci_low,ci_high,replications", lines[0]);
        string[][] rows = [.. lines.Skip(1).Select(line => line.Split(','))];
        Assert.Equal(["more", "same"], rows.Select(row => row[0]).Distinct());
        Assert.All(rows, row => Assert.True(int.Parse(row[8], CultureInfo.InvariantCulture) <= 6));
        Assert.All(rows.Where(row => row[0] == "same"), row => Assert.Equal("0.000000", row[4]));
        string[] applications = rows.Single(row => row[..4] is ["more", "us-img", "all", "applications_mean"]);
        Assert.True(double.Parse(applications[6], CultureInfo.InvariantCulture) > 0, string.Join(',', applications));
        Assert.Equal(["6"], rows.Where(row => row[3] == "applicants").Select(row => row[8]).Distinct());
    }

    [Fact]
    public void Threads_change_nothing()
    {
        Compare("a", "--threads", "1");
        Compare("b", "--threads", "3");
        Assert.Equal(File.ReadAllBytes(Path.Combine(folder.File("a"), "comparison.csv")), File.ReadAllBytes(Path.Combine(folder.File("b"), "comparison.csv")));
    }

    [Fact]
    public void Without_out_nothing_is_written_and_an_earlier_comparison_is_replaced()
    {
        string[] before = Directory.GetFileSystemEntries(folder.Path);
        ProgramRun run = BuiltProgram.Run("compare", folder.File("small.yaml"), folder.File("more.yaml"), "--replications", "2");
        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("comparison.csv", run.Answer, StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFileSystemEntries(folder.Path));
        Compare("a");
        Compare("a");
    }

    [Fact]
    public void All_mistakes_of_all_scenarios_are_said_at_once()
    {
        string bad = folder.Write("bad.yaml", "extends: small.yaml\nname: bad\nquestion: Why?\nsede: 1\n");
        BuiltProgram.Run("compare", folder.File("small.yaml"), bad, folder.File("no.yaml"), folder.File("more.yaml"), folder.File("more.yaml"), "--out", folder.Path)
            .IsUserError("bad.yaml, line 4: found unknown key \"sede\"", "no.yaml", "2 scenarios called \"more\"", "in it; allowed: a new or empty folder");
        BuiltProgram.Run("compare").IsUserError("no BASELINE");
        BuiltProgram.Run("compare", folder.File("small.yaml")).IsUserError("no SCENARIO to compare");
        BuiltProgram.Run("compare", folder.File("small.yaml"), folder.File("more.yaml"), "--replications", "1").IsUserError("--replications 1");
    }

    private ProgramRun Compare(string output, params string[] options)
    {
        ProgramRun run = BuiltProgram.Run(
            ["compare", folder.File("small.yaml"), folder.File("more.yaml"), folder.File("same.yaml"), "--out", folder.File(output), .. options]);
        Assert.True(run.ExitCode == 0, run.Diagnostics);
        return run;
    }
}
