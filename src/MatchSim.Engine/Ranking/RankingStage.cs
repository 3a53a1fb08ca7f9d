using MatchSim.Engine.Interviews;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Matching;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Ranking;

/// <summary>InterviewGraph → RankOrderLists: both sides rank whom they met; couples join their lists.</summary>
public sealed class RankingStage(MarketLayout layout)
{
    private readonly Impressions _impressions = new(layout);
    private readonly ProgramRanking _programs = new(layout);
    private readonly ApplicantRanking _applicants = new(layout);
    private readonly CoupleRanking _couples = new(layout);
    private readonly bool _supplemental = layout.Scenario.Match.SupplementalLists == Switch.On;

    // Columns of the instance, rebuilt every season.
    private readonly Column<ListEntry> _entries = new();
    private readonly Column<ListEntry> _supplementalEntries = new();
    private readonly Column<SupplementalLink> _links = new();
    private readonly Column<PairEntry> _pairs = new();

    /// <summary>Overwrites <paramref name="lists"/>.</summary>
    public void Rank(
        Streams streams, Market market, InterviewGraph interviews, RankOrderLists lists)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(lists);
        Clear(lists);
        _impressions.Form(streams, market, interviews);
        _programs.Rank(market, interviews, _impressions.Score, lists);
        for (int a = 0; a < layout.ApplicantCount; a++)
        {
            lists.Instance.ListOffsets[a] = _entries.Count;
            lists.Instance.SupplementalOffsets[a] = _links.Count;
            _applicants.Rank(market, interviews, _impressions.Utility, a);
            WriteLists(market, interviews, a, lists);
            if (a > 0 && market.Applicants.Couple[a] >= 0 && market.Applicants.Couple[a] == market.Applicants.Couple[a - 1])
                JoinCouple(market, a - 1, a, lists);
        }

        Finish(market, lists);
    }

    private void Clear(RankOrderLists lists)
    {
        _entries.Clear();
        _supplementalEntries.Clear();
        _links.Clear();
        _pairs.Clear();
        lists.OwnLists.Clear();
        lists.Instance.CoupleCount = 0;
    }

    /// <summary>Writes one applicant's lists: a single's into the instance, a couple member's aside.</summary>
    private void WriteLists(
        Market market, InterviewGraph interviews, int applicant, RankOrderLists lists)
    {
        bool single = market.Applicants.Couple[applicant] < 0;
        Column<ListEntry> target = single ? _entries : lists.OwnLists;
        ReadOnlySpan<int> primary = _applicants.Primary;
        lists.Length[applicant] = primary.Length;
        lists.OwnListStart[applicant] = single ? -1 : target.Count;
        int start = _supplementalEntries.Count;
        if (_supplemental)
            Write(_applicants.Supplemental, interviews, lists, _supplementalEntries);
        Write(primary, interviews, lists, target);
        if (_supplementalEntries.Count > start)
            Link(primary, interviews, start);
    }

    private static void Write(ReadOnlySpan<int> slots, InterviewGraph interviews, RankOrderLists lists, Column<ListEntry> target)
    {
        Span<ListEntry> entries = target.Extend(slots.Length);
        ReadOnlySpan<int> programs = interviews.Program;
        ReadOnlySpan<uint> scores = lists.ProgramScore.AsSpan(0, programs.Length);
        for (int i = 0; i < entries.Length; i++)
        {
            int slot = slots[i];
            entries[i] = new ListEntry(programs[slot], scores[slot]);
        }
    }

    /// <summary>Every advanced program on the list opens the supplemental one.</summary>
    private void Link(ReadOnlySpan<int> primary, InterviewGraph interviews, int start)
    {
        foreach (int slot in primary)
        {
            int program = interviews.Program[slot];
            if (layout.TrackOf(program) == Track.Advanced)
                _links.Add(new SupplementalLink(program, start, _supplementalEntries.Count));
        }
    }

    /// <summary>Both members have lists: one joint list. Only one has: that one stands alone.</summary>
    private void JoinCouple(Market market, int a, int b, RankOrderLists lists)
    {
        MatchInstance instance = lists.Instance;
        int couple = market.Applicants.Couple[a];
        lists.InstanceCouple[couple] = Market.None;
        if (lists.Length[a] == 0 && lists.Length[b] == 0)
            return;
        if (lists.Length[a] == 0 || lists.Length[b] == 0)
        {
            StandAlone(lists.Length[a] > 0 ? a : b, b, lists);
            return;
        }

        int index = instance.CoupleCount++;
        lists.InstanceCouple[couple] = index;
        instance.CoupleA[index] = a;
        instance.CoupleB[index] = b;
        instance.PairOffsets[index] = _pairs.Count;
        _couples.Join(market, lists.ListOf(a), lists.ListOf(b), market.OnlyTogether[couple], _pairs);
    }

    private void StandAlone(int member, int second, RankOrderLists lists)
    {
        ReadOnlySpan<ListEntry> own = lists.ListOf(member);
        lists.Instance.ListOffsets[member] = _entries.Count;
        if (member != second)
            lists.Instance.ListOffsets[second] = _entries.Count + own.Length;
        foreach (ListEntry entry in own)
            _entries.Add(entry);
        lists.OwnListStart[member] = -1;
    }

    private void Finish(Market market, RankOrderLists lists)
    {
        MatchInstance instance = lists.Instance;
        instance.ListOffsets[layout.ApplicantCount] = _entries.Count;
        instance.SupplementalOffsets[layout.ApplicantCount] = _links.Count;
        instance.PairOffsets[instance.CoupleCount] = _pairs.Count;
        instance.Entries = _entries.Items;
        instance.Pairs = _pairs.Items;
        instance.SupplementalLinks = _links.Items;
        instance.SupplementalEntries = _supplementalEntries.Items;
        instance.Quotas = market.Programs.Positions;
    }
}
