namespace MatchSim.Engine.Matching;

/// <summary>Who lists each program: the way back from a program with a vacancy to those who may want it.</summary>
internal sealed class ProgramListings
{
    public SingleListings Singles { get; } = new();

    public CoupleListings Couples { get; } = new();

    /// <summary>Supplemental lists.</summary>
    public DependentListings Dependents { get; } = new();

    /// <summary>Builds from the places held now.</summary>
    /// <param name="rankOf">[applicant] 0-based rank of the place a single holds, −1 = none.</param>
    public void Build(MatchInstance instance, int[] rankOf)
    {
        Singles.Build(instance, rankOf);
        Couples.Build(instance);
        Dependents.Build(instance);
    }

    public static ReadOnlySpan<PairEntry> PairsOf(MatchInstance instance, int couple) =>
        instance.Pairs.AsSpan(instance.PairOffsets[couple]..instance.PairOffsets[couple + 1]);

    public static ReadOnlySpan<SupplementalLink> LinksOf(MatchInstance instance, int applicant) =>
        instance.SupplementalLinks.AsSpan(
            instance.SupplementalOffsets[applicant]..instance.SupplementalOffsets[applicant + 1]);

    public static ReadOnlySpan<ListEntry> EntriesOf(MatchInstance instance, SupplementalLink link) =>
        instance.SupplementalEntries.AsSpan(link.Start..link.End);
}
