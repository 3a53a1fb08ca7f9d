using MatchSim.Cli.Shell;

namespace MatchSim.Cli.Tests.Instances;

/// <summary>One test per mistake in the r/c/p text format.</summary>
public sealed class TextMistakeTests
{
    [Theory]
    [InlineData("r 3", "x 3", "sample.rcp, line 4: found a line that begins with \"x\"; allowed: r, c, p or # (comment).")]
    [InlineData("r 3", "r", "sample.rcp, line 4: found r line with 0 numbers; allowed: r rid rol, at least 1 numbers.")]
    [InlineData("r 3", "r 3 ten", "sample.rcp, line 4: found \"ten\"; allowed: whole numbers.")]
    [InlineData("r 3", "r 3 99", "sample.rcp, line 4: found unknown program 99; allowed: a program with a p line.")]
    [InlineData("r 3", "r 3 -1", "sample.rcp, line 4: found unknown program -1; allowed: a program with a p line.")]
    [InlineData("r 3", "r -3", "sample.rcp, line 4: found applicant id -3; allowed: ids of at least 0.")]
    [InlineData("r 3", "r 1 10", "sample.rcp, line 4: found applicant 1 again; allowed: one line for each applicant.")]
    [InlineData("r 3", "r 4 10", "sample.rcp, line 4: found a list of \"4\", who is in couple \"0\"")]
    [InlineData("r 3", "r 3 10 10", "sample.rcp, line 4: found program \"10\" again on the list of applicant \"3\"")]
    [InlineData("12 -1", "12", "sample.rcp, line 5: found half a pair at the end of a couple's list; allowed: two programs a pair, -1 for none.")]
    [InlineData("c 0 4 5 10", "c 0 4 4 10", "sample.rcp, line 5: found applicant \"4\" twice in couple \"0\"; allowed: two different people.")]
    [InlineData("p 12 1 2 4", "p 12 -1 2 4", "sample.rcp, line 8: found quota -1; allowed: a whole number from 0 to 1000000.")]
    [InlineData("p 12 1 2 4", "p 12 1 2 4 77", "sample.rcp, line 8: found unknown applicant 77; allowed: an applicant with an r or c line.")]
    [InlineData("p 12 1 2 4", "p 12 1 2 4\np 12 1", "sample.rcp, line 9: found program 12 again; allowed: one line for each program.")]
    public void A_mistake_is_a_sentence(string right, string wrong, string sentence)
    {
        Assert.Contains(right, Samples.Rcp);
        UserErrorException error = Assert.Throws<UserErrorException>(() => Samples.ReadRcp(Samples.Rcp.Replace(right, wrong)));
        Assert.Contains(error.Mistakes, mistake => mistake.ToString().Contains(sentence));
    }

    [Fact]
    public void A_file_without_lines_is_no_instance()
    {
        UserErrorException error = Assert.Throws<UserErrorException>(() => Samples.ReadRcp("# nothing\n"));
        Assert.Contains("no r, c or p line", Assert.Single(error.Mistakes).Found);
    }
}
