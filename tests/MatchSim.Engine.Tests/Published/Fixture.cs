using System.Globalization;
using MatchSim.Engine.Matching;
using MatchSim.Engine.Tests.Instances;
using MatchSim.Engine.Tests.Oracle;

namespace MatchSim.Engine.Tests.Published;

/// <summary>A published instance in a folder of CSV files, with what its source says about it. Reads exactly these files;
/// the program's reader of instances is another one.</summary>
public sealed class Fixture
{
    private readonly List<string> _applicants = [];
    private readonly List<string> _programs = [];
    private readonly List<(string Kind, int Applicant, int Program)> _expected;

    public Fixture(string name)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "Published", "fixtures", name);
        string[][] quotas = Rows(folder, "programs.csv");
        _programs.AddRange(quotas.Select(r => r[0]));
        string[][] lists = Rows(folder, "applicants.csv");
        string[][] couples = Rows(folder, "couples.csv");
        foreach (string id in lists.Select(r => r[0]).Concat(couples.SelectMany(r => new[] { r[1], r[2] })))
            if (!_applicants.Contains(id))
                _applicants.Add(id);
        string[][] rankings = Rows(folder, "rankings.csv");
        Market = new TestMarket(
            [.. quotas.Select(r => int.Parse(r[1], CultureInfo.InvariantCulture))],
            [.. _programs.Select(p => Ranked(rankings, p, r => _applicants.IndexOf(r[2])))],
            [.. _applicants.Select(a => Ranked(lists, a, r => Program(r[2])))])
        {
            Couples = [.. couples.GroupBy(r => r[0], StringComparer.Ordinal).Select(g => new TestCouple(
                _applicants.IndexOf(g.First()[1]),
                _applicants.IndexOf(g.First()[2]),
                Ranked(couples, g.Key, r => (Program(r[4]), Program(r[5])), rank: 3)))],
        };
        _expected = [.. Rows(folder, "expected.csv").Select(r => (r[0], _applicants.IndexOf(r[1]), Program(r[2])))];
    }

    public TestMarket Market { get; }

    public IEnumerable<string> Applicants => _applicants;

    public IEnumerable<string> Programs => _programs;

    /// <summary>[applicant] program, as the source states for one kind of matching; null = not stated.</summary>
    public int[]? Expected(string kind) => _expected.Exists(e => e.Kind == kind)
        ? [.. Enumerable.Range(0, _applicants.Count).Select(a => _expected.Find(e => e.Kind == kind && e.Applicant == a).Program)]
        : null;

    /// <summary>All stable matchings, as stated.</summary>
    public IEnumerable<Assignment> AllStable => _expected.Select(e => e.Kind).Where(k => k.StartsWith("stable_", StringComparison.Ordinal))
        .Distinct(StringComparer.Ordinal).Select(k => new Assignment(Expected(k)!, [.. Enumerable.Repeat(-1, _applicants.Count)]));

    /// <summary>Both sides' matchings are as the source states.</summary>
    public void BothSidesAgree()
    {
        MatchInstance instance = Market.ToInstance();
        var workspace = new MatchWorkspace();
        Assert.Equal(Expected("applicant_optimal"), DeferredAcceptance.ApplicantProposing(instance, workspace).ProgramOf.ToArray());
        Assert.Equal(Expected("applicant_optimal"),
            RothPeranson.Match(instance, MatchOptions.Default, workspace).ProgramOf.ToArray());
        Assert.Equal(Expected("program_optimal"), DeferredAcceptance.ProgramProposing(instance, workspace).ProgramOf.ToArray());
    }

    /// <summary>The stable matchings are those stated, all of them, and the matcher finds one if there is one.</summary>
    public void AllStableAgree()
    {
        MatchInstance instance = Market.ToInstance();
        Assert.Equal(AllStable.ToHashSet(), AllStableMatchings.Of(instance));
        MatchResult result = RothPeranson.Match(instance, MatchOptions.Default, new MatchWorkspace());
        Assert.Equal(AllStable.Any() ? MatchStatus.Stable : MatchStatus.NoStableMatchingFound, result.Status);
        if (AllStable.Any())
            Assert.Contains(BruteForceTests.Found(instance, result), AllStable);
    }

    private int Program(string id) => id.Length == 0 ? -1 : _programs.IndexOf(id);

    private static T[] Ranked<T>(string[][] rows, string owner, Func<string[], T> item, int rank = 1) =>
        [.. rows.Where(r => r[0] == owner && r[rank].Length > 0)
            .OrderBy(r => int.Parse(r[rank], CultureInfo.InvariantCulture)).Select(item)];

    private static string[][] Rows(string folder, string file) => !File.Exists(Path.Combine(folder, file)) ? []
        : [.. File.ReadAllLines(Path.Combine(folder, file)).Skip(1).Where(l => l.Length > 0).Select(l => l.Split(','))];
}
