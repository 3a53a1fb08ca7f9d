using MatchSim.Engine.Matching;

namespace MatchSim.Cli.Exact;

/// <summary>
/// Takes out of an instance what cannot come true in any stable matching, so that the formula is smaller. When only
/// singles propose, top down, a refusal is final whatever couples and supplemental lists do: the better ones who fill
/// the program have been refused, finally, by all that they prefer to it, so that one of them would block.
/// </summary>
/// <remarks>The same argument makes the clauses of such an entry follow from the others: it may be left out altogether. It
/// fails for half of a pair where the partner may give up a supplemental place: such pairs stay.
/// Own code on purpose: an oracle that shares the matcher's would share its mistakes.</remarks>
internal static class CertainRefusals
{
    /// <summary>A copy in which such entries, of couples and supplemental lists too, are unranked.</summary>
    public static MatchInstance Without(MatchInstance instance)
    {
        (uint Score, int Applicant)?[] worst = Propose(instance);

        uint Keep(int applicant, int program, uint score)
        {
            if (program == MatchInstance.None || score == MatchInstance.Unranked || worst[program] is not { } held)
                return score;
            return Better((score, applicant), held) || held.Applicant == applicant ? score : MatchInstance.Unranked;
        }

        var entries = (ListEntry[])instance.Entries.Clone();
        var pairs = (PairEntry[])instance.Pairs.Clone();
        var supplemental = (ListEntry[])instance.SupplementalEntries.Clone();
        for (int a = 0; a < instance.ApplicantCount; a++)
        {
            foreach (ref ListEntry entry in entries.AsSpan(instance.ListOffsets[a]..instance.ListOffsets[a + 1]))
                entry = entry with { Score = Keep(a, entry.Program, entry.Score) };
        }

        for (int a = 0; instance.SupplementalOffsets.Length > 0 && a < instance.ApplicantCount; a++)
        {
            foreach (SupplementalLink link in instance.SupplementalLinks.AsSpan(
                instance.SupplementalOffsets[a]..instance.SupplementalOffsets[a + 1]))
            {
                foreach (ref ListEntry entry in supplemental.AsSpan(link.Start..link.End))
                    entry = entry with { Score = Keep(a, entry.Program, entry.Score) };
            }
        }

        HashSet<(int Applicant, int Program)> supplementalPlaces = SupplementalPlaces(instance);

        uint KeepHalf(int applicant, int program, uint score, int partner) =>
            supplementalPlaces.Contains((partner, program)) ? score : Keep(applicant, program, score);

        for (int c = 0; c < instance.CoupleCount; c++)
        {
            foreach (ref PairEntry pair in pairs.AsSpan(instance.PairOffsets[c]..instance.PairOffsets[c + 1]))
                pair = pair with
                {
                    ScoreA = KeepHalf(instance.CoupleA[c], pair.ProgramA, pair.ScoreA, instance.CoupleB[c]),
                    ScoreB = KeepHalf(instance.CoupleB[c], pair.ProgramB, pair.ScoreB, instance.CoupleA[c]),
                };
        }

        return new MatchInstance
        {
            ApplicantCount = instance.ApplicantCount,
            ProgramCount = instance.ProgramCount,
            CoupleCount = instance.CoupleCount,
            Quotas = instance.Quotas,
            ListOffsets = instance.ListOffsets,
            Entries = entries,
            CoupleA = instance.CoupleA,
            CoupleB = instance.CoupleB,
            PairOffsets = instance.PairOffsets,
            Pairs = pairs,
            SupplementalOffsets = instance.SupplementalOffsets,
            SupplementalLinks = instance.SupplementalLinks,
            SupplementalEntries = supplemental,
        };
    }

    /// <summary>Who names which program in a supplemental list.</summary>
    private static HashSet<(int Applicant, int Program)> SupplementalPlaces(MatchInstance instance)
    {
        var places = new HashSet<(int Applicant, int Program)>();
        for (int a = 0; instance.SupplementalOffsets.Length > 0 && a < instance.ApplicantCount; a++)
        {
            foreach (SupplementalLink link in instance.SupplementalLinks.AsSpan(
                instance.SupplementalOffsets[a]..instance.SupplementalOffsets[a + 1]))
            {
                foreach (ListEntry entry in instance.SupplementalEntries.AsSpan(link.Start..link.End))
                    places.Add((a, entry.Program));
            }
        }

        return places;
    }

    /// <summary>[program] the worst single held when singles alone have proposed; null = there is room.</summary>
    private static (uint Score, int Applicant)?[] Propose(MatchInstance instance)
    {
        var held = new SortedSet<(uint Score, int Applicant)>[instance.ProgramCount];
        for (int p = 0; p < held.Length; p++)
            held[p] = new SortedSet<(uint Score, int Applicant)>(WorstFirst);
        int[] next = [.. instance.ListOffsets];
        for (int a = 0; a < instance.ApplicantCount; a++)
        {
            for (int proposer = a; proposer >= 0 && next[proposer] < instance.ListOffsets[proposer + 1];)
            {
                (int program, uint score) = instance.Entries[next[proposer]++];
                if (score == MatchInstance.Unranked)
                    continue;
                SortedSet<(uint Score, int Applicant)> there = held[program];
                there.Add((score, proposer));
                if (there.Count <= instance.Quotas[program])
                    break;
                (uint Score, int Applicant) refused = there.Min;
                there.Remove(refused);
                proposer = refused.Applicant;
            }
        }

        return [.. held.Select((there, p) =>
            there.Count == 0 || there.Count < instance.Quotas[p] ? ((uint, int)?)null : there.Min)];
    }

    private static IComparer<(uint Score, int Applicant)> WorstFirst { get; } =
        Comparer<(uint Score, int Applicant)>.Create((x, y) => x == y ? 0 : Better(x, y) ? 1 : -1);

    /// <summary>Higher scores are better, ties go to the lower index.</summary>
    private static bool Better((uint Score, int Applicant) x, (uint Score, int Applicant) y) =>
        x.Score > y.Score || (x.Score == y.Score && x.Applicant < y.Applicant);
}
