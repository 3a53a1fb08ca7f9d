using MatchSim.Cli.Tests.Instances;

namespace MatchSim.Cli.Tests.Commands;

/// <summary><c>match --explain</c> and <c>--trace</c>, seen from outside.</summary>
public sealed class ExplainTests
{
    private static string Fixture(string name) => Path.Combine(AppContext.BaseDirectory, "fixtures", name);

    [Fact]
    public void Singles_couples_and_programs_are_explained_entry_by_entry()
    {
        ProgramRun run = BuiltProgram.Run(
            "match", "--explain", "Ford", "--explain=Davis", "--explain", "Mercy", Fixture("nrmp_couples_huo"));
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("applicant,program,rank_obtained\n", run.Answer);
        Assert.Contains(
            """
            Applicant Ford is matched to State (rank 4).
              Rank 1, City: the program's 2 positions went to applicants it ranks higher, the last of them Garcia (its number 2 of those who listed it; Ford is its number 9).
              Rank 2, General: the program did not rank the applicant.
              Rank 3, Mercy: the program did not rank the applicant.
              Rank 4, State: matched here.
            Applicant Davis (couple c: Davis and Eastman) is matched to General (rank 7).
              Rank 1, Mercy for Davis and Mercy for Eastman: the program did not rank Davis.
            """,
            run.Diagnostics);
        Assert.Contains("Rank 8, no program for Davis and City for Eastman: not needed: ranked below the match.", run.Diagnostics);
        Assert.Contains("Program Mercy has 2 positions and fills 1.\n  It holds Chen, its number 1 of those who listed it.", run.Diagnostics);
    }

    [Fact]
    public void Supplemental_lists_are_explained()
    {
        using var folder = new TemporaryFolder();
        ProgramRun run = BuiltProgram.Run("match", folder.Write("every", Samples.Folder().Bytes()), "--explain", "a");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains(
            """
            Applicant a is unmatched.
              Rank 1, P1: the program's 2 positions went to applicants it ranks higher, the last of them f (its number 2 of those who listed it; a is its number 3).
              Rank 3, P2: the program's 2 positions went to applicants it ranks higher, the last of them c, d (its number 2 of those who listed it; a is its number 3).
              The supplemental list with P1 was not opened: not matched there.
            """,
            run.Diagnostics);
    }

    [Fact]
    public void Nobody_of_that_id_is_a_user_error() =>
        BuiltProgram.Run("match", Fixture("gs1962_ex1"), "--explain", "x", "--explain", "y").IsUserError(
            "found --explain \"x\"; allowed: the id of an applicant or program of the instance.", "found --explain \"y\"");

    [Fact]
    public void The_holds_of_a_trace_end_in_the_matching()
    {
        using var folder = new TemporaryFolder();
        ProgramRun run = BuiltProgram.Run("match", Fixture("nrmp_run_a_match_8x4"), "--trace", folder.File("trace.csv"));
        Assert.Equal(0, run.ExitCode);
        string[] lines = File.ReadAllLines(folder.File("trace.csv"));
        Assert.Equal("step,event,applicant,program,list,rank", lines[0]);
        var holds = new HashSet<(string, string)>();
        foreach (string[] fields in lines.Skip(1).Select(line => line.Split(',')))
        {
            if (fields[1] == "hold")
                holds.Add((fields[2], fields[3]));
            else if (fields[1] is "displace" or "withdraw")
                Assert.True(holds.Remove((fields[2], fields[3])));
        }

        Assert.Equal(
            run.Answer.TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Split(',')).Where(row => row[1].Length > 0).Select(row => (row[0], row[1])),
            holds.OrderBy(hold => hold.Item1, StringComparer.Ordinal));
        BuiltProgram.Run("match", Fixture("gs1962_ex1"), "--proposing", "programs", "--trace", folder.File("t")).IsUserError("--trace where applicants propose");
    }
}
