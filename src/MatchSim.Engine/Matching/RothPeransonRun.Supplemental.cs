namespace MatchSim.Engine.Matching;

/// <content>Repair of a place that a supplemental list may want: which entries an applicant still wants is remembered, for
/// it is asked ten times as often as it changes.</content>
internal sealed partial class RothPeransonRun
{
    /// <summary>[applicant] supplemental entries that he may want: all those he does, perhaps others.</summary>
    private EntryRange[] wanted = [];

    /// <summary>The applicant with the highest supplemental key above <paramref name="best"/> and the cutoff who prefers
    /// the program to what he has on the list that is open; −1 = none. Sets <paramref name="best"/> to that key.</summary>
    private int BestSupplemental(int program, ref ulong best)
    {
        int found = -1;
        ulong floor = Math.Max(best, tentative.Cutoffs[program]);
        foreach (DependentListing listing in listings.Dependents.Of(program))
        {
            int applicant = ApplicantKey.Applicant(listing.Key);
            if (!(listing.Key > floor & wanted[applicant].Contains(listing.Entry)))
                continue;
            wanted[applicant] = WantedNow(applicant);
            if (!wanted[applicant].Contains(listing.Entry) || workspace.ProgramOf[applicant] == program)
                continue;
            best = floor = listing.Key;
            found = applicant;
        }

        return found;
    }

    /// <summary>Entries of the open list above the place held; none while he does not take part.</summary>
    private EntryRange WantedNow(int applicant)
    {
        if (!admitted[FirstDependent + applicant])
            return default;
        SupplementalLink open = OpenLink(applicant);
        return new EntryRange(
            open.Start, EndOfBetter(open.Start, open.End, workspace.SupplementalRankOf[applicant]) - open.Start);
    }

    /// <summary>Another list may be open, or its holder without a place: he may want anything.</summary>
    private void MayWant(int applicant)
    {
        if (supplemental)
            wanted[applicant] = EntryRange.All;
    }

    private void EverybodyMayWant()
    {
        Buffers.Grow(ref wanted, supplemental ? applicants : 0);
        wanted.AsSpan(0, supplemental ? applicants : 0).Fill(EntryRange.All);
    }

    /// <summary>Entries Start … Start + Length − 1.</summary>
    private readonly record struct EntryRange(int Start, int Length)
    {
        public static EntryRange All => new(0, int.MaxValue);

        public bool Contains(int entry) => (uint)(entry - Start) < (uint)Length;
    }
}
