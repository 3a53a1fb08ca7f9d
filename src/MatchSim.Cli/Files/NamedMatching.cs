using MatchSim.Engine.Matching;

namespace MatchSim.Cli.Files;

/// <summary>Who is matched to what, for files and sentences.</summary>
/// <param name="Programs">[applicant] program, or −1 = unmatched.</param>
/// <param name="Supplemental">[applicant] program of the supplemental list, or −1; empty = no supplemental lists.</param>
internal sealed record NamedMatching(int[] Programs, int[] Supplemental)
{
    public int SupplementalOf(int applicant) => Supplemental.Length == 0 ? MatchInstance.None : Supplemental[applicant];

    /// <summary>The rank, as written, of what a single got on his primary list; 0 = unmatched, or not on the list.</summary>
    public static int PrimaryRank(NamedInstance instance, int applicant, int program)
    {
        for (int i = instance.Match.ListOffsets[applicant]; i < instance.Match.ListOffsets[applicant + 1]; i++)
        {
            if (instance.Match.Entries[i].Program == program)
                return instance.EntryRanks[i];
        }

        return 0;
    }

    /// <summary>The joint rank, as written, of what a couple got; 0 = unmatched, or not on the list.</summary>
    public static int JointRank(NamedInstance instance, int couple, int programA, int programB)
    {
        for (int i = instance.Match.PairOffsets[couple]; i < instance.Match.PairOffsets[couple + 1]; i++)
        {
            if (instance.Match.Pairs[i].ProgramA == programA && instance.Match.Pairs[i].ProgramB == programB)
                return instance.PairRanks[i];
        }

        return 0;
    }

    /// <summary>The rank, as written, on the supplemental list that the advanced program opens; 0 = not on it.</summary>
    public static int SupplementalRank(NamedInstance instance, int applicant, int advanced, int program)
    {
        MatchInstance match = instance.Match;
        for (int link = instance.HasSupplemental ? match.SupplementalOffsets[applicant] : 0;
            instance.HasSupplemental && link < match.SupplementalOffsets[applicant + 1]; link++)
        {
            SupplementalLink list = match.SupplementalLinks[link];
            for (int i = list.Start; list.AdvancedProgram == advanced && i < list.End; i++)
            {
                if (match.SupplementalEntries[i].Program == program)
                    return instance.SupplementalRanks[i];
            }
        }

        return 0;
    }

    /// <summary>[applicant] rank obtained, as written: of couples the joint rank, of singles the primary rank; 0 = none.</summary>
    public int[] RanksObtained(NamedInstance instance)
    {
        MatchInstance match = instance.Match;
        int[] ranks = new int[match.ApplicantCount];
        for (int applicant = 0; applicant < match.ApplicantCount; applicant++)
            ranks[applicant] = Programs[applicant] == MatchInstance.None ? 0 : PrimaryRank(instance, applicant, Programs[applicant]);
        for (int couple = 0; couple < match.CoupleCount; couple++)
        {
            (int a, int b) = (match.CoupleA[couple], match.CoupleB[couple]);
            ranks[a] = ranks[b] = JointRank(instance, couple, Programs[a], Programs[b]);
        }

        return ranks;
    }
}
