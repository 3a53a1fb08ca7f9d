using MatchSim.Engine.Markets;
using MatchSim.Engine.Matching;
using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Ranking;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Advice;

/// <summary>
/// A season's lists with newcomers in the last places, and the match run again: what every look-up is held against. The
/// season's columns are copied once; only the newcomers' entries change between two re-runs.
/// </summary>
internal sealed class NewcomerMarket
{
    private const int Room = 4096;

    private readonly MarketLayout _layout;
    private readonly MatchInstance _with;
    private readonly MatchOptions _options;
    private readonly CoupleRanking _joining;
    private readonly Column<PairEntry> _pairs = new();
    private readonly MatchWorkspace _workspace = new();
    private readonly Season _season;
    private readonly int _people;
    private readonly int _couples;
    private readonly int _besideStart;
    private int _entries;
    private int _links;
    private int _beside;

    /// <param name="season">Its lists are copied; its market is read while couples are added.</param>
    /// <param name="streams">Those of the season.</param>
    public NewcomerMarket(Season season, Streams streams)
    {
        MatchInstance full = season.Lists.Instance;
        _season = season;
        _layout = season.Market.Layout;
        _joining = new CoupleRanking(_layout);
        _people = full.ApplicantCount;
        _couples = full.CoupleCount;
        _options = MatchOptions.Default with
        {
            Seed = streams[Purpose.CoupleOrder].Key,
            RestartBudget = _layout.Scenario.Match.RestartBudget,
        };
        int links = full.SupplementalOffsets[_people];
        _besideStart = EndOfSupplemental(full, links);
        _with = new MatchInstance
        {
            ProgramCount = full.ProgramCount,
            Quotas = full.Quotas,
            ListOffsets = Longer(full.ListOffsets, _people + 1, 2),
            Entries = Longer(full.Entries, full.ListOffsets[_people], Room),
            CoupleA = Longer(full.CoupleA, _couples, 1),
            CoupleB = Longer(full.CoupleB, _couples, 1),
            PairOffsets = Longer(full.PairOffsets, _couples + 1, 1),
            Pairs = Longer(full.Pairs, full.PairOffsets[_couples], Room),
            SupplementalOffsets = Longer(full.SupplementalOffsets, _people + 1, 2),
            SupplementalLinks = Longer(full.SupplementalLinks, links, Room),
            SupplementalEntries = Longer(full.SupplementalEntries, _besideStart, Room),
        };
        Clear();
    }

    /// <summary>Index of the first newcomer.</summary>
    public int First => _people;

    /// <summary>The lists with the newcomers added since <see cref="Clear"/>.</summary>
    public MatchInstance Instance => _with;

    /// <summary>Takes all newcomers out.</summary>
    public void Clear()
    {
        _with.ApplicantCount = _people;
        _with.CoupleCount = _couples;
        _entries = _with.ListOffsets[_people];
        _links = _with.SupplementalOffsets[_people];
        _beside = _besideStart;
    }

    /// <summary>Adds a single with these lists.</summary>
    public void Single(ReadOnlySpan<ListEntry> list, ReadOnlySpan<ListEntry> supplemental)
    {
        Require(list.Length + supplemental.Length);
        list.CopyTo(_with.Entries.AsSpan(_entries));
        _entries += list.Length;
        Link(list, supplemental);
        Close();
    }

    /// <summary>Adds a couple whose own lists are these, and who rank pairs in which only one is matched too; with only one
    /// list, that one stands alone.</summary>
    public void Couple(FocalSeason one, FocalSeason other)
    {
        if (one.List.IsEmpty || other.List.IsEmpty)
        {
            Single(one.List, one.Supplemental);
            Single(other.List, other.Supplemental);
            return;
        }

        _with.CoupleA[_couples] = _with.ApplicantCount;
        Link(one.List, one.Supplemental);
        Close();
        _with.CoupleB[_couples] = _with.ApplicantCount;
        Link(other.List, other.Supplemental);
        Close();
        _pairs.Clear();
        _joining.Join(_season.Market, one.List, other.List, onlyTogether: false, _pairs);
        int start = _with.PairOffsets[_couples];
        if (_with.Pairs.Length < start + _pairs.Count)
            _with.Pairs = Longer(_with.Pairs, start, 2 * _pairs.Count);
        _pairs.Slice(0, _pairs.Count).CopyTo(_with.Pairs.AsSpan(start));
        _with.PairOffsets[_couples + 1] = start + _pairs.Count;
        _with.CoupleCount = _couples + 1;
    }

    /// <summary>Matches everybody again; the result is valid until the next time.</summary>
    public MatchResult Match() => RothPeranson.Match(_with, _options, _workspace);

    /// <summary>Whether a newcomer (from 0) has a PGY-1 position.</summary>
    public bool HasFirstYear(MatchResult match, int newcomer) => PeopleCount.IsMatchedToPgy1(_layout, match, _people + newcomer);

    private void Link(ReadOnlySpan<ListEntry> list, ReadOnlySpan<ListEntry> supplemental)
    {
        if (_layout.Scenario.Match.SupplementalLists == Switch.Off || supplemental.IsEmpty)
            return;
        Require(list.Length + supplemental.Length);
        supplemental.CopyTo(_with.SupplementalEntries.AsSpan(_beside));
        foreach (ListEntry entry in list)
        {
            if (_layout.TrackOf(entry.Program) == Track.Advanced)
                _with.SupplementalLinks[_links++] = new SupplementalLink(entry.Program, _beside, _beside + supplemental.Length);
        }

        _beside += supplemental.Length;
    }

    private void Close()
    {
        int next = ++_with.ApplicantCount;
        _with.ListOffsets[next] = _entries;
        _with.SupplementalOffsets[next] = _links;
    }

    private static void Require(int entries)
    {
        if (entries > Room / 2)
            throw new InvalidOperationException($"A newcomer's lists have {entries} entries: more interviews than anybody attends.");
    }

    private static int EndOfSupplemental(MatchInstance full, int links)
    {
        int end = 0;
        for (int i = 0; i < links; i++)
            end = Math.Max(end, full.SupplementalLinks[i].End);
        return end;
    }

    private static T[] Longer<T>(T[] from, int used, int more)
    {
        var to = new T[used + more];
        Array.Copy(from, to, used);
        return to;
    }
}
