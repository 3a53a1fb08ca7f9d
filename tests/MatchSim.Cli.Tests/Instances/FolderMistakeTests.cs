using System.Text;
using MatchSim.Cli.Shell;

namespace MatchSim.Cli.Tests.Instances;

/// <summary>One test per mistake in an instance folder: the sentence says file, line, what was found, what is allowed.</summary>
public sealed class FolderMistakeTests
{
    [Theory]
    [InlineData("applicants.csv", "h,1,P3", "h,1,P9", "applicants.csv, line 9: found unknown program \"P9\"; allowed: a program of programs.csv.")]
    [InlineData("applicants.csv", "h,1,P3", "h,0,P3", "applicants.csv, line 9: found rank \"0\"; allowed: a whole number of at least 1.")]
    [InlineData("applicants.csv", "h,1,P3", "h,-1,P3", "applicants.csv, line 9: found rank \"-1\"; allowed: a whole number of at least 1.")]
    [InlineData("applicants.csv", "h,1,P3", "h,1.5,P3", "applicants.csv, line 9: found rank \"1.5\"; allowed: a whole number of at least 1.")]
    [InlineData("applicants.csv", "h,1,P3", "h,99999999999,P3", "found rank \"99999999999\"")]
    [InlineData("applicants.csv", "h,1,P3", "h,,P3", "found rank \"\"; allowed: a whole number of at least 1.")]
    [InlineData("applicants.csv", "h,1,P3", "h,1,", "applicants.csv, line 9: found an empty program; allowed: any text.")]
    [InlineData("applicants.csv", "h,1,P3", ",1,P3", "applicants.csv, line 9: found an empty applicant; allowed: any text.")]
    [InlineData("applicants.csv", "a,3,P2", "a,1,P2", "applicants.csv, line 3: found rank 1 again on the list of applicant \"a\"; allowed: each rank once; line 2 has it too.")]
    [InlineData("applicants.csv", "a,3,P2", "a,3,P1", "applicants.csv, line 3: found program \"P1\" again on the list of applicant \"a\"; allowed: once, as in line 2.")]
    [InlineData("applicants.csv", "e,,", "a,,", "applicants.csv, line 8: found an empty list of applicant \"a\"; allowed: one or the other: line 2 has an entry of it.")]
    [InlineData("applicants.csv", "e,,", "e,,\ne,,", "applicants.csv, line 9: found applicant \"e\" again; allowed: once, as in line 8.")]
    [InlineData("applicants.csv", "h,1,P3", "f,1,P3", "applicants.csv, line 9: found a list of \"f\", who is in couple \"k\"; allowed: members of couples rank programs together, in the couple's list only.")]
    [InlineData("applicants.csv", "h,1,P3", "h,1", "applicants.csv, line 9: found 2 fields; allowed: 3, as in the header.")]
    [InlineData("applicants.csv", "h,1,P3", "h,1,P3,x", "applicants.csv, line 9: found 4 fields; allowed: 3, as in the header.")]
    [InlineData("applicants.csv", "h,1,P3", "h,1,\"P3", "applicants.csv, line 9: found a quoted field that never ends")]
    [InlineData("applicants.csv", "h,1,P3", "h,1,P\"3", "applicants.csv, line 9: found a double quote inside an unquoted field")]
    [InlineData("applicants.csv", "h,1,P3", "h,1,\"P3\"x", "applicants.csv, line 9: found text after a closing double quote")]
    [InlineData("applicants.csv", "h,1,P3", "h,1\r,P3", "applicants.csv, line 9: found a carriage return without a line feed")]
    [InlineData("applicants.csv", "applicant,rank,program", "applicant,rank,prorgam", "applicants.csv, line 1: found column \"prorgam\"; allowed: applicant, rank or program (did you mean program?).")]
    [InlineData("applicants.csv", "applicant,rank,program", "applicant,rank,rank", "applicants.csv, line 1: found column \"rank\" twice; allowed: each column once.")]
    [InlineData("applicants.csv", "applicant,rank,program", "applicant,rank", "applicants.csv, line 1: found no column program; allowed: the header applicant,rank,program.")]
    [InlineData("programs.csv", "P2,1,", "P2,-1,", "programs.csv, line 3: found quota \"-1\"; allowed: a whole number from 0 to 1000000.")]
    [InlineData("programs.csv", "P2,1,", "P2,many,", "programs.csv, line 3: found quota \"many\"; allowed: a whole number from 0 to 1000000.")]
    [InlineData("programs.csv", "P2,1,", "P2,1,\nP2,1,", "programs.csv, line 4: found program \"P2\" again; allowed: each program once.")]
    [InlineData("programs.csv", "P3,2,even", "P3,2,evne", "programs.csv, line 4: found parity \"evne\"; allowed: any, even or odd.")]
    [InlineData("rankings.csv", "P4,2,e", "P4,2,z", "rankings.csv, line 12: found unknown applicant \"z\"; allowed: an applicant of applicants.csv or couples.csv.")]
    [InlineData("rankings.csv", "P4,2,e", "P5,2,e", "rankings.csv, line 12: found unknown program \"P5\"; allowed: a program of programs.csv.")]
    [InlineData("rankings.csv", "P4,2,e", "P4,1,e", "rankings.csv, line 12: found rank 1 again on the list of program \"P4\"; allowed: each rank once; line 11 has it too.")]
    [InlineData("rankings.csv", "P4,2,e", "P4,2,a", "rankings.csv, line 12: found applicant \"a\" again on the list of program \"P4\"; allowed: once, as in line 11.")]
    [InlineData("couples.csv", "k,f,g,2,P3,", "k,f,g,1,P3,", "couples.csv, line 3: found rank 1 again for couple \"k\"; allowed: each rank once; line 2 has it too.")]
    [InlineData("couples.csv", "k,f,g,2,P3,", "k,f,g,2,P1,P2", "couples.csv, line 3: found a pair of couple \"k\" again; allowed: once, as in line 2.")]
    [InlineData("couples.csv", "k,f,g,2,P3,", "k,f,i,2,P3,", "couples.csv, line 3: found couple \"k\" with the members \"f\" and \"i\"; allowed: \"f\" and \"g\", in this order, as in line 2.")]
    [InlineData("couples.csv", "k,f,g,2,P3,", "l,f,i,2,P3,", "couples.csv, line 3: found applicant \"f\" in couple \"l\" and in couple \"k\"; allowed: one couple a person.")]
    [InlineData("couples.csv", "k,f,g,2,P3,", "l,i,i,2,P3,", "couples.csv, line 3: found applicant \"i\" twice in couple \"l\"; allowed: two different people.")]
    [InlineData("couples.csv", "k,f,g,2,P3,", "k,f,g,,,", "found more rows of couple \"k\"; allowed: none: line 3 says that its list is empty.")]
    [InlineData("supplemental.csv", "a,P1,1,P4", "a,P3,1,P4", "supplemental.csv, line 2: found advanced program \"P3\" of applicant \"a\"; allowed: a program on the applicant's primary (or joint) rank order list.")]
    [InlineData("supplemental.csv", "a,P1,1,P4", "a,P1,1,P1", "supplemental.csv, line 2: found program \"P1\" as a supplement to itself; allowed: programs other than the advanced one.")]
    [InlineData("supplemental.csv", "a,P1,1,P4", "a,P1,1,P4\na,P1,1,P3", "supplemental.csv, line 3: found rank 1 again on the supplemental list of applicant \"a\" with \"P1\"; allowed: each rank once; line 2 has it too.")]
    [InlineData("supplemental.csv", "a,P1,1,P4", "z,P1,1,P4", "supplemental.csv, line 2: found unknown applicant \"z\"")]
    [InlineData("reversions.csv", "P4,2,P3,1", "P2,1,P4,1", "reversions.csv, line 3: found reversions in a circle, \"P2\" → \"P4\" → \"P2\"; allowed: positions that cannot come back to their donor.")]
    [InlineData("reversions.csv", "P4,2,P3,1", "P3,1,P3,1", "reversions.csv, line 3: found reversions in a circle, \"P3\" → \"P3\"")]
    [InlineData("reversions.csv", "P4,2,P3,1", "P4,1,P3,1", "reversions.csv, line 3: found rank 1 again for donor \"P4\"; allowed: each rank once; line 2 has it too.")]
    [InlineData("reversions.csv", "P4,2,P3,1", "P4,2,P2,1", "reversions.csv, line 3: found receiver \"P2\" of donor \"P4\" again; allowed: once, as in line 2.")]
    [InlineData("reversions.csv", "P4,2,P3,1", "P4,2,P3,0", "reversions.csv, line 3: found positions \"0\"; allowed: a whole number from 1 to 1000000.")]
    public void A_mistake_is_one_sentence(string table, string right, string wrong, string sentence)
    {
        Dictionary<string, string> folder = Samples.Folder();
        Assert.Contains(right, folder[table]);
        folder[table] = folder[table].Replace(right, wrong);
        UserErrorException error = Assert.Throws<UserErrorException>(() => Samples.Read(folder));
        Assert.Contains(error.Mistakes, mistake => mistake.ToString().Contains(sentence));
    }

    [Fact]
    public void Text_that_is_not_UTF8_names_its_line()
    {
        Dictionary<string, byte[]> folder = Samples.Folder().Bytes();
        folder["applicants.csv"] = Encoding.Latin1.GetBytes("applicant,rank,program\na,1,P1\nM\u00fcller,1,P1\n");
        AssertFirst(folder, "applicants.csv, line 3: found the byte 0xfc, which is not UTF-8; allowed: UTF-8 text.");
        folder["applicants.csv"] = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("applicant,rank,program\n")).ToArray();
        AssertFirst(folder, "applicants.csv, line 1: found UTF-16 text; allowed: UTF-8 text.");
    }

    [Fact]
    public void An_empty_table_lacks_its_header()
    {
        Dictionary<string, string> folder = Samples.Folder();
        folder["rankings.csv"] = "";
        AssertFirst(folder.Bytes(), "rankings.csv, line 1: found no header; allowed: the header program,rank,applicant.");
    }

    [Fact]
    public void All_mistakes_are_told_at_once_in_order_of_lines()
    {
        Dictionary<string, string> folder = Samples.Folder();
        folder["applicants.csv"] = folder["applicants.csv"].Replace("h,1,P3", "h,x,P9").Replace("a,3,P2", "a,0,P2");
        folder["rankings.csv"] = folder["rankings.csv"].Replace("P4,2,e", "P4,2,z");
        UserErrorException error = Assert.Throws<UserErrorException>(() => Samples.Read(folder));
        Assert.Equal(
            ["applicants.csv:3", "applicants.csv:9", "applicants.csv:9", "rankings.csv:12"],
            error.Mistakes.Select(mistake => $"{mistake.File}:{mistake.Line}"));
    }

    private static void AssertFirst(Dictionary<string, byte[]> folder, string sentence)
    {
        UserErrorException error = Assert.Throws<UserErrorException>(() => Samples.Read(folder));
        Assert.Equal(sentence, error.Mistakes[0].ToString());
    }
}
