namespace MatchSim.Engine.Matching;

/// <summary>A supplemental list that names a program: the applicant's key there, and which of the supplemental entries it is.</summary>
internal readonly record struct DependentListing(ulong Key, int Entry);

/// <summary>Supplemental lists program by program, in one array: they do not change during a match, and repair reads them
/// often.</summary>
internal sealed class DependentListings
{
    /// <summary>[program + 1] where the program's listings start.</summary>
    private int[] offsets = [];

    /// <summary>[slot] who names the program; some may do so more than once.</summary>
    private DependentListing[] listings = [];

    /// <summary>Whose lists there are, each once; links mostly share one list.</summary>
    private Owned[] lists = [];
    private int listCount;

    public ReadOnlySpan<DependentListing> Of(int program) => listings.AsSpan(offsets[program]..offsets[program + 1]);

    public void Build(MatchInstance instance)
    {
        int programs = instance.ProgramCount;
        Buffers.Grow(ref offsets, programs + 2);
        offsets.AsSpan(0, programs + 2).Clear();
        CollectLists(instance);
        foreach (Owned list in lists.AsSpan(0, listCount))
            foreach (ListEntry entry in instance.SupplementalEntries.AsSpan(list.Start..list.End))
                offsets[entry.Program + 2] += entry.Score != MatchInstance.Unranked ? 1 : 0;
        for (int p = 0; p < programs; p++)
            offsets[p + 2] += offsets[p + 1];
        Buffers.Grow(ref listings, offsets[programs + 1]);
        foreach (Owned list in lists.AsSpan(0, listCount))
            Place(instance, list);
    }

    private void CollectLists(MatchInstance instance)
    {
        listCount = 0;
        if (instance.SupplementalOffsets.Length == 0)
            return;
        Buffers.Grow(ref lists, instance.SupplementalOffsets[instance.ApplicantCount]);
        for (int a = 0; a < instance.ApplicantCount; a++)
        {
            (int, int) listed = default;
            foreach (SupplementalLink link in ProgramListings.LinksOf(instance, a))
            {
                if (listed == (link.Start, link.End))
                    continue;
                listed = (link.Start, link.End);
                lists[listCount++] = new Owned(a, link.Start, link.End);
            }
        }
    }

    private void Place(MatchInstance instance, Owned list)
    {
        for (int e = list.Start; e < list.End; e++)
        {
            ListEntry entry = instance.SupplementalEntries[e];
            if (entry.Score != MatchInstance.Unranked)
                listings[offsets[entry.Program + 1]++] =
                    new DependentListing(ApplicantKey.Supplemental(entry.Score, list.Applicant), e);
        }
    }

    /// <summary>A supplemental list: entries Start … End − 1.</summary>
    private readonly record struct Owned(int Applicant, int Start, int End);
}
