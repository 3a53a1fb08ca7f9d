using System.Runtime.InteropServices;

namespace MatchSim.Engine.Matching;

/// <summary>A single who lists a program: his key there, and the program's 0-based rank on his list.</summary>
[StructLayout(LayoutKind.Sequential, Pack = sizeof(int))]
internal readonly record struct SingleListing(ulong Key, int Rank);

/// <summary>
/// Singles who list each program. Of a list only the part above the worst place its owner has had is kept, for nobody
/// asks for less than he holds; the rest is added as he falls.
/// </summary>
internal sealed class SingleListings
{
    /// <summary>[applicant] entries of the list that are kept, from the top.</summary>
    private int[] kept = [];

    /// <summary>Who lists the program above what he held at some time; those whom it does not rank are here too, with keys
    /// below every cutoff.</summary>
    public ProgramChains<SingleListing> Chains { get; } = new();

    /// <summary>Builds from the places held now.</summary>
    /// <param name="rankOf">[applicant] 0-based rank of the place held, −1 = none (then the whole list is kept).</param>
    public void Build(MatchInstance instance, int[] rankOf)
    {
        Buffers.Grow(ref kept, instance.ApplicantCount);
        Chains.Clear(instance.ProgramCount);
        for (int a = 0; a < instance.ApplicantCount; a++)
        {
            kept[a] = 0;
            Extend(instance, a, rankOf[a]);
        }
    }

    /// <summary>The single fell to rank <paramref name="rank"/> (−1 = off his list): keeps what is above.</summary>
    public void Extend(MatchInstance instance, int applicant, int rank)
    {
        int start = instance.ListOffsets[applicant];
        int above = rank < 0 ? instance.ListOffsets[applicant + 1] - start : rank;
        int known = kept[applicant];
        if (above <= known)
            return;
        kept[applicant] = above;
        foreach (ListEntry entry in instance.Entries.AsSpan(start + known, above - known))
            Chains.Add(entry.Program, new SingleListing(ApplicantKey.Primary(entry.Score, applicant), known++));
    }
}
