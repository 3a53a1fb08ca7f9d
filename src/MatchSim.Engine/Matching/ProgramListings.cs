namespace MatchSim.Engine.Matching;

/// <summary>A single who lists a program: his key there, and the program's 0-based rank on his list.</summary>
internal readonly record struct SingleListing(ulong Key, int Rank);

/// <summary>
/// Who lists each program: the way back from a program with a vacancy to those who may want it. Of a single's list only
/// the part above the worst place he has had is kept, for nobody asks for less than he holds; the rest is added as he
/// falls.
/// </summary>
internal sealed class ProgramListings
{
    /// <summary>[program + 1] where the program's singles start.</summary>
    private int[] offsets = [];

    /// <summary>[slot] singles who list the program above what they held when this was built.</summary>
    private SingleListing[] singles = [];

    /// <summary>[applicant] entries of the list that are kept, from the top.</summary>
    private int[] kept = [];

    /// <summary>Singles who fell below the program later.</summary>
    public ProgramChains<SingleListing> Fallen { get; } = new();

    /// <summary>Couples that name the program in some pair, once each.</summary>
    public ProgramChains<int> Couples { get; } = new();

    /// <summary>Supplemental lists that name the program.</summary>
    public DependentListings Dependents { get; } = new();

    public ReadOnlySpan<SingleListing> Singles(int program) => singles.AsSpan(offsets[program]..offsets[program + 1]);

    /// <summary>Builds from the places held now.</summary>
    /// <param name="rankOf">[applicant] 0-based rank of the place held, −1 = none (then the whole list is kept).</param>
    public void Build(MatchInstance instance, int[] rankOf)
    {
        Fallen.Clear(instance.ProgramCount);
        BuildSingles(instance, rankOf);
        BuildCouples(instance);
        Dependents.Build(instance);
    }

    /// <summary>The single fell to rank <paramref name="rank"/> (−1 = off his list): keeps what is above.</summary>
    public void Extend(MatchInstance instance, int applicant, int rank)
    {
        int start = instance.ListOffsets[applicant];
        int above = rank < 0 ? instance.ListOffsets[applicant + 1] - start : rank;
        for (int e = kept[applicant]; e < above; e++)
        {
            ListEntry entry = instance.Entries[start + e];
            if (entry.Score != MatchInstance.Unranked)
                Fallen.Add(entry.Program, new SingleListing(ApplicantKey.Primary(entry.Score, applicant), e));
        }

        kept[applicant] = Math.Max(kept[applicant], above);
    }

    private void BuildSingles(MatchInstance instance, int[] rankOf)
    {
        int programs = instance.ProgramCount;
        Buffers.Grow(ref kept, instance.ApplicantCount);
        Buffers.Grow(ref offsets, programs + 2);
        Span<int> ends = offsets.AsSpan(0, programs + 2);
        ends.Clear();
        ReadOnlySpan<ListEntry> entries = instance.Entries;
        ReadOnlySpan<int> starts = instance.ListOffsets;
        for (int a = 0; a < instance.ApplicantCount; a++)
        {
            int length = starts[a + 1] - starts[a];
            kept[a] = rankOf[a] < 0 ? length : rankOf[a];
            foreach (ListEntry entry in entries.Slice(starts[a], kept[a]))
                ends[entry.Program + 2]++;
        }

        for (int p = 0; p < programs; p++)
            ends[p + 2] += ends[p + 1];
        Buffers.Grow(ref singles, ends[programs + 1]);
        for (int a = 0; a < instance.ApplicantCount; a++)
        {
            int rank = 0;
            foreach (ListEntry entry in entries.Slice(starts[a], kept[a]))
                singles[ends[entry.Program + 1]++] =
                    new SingleListing(ApplicantKey.Primary(entry.Score, a), rank++);
        }
    }

    private void BuildCouples(MatchInstance instance)
    {
        Couples.Clear(instance.ProgramCount);
        for (int c = 0; c < instance.CoupleCount; c++)
            foreach (PairEntry pair in PairsOf(instance, c))
            {
                AddCouple(pair.ProgramA, c);
                AddCouple(pair.ProgramB, c);
            }
    }

    private void AddCouple(int program, int couple)
    {
        if (program == MatchInstance.None)
            return;
        int newest = Couples.First(program);
        if (newest < 0 || Couples[newest] != couple)
            Couples.Add(program, couple);
    }

    public static ReadOnlySpan<PairEntry> PairsOf(MatchInstance instance, int couple) =>
        instance.Pairs.AsSpan(instance.PairOffsets[couple]..instance.PairOffsets[couple + 1]);

    public static ReadOnlySpan<SupplementalLink> LinksOf(MatchInstance instance, int applicant) =>
        instance.SupplementalLinks.AsSpan(
            instance.SupplementalOffsets[applicant]..instance.SupplementalOffsets[applicant + 1]);

    public static ReadOnlySpan<ListEntry> EntriesOf(MatchInstance instance, SupplementalLink link) =>
        instance.SupplementalEntries.AsSpan(link.Start..link.End);
}
