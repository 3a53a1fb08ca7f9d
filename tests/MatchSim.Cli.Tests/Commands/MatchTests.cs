using System.Text.Json;
using MatchSim.Cli.Tests.Instances;

namespace MatchSim.Cli.Tests.Commands;

/// <summary><c>match</c> and <c>check</c>, seen from outside.</summary>
public sealed class MatchTests
{
    private static string Fixture(string name) => Path.Combine(AppContext.BaseDirectory, "fixtures", name);

    [Fact]
    public void The_matching_goes_to_standard_output()
    {
        ProgramRun run = BuiltProgram.Run("match", Fixture("nrmp_couples_huo"));
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            """
            applicant,program,rank_obtained
            Anderson,,
            Brown,,
            Chen,Mercy,2
            Davis,General,7
            Eastman,General,7
            Ford,State,4
            Garcia,City,1
            Hassan,State,1
            Issacs,City,1

            """,
            run.Answer);
        Assert.Contains("Dropped from couples' lists: 4 (a program did not rank its half of the couple).", run.Diagnostics);
    }

    [Fact]
    public void Every_variation_in_one_folder()
    {
        using var folder = new TemporaryFolder();
        string instance = folder.Write("every", Samples.Folder().Bytes());
        ProgramRun run = BuiltProgram.Run("match", instance, "--out", folder.File("m.csv"));
        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Answer);
        Assert.StartsWith("applicant,program,rank_obtained,supplemental_program,supplemental_rank\n", File.ReadAllText(folder.File("m.csv")));
        Assert.Equal(0, BuiltProgram.Run("check", instance, folder.File("m.csv")).ExitCode);
        Assert.Equal(["every", "m.csv"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Either_side_may_propose()
    {
        Assert.Contains("a,A,1\nb,B,1\nc,C,1\n", BuiltProgram.Run("match", Fixture("gs1962_ex1")).Answer);
        Assert.Contains("a,C,3\nb,A,3\nc,B,3\n", BuiltProgram.Run("match", Fixture("gs1962_ex1"), "--proposing", "programs").Answer);
        BuiltProgram.Run("match", Fixture("nrmp_couples_huo"), "--proposing", "programs").IsUserError("1 couples");
        BuiltProgram.Run("match", Fixture("gs1962_ex1"), "--algorithm", "roth-peranson", "--proposing", "programs").IsUserError("applicants propose");
    }

    [Fact]
    public void The_summary_is_one_line_of_JSON()
    {
        ProgramRun run = BuiltProgram.Run("match", Fixture("nrmp_couples_huo"), "--json");
        using JsonDocument summary = JsonDocument.Parse(Assert.Single(run.Answer.TrimEnd('\n').Split('\n')));
        Assert.Equal(
            "status algorithm applicants programs positions couples matched filled proposals loops dropped_entries read_ms match_ms check_ms".Split(' '),
            summary.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal("stable", summary.RootElement.GetProperty("status").GetString());
        Assert.Equal("roth-peranson", summary.RootElement.GetProperty("algorithm").GetString());
        Assert.Equal([9, 4, 8, 1, 7, 7], ((string[])["applicants", "programs", "positions", "couples", "matched", "filled"])
            .Select(name => summary.RootElement.GetProperty(name).GetInt32()));
    }

    [Fact]
    public void Without_a_stable_matching_the_best_is_written_and_the_exit_says_so()
    {
        using var folder = new TemporaryFolder();
        ProgramRun run = BuiltProgram.Run("match", Fixture("kpr2013_klaus_klijn_none"), "--json", "--out", folder.File("m.csv"));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("\"status\":\"no_stable_matching_found\"", run.Answer);
        Assert.Contains("No stable matching was found", run.Diagnostics);
        Assert.StartsWith("applicant,program,rank_obtained\nf,", File.ReadAllText(folder.File("m.csv")));
        Assert.Equal(1, BuiltProgram.Run("check", Fixture("kpr2013_klaus_klijn_none"), folder.File("m.csv")).ExitCode);
    }

    [Fact]
    public void The_text_form_goes_in_and_out()
    {
        using var folder = new TemporaryFolder();
        string instance = folder.Write("i.rcp", Samples.Rcp);
        ProgramRun run = BuiltProgram.Run("match", instance, "--out", folder.File("m.rcp"));
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("m 1\nr 1 -1\nr 2 11\nr 3 -1\nr 4 10\nr 5 11\n", File.ReadAllText(folder.File("m.rcp")));
        Assert.Equal(0, BuiltProgram.Run("check", instance, folder.File("m.rcp")).ExitCode);
    }

    [Fact]
    public void What_the_text_form_of_a_matching_cannot_say_is_refused() =>
        BuiltProgram.Run("match", Fixture("gs1962_ex1"), "--out", "m.rcp").IsUserError(
            "m.rcp: found applicant id \"a\"; allowed: whole numbers from 0 as ids, in the text form.", "program id \"A\"");

    [Fact]
    public void A_blocking_pair_is_named_in_words()
    {
        using var folder = new TemporaryFolder();
        string matching = folder.Write("m.csv", "applicant,program\na,A\nb,C\nc,B\n");
        ProgramRun run = BuiltProgram.Run("check", Fixture("gs1962_ex1"), matching);
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            """
            Applicant c prefers program A (rank 2) to the match (rank 3), and A prefers c to a, whom it holds at its last position.
            Not stable: 1 blocking, 0 infeasible.

            """,
            run.Answer);
        ProgramRun json = BuiltProgram.Run("check", Fixture("gs1962_ex1"), matching, "--json");
        using JsonDocument findings = JsonDocument.Parse(json.Answer);
        Assert.False(findings.RootElement.GetProperty("stable").GetBoolean());
        Assert.Equal("c", findings.RootElement.GetProperty("blocking")[0].GetProperty("applicants")[0].GetString());
        Assert.Equal(0, findings.RootElement.GetProperty("infeasible").GetArrayLength());
    }

    [Fact]
    public void What_cannot_be_is_named_in_words()
    {
        using var folder = new TemporaryFolder();
        string matching = folder.Write("m.csv", "applicant,program\na,A\nb,A\nc,C\n");
        ProgramRun run = BuiltProgram.Run("check", Fixture("gs1962_ex1"), matching);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Program A holds 2 applicants, and has 1 position.", run.Answer);
    }

    [Fact]
    public void A_matching_that_does_not_fit_the_instance_is_a_user_error()
    {
        using var folder = new TemporaryFolder();
        string Matching(string rows) => folder.Write("m.csv", "applicant,program,rank_obtained\n" + rows);
        BuiltProgram.Run("check", Fixture("gs1962_ex1"), Matching("a,Z,1\nx,A,1\na,B,2\n")).IsUserError(
            "m.csv, line 2: found unknown program \"Z\"",
            "m.csv, line 3: found unknown applicant \"x\"",
            "m.csv, line 4: found applicant \"a\" again; allowed: once, as in line 2.",
            "m.csv: found no record of applicant \"b\"");
        BuiltProgram.Run("check", Fixture("gs1962_ex1"), Matching("a,A,2\nb,B,1\nc,C,1\n")).IsUserError(
            "m.csv, line 2: found rank_obtained 2; allowed: 1, the rank on the list, or nothing.");
        BuiltProgram.Run("check", Fixture("gs1962_ex1"), folder.File("none.csv")).IsUserError("none.csv: found no such file");
        BuiltProgram.Run("check", Fixture("gs1962_ex1"), Fixture("gs1962_ex1")).IsUserError("gs1962_ex1: found a folder; allowed: a readable file");
    }

    [Fact]
    public void Files_that_are_missing_or_misnamed_or_cannot_be_written_are_user_errors()
    {
        using var folder = new TemporaryFolder();
        BuiltProgram.Run("match", folder.File("nothing")).IsUserError("nothing: found no such file");
        BuiltProgram.Run("match", folder.Path).IsUserError(
            "applicants.csv: found no such file", "programs.csv: found no such file", "rankings.csv: found no such file");
        Dictionary<string, byte[]> files = Samples.Folder().Bytes();
        files.Remove("couples.csv", out byte[]? couples);
        files.Add("couple.csv", couples!);
        BuiltProgram.Run("match", folder.Write("typo", files)).IsUserError("couple.csv: found a file that would be ignored; allowed: couples.csv, if that is meant.");
        BuiltProgram.Run("match", Fixture("gs1962_ex1"), "--out", folder.File("no/such/m.csv")).IsUserError("cannot be written");
    }
}
