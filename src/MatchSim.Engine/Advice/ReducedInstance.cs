using MatchSim.Engine.Matching;
using MatchSim.Engine.Outcomes;

namespace MatchSim.Engine.Advice;

/// <summary>
/// A season's lists as a market of singles, for the menu theorem. Plain singles keep their lists; members of couples and
/// people with supplemental lists list only the place they hold in the season's match, the supplemental place through a
/// double of their own. Quotas are those the match ended with.
/// </summary>
internal static class ReducedInstance
{
    public static MatchInstance Of(Season season)
    {
        MatchInstance full = season.Lists.Instance;
        MatchResult match = season.Match;
        var entries = new List<ListEntry>(full.ListOffsets[full.ApplicantCount]);
        var offsets = new List<int>(full.ApplicantCount + 1) { 0 };
        uint[] held = HeldByCouples(full, match);
        for (int a = 0; a < full.ApplicantCount; a++)
        {
            ReadOnlySpan<ListEntry> own = full.Entries.AsSpan(full.ListOffsets[a], full.ListOffsets[a + 1] - full.ListOffsets[a]);
            if (held[a] != MatchInstance.Unranked)
                entries.Add(new ListEntry(match.ProgramOf[a], held[a]));
            else if (!HasLinks(full, a))
                entries.AddRange(own);
            else if (match.ProgramOf[a] >= 0)
                entries.Add(own[match.RankOf[a]]);
            offsets.Add(entries.Count);
        }

        AddDoubles(full, match, entries, offsets);
        return new MatchInstance
        {
            ApplicantCount = offsets.Count - 1,
            ProgramCount = full.ProgramCount,
            Quotas = match.EffectiveQuotas.ToArray(),
            ListOffsets = [.. offsets],
            Entries = [.. entries],
        };
    }

    private static bool HasLinks(MatchInstance full, int applicant) => full.SupplementalOffsets.Length > 0
        && full.SupplementalOffsets[applicant + 1] > full.SupplementalOffsets[applicant];

    /// <summary>[applicant] score at the program held as a member of a couple; Unranked = none, or not in a couple.</summary>
    private static uint[] HeldByCouples(MatchInstance full, MatchResult match)
    {
        uint[] held = new uint[full.ApplicantCount];
        for (int c = 0; c < full.CoupleCount; c++)
        {
            int rank = match.RankOf[full.CoupleA[c]];
            if (rank < 0)
                continue;
            PairEntry pair = full.Pairs[full.PairOffsets[c] + rank];
            if (match.ProgramOf[full.CoupleA[c]] >= 0)
                held[full.CoupleA[c]] = pair.ScoreA;
            if (match.ProgramOf[full.CoupleB[c]] >= 0)
                held[full.CoupleB[c]] = pair.ScoreB;
        }

        return held;
    }

    /// <summary>One more single for every supplemental place held.</summary>
    private static void AddDoubles(MatchInstance full, MatchResult match, List<ListEntry> entries, List<int> offsets)
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
                entries.Add(full.SupplementalEntries[opened.Start + match.SupplementalRankOf[a]]);
                offsets.Add(entries.Count);
            }
        }
    }
}
