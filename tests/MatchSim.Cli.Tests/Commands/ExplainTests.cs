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

    /// <summary>a is at A, and by the list that A opened at H. Both going to H, or a going to P, would leave that place; a
    /// staying at A would not.</summary>
    [Fact]
    public void A_supplemental_place_that_a_pair_would_give_up_is_not_what_stands_in_its_way()
    {
        using var folder = new TemporaryFolder();
        var instance = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["applicants.csv"] = "applicant,rank,program\nx,1,H\ny,1,P\n",
            ["programs.csv"] = "program,quota\nA,1\nH,2\nP,1\nR,1\n",
            ["rankings.csv"] = "program,rank,applicant\nA,1,a\nH,1,x\nH,2,a\nH,3,b\nP,1,y\nP,2,a\nR,1,b\n",
            ["couples.csv"] = "couple,applicant_a,applicant_b,rank,program_a,program_b\nk,a,b,1,H,H\nk,a,b,2,P,H\nk,a,b,3,A,H\nk,a,b,4,A,R\n",
            ["supplemental.csv"] = "applicant,advanced_program,rank,program\na,A,1,H\n",
        };
        ProgramRun run = BuiltProgram.Run("match", folder.Write("places", instance.Bytes()), "--explain", "b");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains(
            """
            Applicant b (couple k: a and b) is matched to R (rank 4).
              Rank 1, H for a and H for b: the program would have to take both; it has 2 positions and holds x (number 1) besides a, who would leave the position of the supplemental list; a is its number 2 and b its number 3 of those who listed it.
              Rank 2, P for a and H for b: P for a: the program's 1 position went to applicants it ranks higher, the last of them y (its number 1 of those who listed it; a is its number 2); H would have room for b, in the position that a would leave.
              Rank 3, A for a and H for b: A would have room for a; H for b: the program's 2 positions went to applicants it ranks higher, the last of them a (its number 2 of those who listed it; b is its number 3).
              Rank 4, A for a and R for b: matched here.
            """,
            run.Diagnostics);
    }

    [Fact]
    public void Nobody_of_that_id_is_a_user_error() =>
        BuiltProgram.Run("match", Fixture("gs1962_ex1"), "--explain", "x", "--explain", "y").IsUserError(
            "found --explain \"x\"; allowed: the id of an applicant or program of the instance.", "found --explain \"y\"");

    [Theory]
    [InlineData("nrmp_run_a_match_8x4", "applicants")]
    [InlineData("nrmp_run_a_match_8x4", "programs")]
    [InlineData("gs1962_ex1", "programs")]
    public void The_holds_of_a_trace_end_in_the_matching(string fixture, string proposing)
    {
        using var folder = new TemporaryFolder();
        ProgramRun run = BuiltProgram.Run("match", Fixture(fixture), "--proposing", proposing, "--trace", folder.File("trace.csv"));
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
    }

    /// <summary>Two of each. First everybody would like another than the one who likes him, and each first offer stands;
    /// then program 1 is held by applicant 0 until a better offer comes; then he turns one down.</summary>
    [Theory]
    [InlineData(
        "r 0 0 1\nr 1 1 0\np 0 1 1 0\np 1 1 0 1\n",
        "propose,0,1,primary,2|hold,0,1,primary,|propose,1,0,primary,2|hold,1,0,primary,")]
    [InlineData(
        "r 0 0 1\nr 1 1\np 0 1 0\np 1 1 0 1\n",
        "propose,0,1,primary,2|hold,0,1,primary,|propose,0,0,primary,1|withdraw,0,1,primary,|hold,0,0,primary,|propose,1,1,primary,1|hold,1,1,primary,")]
    [InlineData(
        "r 0 1 0\nr 1 0 1\np 0 1 0 1\np 1 1 0 1\n",
        "propose,0,1,primary,1|hold,0,1,primary,|propose,0,0,primary,2|reject,0,0,primary,|propose,1,0,primary,1|hold,1,0,primary,")]
    public void Programs_that_propose_are_traced_offer_by_offer(string market, string events)
    {
        using var folder = new TemporaryFolder();
        string instance = folder.Write("market.rcp", market);
        BuiltProgram.Run("match", instance, "--proposing", "programs", "--trace", folder.File("trace.csv"));
        IEnumerable<string> told = File.ReadLines(folder.File("trace.csv")).Skip(1).Select(line => line[(line.IndexOf(',', StringComparison.Ordinal) + 1)..]);
        Assert.Equal(events.Split('|'), told);
    }
}
