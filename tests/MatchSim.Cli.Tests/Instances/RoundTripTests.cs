using MatchSim.Cli.Files;
using MatchSim.Cli.Shell;
using MatchSim.Engine.Matching;

namespace MatchSim.Cli.Tests.Instances;

/// <summary>What is written reads back as the same instance, in either form, whatever the order of rows.</summary>
public sealed class RoundTripTests
{
    public static TheoryData<string> Fixtures => [.. Directory
        .EnumerateDirectories(Path.Combine(AppContext.BaseDirectory, "fixtures")).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_table_is_read()
    {
        NamedInstance instance = Samples.Read(Samples.Folder());
        Assert.Equal(["a", "b", "c, d", "e", "f", "g", "h"], instance.Applicants);
        Assert.Equal([1, 3, 1, 2, 1, 2, 1], instance.EntryRanks);
        Assert.Equal([Parity.Any, Parity.Any, Parity.Even, Parity.Odd], instance.Match.Parities);
        Assert.Equal([new Reversion(3, 1, 1), new Reversion(3, 2, 1)], instance.Match.Reversions);
        Assert.Equal(new DroppedEntries { ProgramDidNotRank = 1, ApplicantDidNotList = 1 }, instance.Dropped);
        Assert.Equal([new ListEntry(3, NamedInstance.ScoreAt(0))], instance.Match.SupplementalEntries);
        Assert.Equal(new PairEntry(2, NamedInstance.ScoreAt(1), MatchInstance.None, MatchInstance.Unranked), instance.Match.Pairs[1]);
    }

    [Fact]
    public void A_folder_with_every_variation_reads_back()
    {
        Dictionary<string, string> once = Samples.Write(Samples.Read(Samples.Folder()));
        Assert.Equal(6, once.Count);
        Assert.Equal(once, Samples.Write(Samples.Read(once)));
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Published_instances_read_back(string name)
    {
        NamedInstance instance = InstanceFiles.Read(Path.Combine(AppContext.BaseDirectory, "fixtures", name));
        Dictionary<string, string> once = Samples.Write(instance);
        NamedInstance again = Samples.Read(once);
        Assert.Equal(once, Samples.Write(again));
        Assert.Equal(instance.Applicants, again.Applicants);
        Assert.Equal(instance.Match.Quotas, again.Match.Quotas);
        Assert.Equal(0, again.Dropped.ApplicantDidNotList);
    }

    [Fact]
    public void Text_and_folder_say_the_same()
    {
        NamedInstance text = Samples.ReadRcp(Samples.Rcp);
        Dictionary<string, string> folder = Samples.Write(text);
        NamedInstance csv = Samples.Read(folder);
        Assert.Equal(Samples.WriteRcp(text), Samples.WriteRcp(csv));
        Assert.Equal(Samples.WriteRcp(text), Samples.WriteRcp(Samples.ReadRcp(Samples.WriteRcp(csv))));
    }

    [Fact]
    public void Ids_of_text_files_are_numbers_and_ordered_as_such()
    {
        Assert.Equal(["2", "10"], Samples.ReadRcp("r 10 1\nr 2 1\np 1 1 2 10\n").Applicants);
        Dictionary<string, string> folder = Samples.Write(Samples.ReadRcp("r 10 1\nr 2 1\np 1 1 2 10\n"));
        Assert.Equal(["10", "2"], Samples.Read(folder).Applicants);
    }

    [Fact]
    public void What_the_text_form_cannot_say_is_refused()
    {
        UserErrorException error = Assert.Throws<UserErrorException>(() => RcpWriter.Refuse(Samples.Read(Samples.Folder()), "x.rcp"));
        Assert.Equal(6, error.Mistakes.Count);
    }

    [Fact]
    public void Rows_may_stand_in_any_order_and_columns_too()
    {
        Dictionary<string, string> folder = Samples.Folder();
        Dictionary<string, string> expected = Samples.Write(Samples.Read(folder));
        var random = new Random(7);
        for (int i = 0; i < 200; i++)
        {
            Dictionary<string, string> shuffled = folder.ToDictionary(table => table.Key, table => Shuffle(table.Value, random), StringComparer.Ordinal);
            Assert.Equal(expected, Samples.Write(Samples.Read(shuffled)));
            string[] lines = Samples.Rcp.Split('\n');
            random.Shuffle(lines);
            Assert.Equal(Samples.WriteRcp(Samples.ReadRcp(Samples.Rcp)), Samples.WriteRcp(Samples.ReadRcp(string.Join('\n', lines))));
        }

        folder["reversions.csv"] = "positions,receiver,donor,rank\n1,P2,P4,1\n1,P3,P4,2\n";
        Assert.Equal(expected, Samples.Write(Samples.Read(folder)));
    }

    [Fact]
    public void Line_ends_quotes_and_a_byte_order_mark_make_no_difference()
    {
        Dictionary<string, string> folder = Samples.Folder();
        Dictionary<string, string> expected = Samples.Write(Samples.Read(folder));
        folder["applicants.csv"] = "\uFEFF" + folder["applicants.csv"].Replace("\n", "\r\n").Replace("h,1,P3", "\"h\",\"1\",\"P3\"");
        folder["rankings.csv"] = folder["rankings.csv"].TrimEnd('\n');
        folder["programs.csv"] = folder["programs.csv"].Replace("\nP2", "\n\nP2");
        Assert.Equal(expected, Samples.Write(Samples.Read(folder)));
    }

    [Fact]
    public void Ids_are_any_text()
    {
        const string Odd = "\"line\nfeed, \"\"quote\"\" é 🏥\"";
        var folder = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["applicants.csv"] = $"applicant,rank,program\n{Odd},1,{Odd}\n",
            ["programs.csv"] = $"program,quota\n{Odd},1\n",
            ["rankings.csv"] = $"program,rank,applicant\n{Odd},1,{Odd}\n",
        };
        NamedInstance instance = Samples.Read(folder);
        Assert.Equal(["line\nfeed, \"quote\" é 🏥"], instance.Applicants);
        Assert.Equal(folder, Samples.Write(instance));
    }

    [Fact]
    public void Pairs_below_being_unmatched_are_counted_not_kept()
    {
        Dictionary<string, string> folder = Samples.Folder();
        folder["couples.csv"] = folder["couples.csv"].Replace("k,f,g,2,P3,", "k,f,g,2,,\nk,f,g,3,P3,");
        NamedInstance instance = Samples.Read(folder);
        Assert.Equal(1, instance.Dropped.PairBelowUnmatched);
        Assert.Single(instance.Match.Pairs);
    }

    private static string Shuffle(string table, Random random)
    {
        string[] lines = table.TrimEnd('\n').Split('\n');
        random.Shuffle(lines.AsSpan(1));
        return string.Join('\n', lines) + "\n";
    }
}
