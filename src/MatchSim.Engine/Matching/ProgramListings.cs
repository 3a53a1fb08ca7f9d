namespace MatchSim.Engine.Matching;

/// <summary>Who lists each program: the way back from a program with a vacancy to those who may want it.</summary>
internal sealed class ProgramListings
{
    /// <summary>[program + 1] where the program's singles start.</summary>
    public int[] SingleOffsets = [];

    /// <summary>[slot] key of a single who lists the program and is ranked by it.</summary>
    public ulong[] SingleKeys = [];

    /// <summary>[slot] 0-based rank of the program on that single's list.</summary>
    public int[] SingleRanks = [];

    /// <summary>[program + 1] where the program's couples start.</summary>
    public int[] CoupleOffsets = [];

    /// <summary>[slot] couple that names the program in some pair, once each, ascending.</summary>
    public int[] Couples = [];

    /// <summary>[program + 1] where the program's supplemental listings start.</summary>
    public int[] DependentOffsets = [];

    /// <summary>[slot] applicant with a supplemental list that names the program (perhaps more than once).</summary>
    public int[] Dependents = [];

    private int[] lastCouple = [];

    public void Build(MatchInstance instance)
    {
        BuildSingles(instance);
        BuildCouples(instance);
        BuildDependents(instance);
    }

    private void BuildSingles(MatchInstance instance)
    {
        int[] offsets = Begin(ref SingleOffsets, instance.ProgramCount);
        ReadOnlySpan<ListEntry> entries = instance.Entries.AsSpan(0, instance.ListOffsets[instance.ApplicantCount]);
        foreach (ListEntry entry in entries)
            offsets[entry.Program + 2] += entry.Score != MatchInstance.Unranked ? 1 : 0;
        Accumulate(offsets, instance.ProgramCount);
        Buffers.Grow(ref SingleKeys, offsets[instance.ProgramCount + 1]);
        Buffers.Grow(ref SingleRanks, offsets[instance.ProgramCount + 1]);
        for (int a = 0; a < instance.ApplicantCount; a++)
        {
            int start = instance.ListOffsets[a];
            for (int e = start; e < instance.ListOffsets[a + 1]; e++)
            {
                ListEntry entry = entries[e];
                if (entry.Score == MatchInstance.Unranked)
                    continue;
                int slot = offsets[entry.Program + 1]++;
                SingleKeys[slot] = ApplicantKey.Primary(entry.Score, a);
                SingleRanks[slot] = e - start;
            }
        }
    }

    private void BuildCouples(MatchInstance instance)
    {
        int[] offsets = Begin(ref CoupleOffsets, instance.ProgramCount);
        Buffers.Grow(ref lastCouple, instance.ProgramCount);
        lastCouple.AsSpan(0, instance.ProgramCount).Fill(-1);
        for (int c = 0; c < instance.CoupleCount; c++)
            foreach (PairEntry pair in PairsOf(instance, c))
            {
                if (IsNew(pair.ProgramA, c))
                    offsets[pair.ProgramA + 2]++;
                if (IsNew(pair.ProgramB, c))
                    offsets[pair.ProgramB + 2]++;
            }

        Accumulate(offsets, instance.ProgramCount);
        Buffers.Grow(ref Couples, offsets[instance.ProgramCount + 1]);
        lastCouple.AsSpan(0, instance.ProgramCount).Fill(-1);
        for (int c = 0; c < instance.CoupleCount; c++)
            foreach (PairEntry pair in PairsOf(instance, c))
            {
                if (IsNew(pair.ProgramA, c))
                    Couples[offsets[pair.ProgramA + 1]++] = c;
                if (IsNew(pair.ProgramB, c))
                    Couples[offsets[pair.ProgramB + 1]++] = c;
            }
    }

    private bool IsNew(int program, int couple)
    {
        if (program == MatchInstance.None || lastCouple[program] == couple)
            return false;
        lastCouple[program] = couple;
        return true;
    }

    private void BuildDependents(MatchInstance instance)
    {
        int[] offsets = Begin(ref DependentOffsets, instance.ProgramCount);
        if (instance.SupplementalOffsets.Length == 0)
            return;
        for (int a = 0; a < instance.ApplicantCount; a++)
            foreach (SupplementalLink link in LinksOf(instance, a))
                foreach (ListEntry entry in EntriesOf(instance, link))
                    offsets[entry.Program + 2]++;
        Accumulate(offsets, instance.ProgramCount);
        Buffers.Grow(ref Dependents, offsets[instance.ProgramCount + 1]);
        for (int a = 0; a < instance.ApplicantCount; a++)
            foreach (SupplementalLink link in LinksOf(instance, a))
                foreach (ListEntry entry in EntriesOf(instance, link))
                    Dependents[offsets[entry.Program + 1]++] = a;
    }

    public static ReadOnlySpan<PairEntry> PairsOf(MatchInstance instance, int couple) =>
        instance.Pairs.AsSpan(instance.PairOffsets[couple]..instance.PairOffsets[couple + 1]);

    public static ReadOnlySpan<SupplementalLink> LinksOf(MatchInstance instance, int applicant) =>
        instance.SupplementalLinks.AsSpan(
            instance.SupplementalOffsets[applicant]..instance.SupplementalOffsets[applicant + 1]);

    public static ReadOnlySpan<ListEntry> EntriesOf(MatchInstance instance, SupplementalLink link) =>
        instance.SupplementalEntries.AsSpan(link.Start..link.End);

    /// <summary>Offsets shifted by one while filling, so that filling leaves them right without a second array.</summary>
    private static int[] Begin(ref int[] offsets, int programs)
    {
        Buffers.Grow(ref offsets, programs + 2);
        offsets.AsSpan(0, programs + 2).Clear();
        return offsets;
    }

    private static void Accumulate(int[] offsets, int programs)
    {
        for (int p = 0; p < programs; p++)
            offsets[p + 2] += offsets[p + 1];
    }
}
