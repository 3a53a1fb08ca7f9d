namespace MatchSim.Cli.Tests.Scenarios;

/// <summary>The generate command: what it writes is an instance that match and check read.</summary>
public sealed class GenerateTests : IDisposable
{
    private static readonly string Small = Path.Combine(Golden.Root, "tests/MatchSim.Cli.Tests/Scenarios/small.yaml");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_season_becomes_an_instance_whose_match_is_stable()
    {
        string instance = folder.File("instance");
        ProgramRun generated = BuiltProgram.Run("generate", Small, "--out", instance);
        Assert.True(generated.ExitCode == 0, generated.Diagnostics);
        Assert.Contains("replication 0, seed 7: 420 applicants, 39 programs", generated.Answer, StringComparison.Ordinal);
        Assert.Equal(
            ["applicants.csv", "couples.csv", "programs.csv", "rankings.csv", "supplemental.csv"],
            Directory.GetFiles(instance).Select(Path.GetFileName).Order());
        Assert.Equal(0, BuiltProgram.Run("match", instance, "--out", folder.File("matching.csv")).ExitCode);
        Assert.Equal(0, BuiltProgram.Run("check", instance, folder.File("matching.csv")).ExitCode);
    }

    /// <summary>Their joint lists end early, so some of their advanced programs are on no list.</summary>
    [Fact]
    public void Couples_who_match_only_together_leave_an_instance_that_can_be_read()
    {
        string together = folder.Write("together.yaml", File.ReadAllText(Small).Replace(
            "counts: { us-md-senior: 5, non-us-img: 2 }", "counts: { us-md-senior: 60 }\n  only_together: 1\n  max_pairs: 3", StringComparison.Ordinal));
        string instance = folder.File("instance");
        Assert.Equal(0, BuiltProgram.Run("generate", together, "--out", instance).ExitCode);
        Assert.DoesNotContain(File.ReadLines(Path.Combine(instance, "couples.csv")).Skip(1), row => row.EndsWith(',') || row.Contains(",,", StringComparison.Ordinal));
        ProgramRun matched = BuiltProgram.Run("match", instance, "--out", folder.File("matching.csv"));
        Assert.True(matched.ExitCode is 0 or 1, matched.Diagnostics);
    }

    [Fact]
    public void The_same_season_is_written_with_the_same_bytes_and_another_one_differs()
    {
        foreach (var (name, replication) in new[] { ("a", "1"), ("b", "1"), ("c", "2") })
            Assert.Equal(0, BuiltProgram.Run("generate", Small, "--out", folder.File(name), "--replication", replication).ExitCode);
        byte[] Table(string name) => File.ReadAllBytes(Path.Combine(folder.File(name), "applicants.csv"));
        Assert.Equal(Table("a"), Table("b"));
        Assert.NotEqual(Table("a"), Table("c"));
    }

    [Fact]
    public void The_text_format_is_refused_where_it_cannot_say_everything()
    {
        string instance = folder.File("instance");
        BuiltProgram.Run("generate", Small, "--out", instance, "--format", "rcp").IsUserError("supplemental lists", "match.supplemental_lists: off");
        Assert.False(Directory.Exists(instance));

        string plain = folder.Write("plain.yaml", File.ReadAllText(Small) + "match: { supplemental_lists: off }\n");
        Assert.Equal(0, BuiltProgram.Run("generate", plain, "--out", instance, "--format", "rcp").ExitCode);
        Assert.Equal(0, BuiltProgram.Run("match", Path.Combine(instance, "instance.rcp")).ExitCode);
    }

    [Fact]
    public void Other_files_are_left_alone()
    {
        string thesis = folder.Write("thesis.txt", "mine");
        BuiltProgram.Run("generate", Small, "--out", folder.Path).IsUserError("\"thesis.txt\" in it");
        BuiltProgram.Run("generate", Small, "--out", thesis).IsUserError("which is a file");
        BuiltProgram.Run("generate", Small, "--out", folder.File("x"), "--replication", "-1", "--format", "xml")
            .IsUserError("--replication -1", "--format \"xml\"");
        Assert.Equal(["thesis.txt"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }
}
