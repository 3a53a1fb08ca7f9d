using MatchSim.Engine.Matching;
using MatchSim.Engine.Outcomes;

namespace MatchSim.Engine.Advice;

/// <summary>
/// A season's lists as a market of singles, for the menu theorem. Plain singles keep their lists; members of couples and
/// people with supplemental lists list only the place they hold in the season's match, the supplemental place through a
/// double of their own. Quotas are those the match ended with. Filled anew for every season, in the same memory.
/// </summary>
internal sealed class ReducedInstance
{
    private uint[] _heldByCouples = [];     // [applicant] score at the program held as a member of a couple; Unranked = none
    private int[] _held = [];
    private int _entries;
    private int _applicants;

    /// <summary>The market; arrays are longer than the counts say.</summary>
    public MatchInstance Instance { get; } = new();

    /// <summary>[applicant] 0-based rank, on the list as it stands here, of the place held in the season's match; −1 = none.</summary>
    public ReadOnlySpan<int> Held => _held.AsSpan(0, _applicants);

    public void Fill(Season season)
    {
        MatchInstance full = season.Lists.Instance;
        MatchResult match = season.Match;
        MakeRoom(full);
        match.EffectiveQuotas.CopyTo(Instance.Quotas);
        _entries = 0;
        _applicants = 0;
        NoteCouples(full, match);
        AddApplicants(full, match);
        AddDoubles(full, match);
        Instance.ProgramCount = full.ProgramCount;
        Instance.ApplicantCount = _applicants;
    }

    private void MakeRoom(MatchInstance full)
    {
        int applicants = 2 * full.ApplicantCount;       // as if everybody had a double
        Instance.Quotas = Buffers.Enough(Instance.Quotas, full.ProgramCount);
        Instance.ListOffsets = Buffers.Enough(Instance.ListOffsets, applicants + 1);
        Instance.Entries = Buffers.Enough(Instance.Entries, full.ListOffsets[full.ApplicantCount] + applicants);
        Buffers.Grow(ref _held, applicants);
        Buffers.Grow(ref _heldByCouples, full.ApplicantCount);
        _heldByCouples.AsSpan(0, full.ApplicantCount).Clear();
    }

    private void NoteCouples(MatchInstance full, MatchResult match)
    {
        for (int c = 0; c < full.CoupleCount; c++)
        {
            int rank = match.RankOf[full.CoupleA[c]];
            if (rank < 0)
                continue;
            PairEntry pair = full.Pairs[full.PairOffsets[c] + rank];
            if (match.ProgramOf[full.CoupleA[c]] >= 0)
                _heldByCouples[full.CoupleA[c]] = pair.ScoreA;
            if (match.ProgramOf[full.CoupleB[c]] >= 0)
                _heldByCouples[full.CoupleB[c]] = pair.ScoreB;
        }
    }

    /// <summary>Lists of plain singles are copied many at a time: all since the last applicant who is none.</summary>
    private void AddApplicants(MatchInstance full, MatchResult match)
    {
        ReadOnlySpan<int> programOf = match.ProgramOf;
        ReadOnlySpan<int> rankOf = match.RankOf;
        int first = 0;
        for (int a = 0; a < full.ApplicantCount; a++)
        {
            bool coupled = _heldByCouples[a] != MatchInstance.Unranked;
            bool without = programOf[a] < 0 && rankOf[a] >= 0;      // the couple's pair came true and leaves this member out
            if (!coupled && !without && !HasLinks(full, a))
                continue;
            AddPlain(full, rankOf, first, a);
            first = a + 1;
            if (coupled)
                AddOne(new ListEntry(programOf[a], _heldByCouples[a]));
            else if (programOf[a] >= 0)
                AddOne(full.Entries[full.ListOffsets[a] + rankOf[a]]);
            else
                AddNone();
        }

        AddPlain(full, rankOf, first, full.ApplicantCount);
    }

    private void AddPlain(MatchInstance full, ReadOnlySpan<int> rankOf, int first, int end)
    {
        int from = full.ListOffsets[first];
        full.Entries.AsSpan(from..full.ListOffsets[end]).CopyTo(Instance.Entries.AsSpan(_entries));
        rankOf[first..end].CopyTo(_held.AsSpan(_applicants));
        int moved = _entries - from;
        ReadOnlySpan<int> starts = full.ListOffsets.AsSpan(first, end - first);
        Span<int> offsets = Instance.ListOffsets.AsSpan(_applicants, starts.Length);
        for (int i = 0; i < starts.Length; i++)
            offsets[i] = starts[i] + moved;
        _applicants += end - first;
        _entries = full.ListOffsets[end] + moved;
        Instance.ListOffsets[_applicants] = _entries;
    }

    private void AddOne(ListEntry entry)
    {
        Instance.Entries[_entries++] = entry;
        _held[_applicants++] = 0;
        Instance.ListOffsets[_applicants] = _entries;
    }

    private void AddNone()
    {
        _held[_applicants++] = -1;
        Instance.ListOffsets[_applicants] = _entries;
    }

    private static bool HasLinks(MatchInstance full, int applicant) => full.SupplementalOffsets.Length > 0
        && full.SupplementalOffsets[applicant + 1] > full.SupplementalOffsets[applicant];

    /// <summary>One more single for every supplemental place held.</summary>
    private void AddDoubles(MatchInstance full, MatchResult match)
    {
        ReadOnlySpan<int> supplemental = match.SupplementalProgramOf;
        for (int a = 0; a < supplemental.Length; a++)
        {
            if (supplemental[a] == MatchInstance.None)
                continue;
            foreach (SupplementalLink opened in ProgramListings.LinksOf(full, a))
                if (opened.AdvancedProgram == match.ProgramOf[a])
                    AddOne(full.SupplementalEntries[opened.Start + match.SupplementalRankOf[a]]);
        }
    }
}
