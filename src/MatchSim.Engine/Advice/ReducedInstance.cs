using MatchSim.Engine.Matching;
using MatchSim.Engine.Outcomes;

namespace MatchSim.Engine.Advice;

/// <summary>
/// A season's lists as a market of singles, for the menu theorem. Plain singles keep their lists; members of couples and
/// people with supplemental lists list only the place they hold in the season's match, the supplemental place through a
/// double of their own. Quotas are those the match ended with. Keeps its buffers from season to season.
/// </summary>
internal sealed class ReducedInstance
{
    private readonly MatchInstance _instance = new();
    private ListEntry[] _entries = [];
    private int[] _offsets = [];
    private int[] _quotas = [];
    private uint[] _held = [];      // [applicant] score at the program held as a member of a couple; Unranked = none, or not in a couple
    private int _people;
    private int _count;             // entries

    /// <summary>The market of a season; valid until that of the next.</summary>
    public MatchInstance Of(Season season)
    {
        MatchInstance full = season.Lists.Instance;
        MatchResult match = season.Match;
        Reserve(full);
        FindHeldByCouples(full, match);
        AddPeople(full, match);
        AddDoubles(full, match);
        match.EffectiveQuotas.CopyTo(_quotas);
        _instance.ApplicantCount = _people;
        _instance.ProgramCount = full.ProgramCount;
        _instance.Quotas = _quotas;
        _instance.ListOffsets = _offsets;
        _instance.Entries = _entries;
        return _instance;
    }

    /// <summary>Everybody may hold one place more than the lists of singles say, and have a double.</summary>
    private void Reserve(MatchInstance full)
    {
        Buffers.Grow(ref _entries, full.ListOffsets[full.ApplicantCount] + (2 * full.ApplicantCount));
        Buffers.Grow(ref _offsets, (2 * full.ApplicantCount) + 1);
        Buffers.Grow(ref _quotas, full.ProgramCount);
        Buffers.Grow(ref _held, full.ApplicantCount);
        Array.Clear(_held);
        _offsets[0] = 0;
        _people = 0;
        _count = 0;
    }

    private void AddPeople(MatchInstance full, MatchResult match)
    {
        ReadOnlySpan<int> programs = match.ProgramOf;
        ReadOnlySpan<int> ranks = match.RankOf;
        for (int a = 0; a < full.ApplicantCount; a++)
        {
            ReadOnlySpan<ListEntry> own = full.Entries.AsSpan(full.ListOffsets[a]..full.ListOffsets[a + 1]);
            if (_held[a] != MatchInstance.Unranked)
                Add(new ListEntry(programs[a], _held[a]));
            else if (!HasLinks(full, a))
                Add(own);
            else if (programs[a] >= 0)
                Add(own[ranks[a]]);
            _offsets[++_people] = _count;
        }
    }

    private void Add(ListEntry entry) => _entries[_count++] = entry;

    private void Add(ReadOnlySpan<ListEntry> list)
    {
        list.CopyTo(_entries.AsSpan(_count));
        _count += list.Length;
    }

    private static bool HasLinks(MatchInstance full, int applicant) => full.SupplementalOffsets.Length > 0
        && full.SupplementalOffsets[applicant + 1] > full.SupplementalOffsets[applicant];

    private void FindHeldByCouples(MatchInstance full, MatchResult match)
    {
        for (int c = 0; c < full.CoupleCount; c++)
        {
            int rank = match.RankOf[full.CoupleA[c]];
            if (rank < 0)
                continue;
            PairEntry pair = full.Pairs[full.PairOffsets[c] + rank];
            if (match.ProgramOf[full.CoupleA[c]] >= 0)
                _held[full.CoupleA[c]] = pair.ScoreA;
            if (match.ProgramOf[full.CoupleB[c]] >= 0)
                _held[full.CoupleB[c]] = pair.ScoreB;
        }
    }

    /// <summary>One more single for every supplemental place held.</summary>
    private void AddDoubles(MatchInstance full, MatchResult match)
    {
        for (int a = 0; a < match.SupplementalProgramOf.Length; a++)
        {
            if (match.SupplementalProgramOf[a] == MatchInstance.None)
                continue;
            for (int link = full.SupplementalOffsets[a]; link < full.SupplementalOffsets[a + 1]; link++)
            {
                SupplementalLink opened = full.SupplementalLinks[link];
                if (opened.AdvancedProgram != match.ProgramOf[a])
                    continue;
                Add(full.SupplementalEntries[opened.Start + match.SupplementalRankOf[a]]);
                _offsets[++_people] = _count;
            }
        }
    }
}
