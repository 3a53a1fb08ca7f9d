namespace MatchSim.Engine.Matching;

/// <summary>Entries of submitted lists that can never come true, by reason. The matcher passes over them; the verifier
/// reads the lists with them.</summary>
/// <param name="Unranked">Entries of primary lists whose program did not rank the applicant.</param>
/// <param name="Repeated">Entries of primary lists naming a program again (the first counts).</param>
/// <param name="PairUnranked">Pairs of which a program did not rank its half.</param>
/// <param name="PairRepeated">Pairs that stand higher on the same joint list already.</param>
/// <param name="PairTooLarge">Pairs of one program whose quota cannot reach 2, reversions included.</param>
/// <param name="SupplementalUnranked">Entries of supplemental lists whose program did not rank the applicant.</param>
/// <param name="SupplementalUnreachable">Entries of supplemental lists that name the advanced program itself.</param>
public sealed record DroppedEntries(
    int Unranked,
    int Repeated,
    int PairUnranked,
    int PairRepeated,
    int PairTooLarge,
    int SupplementalUnranked,
    int SupplementalUnreachable)
{
    public int Total => Unranked + Repeated + PairUnranked + PairRepeated + PairTooLarge
        + SupplementalUnranked + SupplementalUnreachable;

    /// <summary>Counts them; an entry with several reasons counts under the first that applies.</summary>
    public static DroppedEntries Count(MatchInstance instance)
    {
        (int unranked, int repeated) = CountSingles(instance);
        (int pairUnranked, int pairRepeated, int pairTooLarge) = CountPairs(instance);
        (int supplementalUnranked, int unreachable) = CountSupplemental(instance);
        return new DroppedEntries(
            unranked, repeated, pairUnranked, pairRepeated, pairTooLarge, supplementalUnranked, unreachable);
    }

    private static (int Unranked, int Repeated) CountSingles(MatchInstance instance)
    {
        int unranked = 0;
        int repeated = 0;
        int[] lastLister = new int[instance.ProgramCount];
        lastLister.AsSpan().Fill(-1);
        for (int a = 0; a < instance.ApplicantCount; a++)
            foreach (ListEntry entry in instance.Entries.AsSpan(instance.ListOffsets[a]..instance.ListOffsets[a + 1]))
            {
                if (entry.Score == MatchInstance.Unranked)
                    unranked++;
                else if (lastLister[entry.Program] == a)
                    repeated++;
                lastLister[entry.Program] = a;
            }

        return (unranked, repeated);
    }

    private static (int Unranked, int Repeated, int TooLarge) CountPairs(MatchInstance instance)
    {
        int unranked = 0;
        int repeated = 0;
        int tooLarge = 0;
        int[] most = instance.Quotas.AsSpan(0, instance.ProgramCount).ToArray();
        foreach (Reversion reversion in instance.Reversions)
            most[reversion.Receiver] = (int)Math.Min(int.MaxValue, (long)most[reversion.Receiver] + reversion.Positions);
        var seen = new HashSet<(int, int)>();
        for (int c = 0; c < instance.CoupleCount; c++)
        {
            seen.Clear();
            foreach (PairEntry pair in ProgramListings.PairsOf(instance, c))
            {
                bool first = seen.Add((pair.ProgramA, pair.ProgramB));
                if ((pair.ProgramA != MatchInstance.None && pair.ScoreA == MatchInstance.Unranked)
                    || (pair.ProgramB != MatchInstance.None && pair.ScoreB == MatchInstance.Unranked))
                    unranked++;
                else if (!first)
                    repeated++;
                else if (pair.ProgramA == pair.ProgramB && pair.ProgramA != MatchInstance.None && most[pair.ProgramA] < 2)
                    tooLarge++;
            }
        }

        return (unranked, repeated, tooLarge);
    }

    private static (int Unranked, int Unreachable) CountSupplemental(MatchInstance instance)
    {
        int unranked = 0;
        int unreachable = 0;
        for (int a = 0; a < instance.ApplicantCount && instance.SupplementalOffsets.Length > 0; a++)
            foreach (SupplementalLink link in ProgramListings.LinksOf(instance, a))
                foreach (ListEntry entry in ProgramListings.EntriesOf(instance, link))
                {
                    unranked += entry.Score == MatchInstance.Unranked ? 1 : 0;
                    unreachable += entry.Score != MatchInstance.Unranked && entry.Program == link.AdvancedProgram ? 1 : 0;
                }

        return (unranked, unreachable);
    }
}
