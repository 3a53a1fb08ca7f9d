using MatchSim.Engine.Interviews;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Matching;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Ranking;

/// <summary>InterviewGraph → RankOrderLists: both sides rank whom they met; couples join their lists.</summary>
public sealed class RankingStage(MarketLayout layout)
{
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
        _programs.Rank(streams, market, interviews, lists);
        for (int a = 0; a < layout.ApplicantCount; a++)
        {
            lists.Instance.ListOffsets[a] = _entries.Count;
            lists.Instance.SupplementalOffsets[a] = _links.Count;
            _applicants.Rank(streams, market, interviews, a);
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
        lists.Length[applicant] = _applicants.Primary.Count;
        lists.OwnListStart[applicant] = single ? -1 : target.Count;

        int start = _supplementalEntries.Count;
        for (int i = 0; i < _applicants.Supplemental.Count && _supplemental; i++)
            _supplementalEntries.Add(EntryOf(_applicants.Supplemental.Items[i]));
        int end = _supplementalEntries.Count;

        for (int i = 0; i < _applicants.Primary.Count; i++)
        {
            ListEntry entry = EntryOf(_applicants.Primary.Items[i]);
            target.Add(entry);
            if (end > start && layout.TrackOf(entry.Program) == Track.Advanced)
                _links.Add(new SupplementalLink(entry.Program, start, end));
        }

        ListEntry EntryOf(int slot) =>
            new(interviews.Slots[slot].Program, lists.ProgramScore[slot]);
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
