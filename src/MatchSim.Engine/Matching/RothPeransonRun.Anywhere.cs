namespace MatchSim.Engine.Matching;

/// <content>Propose anywhere: a unit takes any open entry better than what it has, instead of the first, and stays on the
/// stack because better ones may be open still.</content>
internal sealed partial class RothPeransonRun
{
    private void CoupleAnywhere(int couple)
    {
        ReadOnlySpan<PairEntry> pairs = ProgramListings.PairsOf(instance, couple);
        int end = EndOfBetter(0, pairs.Length, coupleRank[couple]);
        int seen = 0;
        int chosen = -1;
        for (int k = 0; k < end; k++)
            if (IsPossible(pairs[k]) && Accepts(couple, pairs[k]) && random.Below(++seen) == 0)
                chosen = k;
        if (chosen < 0)
            return;
        workspace.Result.Proposals++;
        if (observer is not null)
            Tell(couple, pairs[chosen], chosen, accepted: true);
        PlaceCouple(couple, chosen, pairs[chosen]);
        Push(applicants + couple);
    }

    /// <summary>For a single without a place.</summary>
    private void SingleAnywhere(int applicant)
    {
        int start = instance.ListOffsets[applicant];
        ReadOnlySpan<ListEntry> list = instance.Entries.AsSpan(start..instance.ListOffsets[applicant + 1]);
        int chosen = AnyOpen(applicant, list, PlaceKind.Primary);
        if (chosen >= 0)
        {
            workspace.RankOf[applicant] = chosen;
            Take(applicant, list[chosen].Program, KeyOf(applicant, list[chosen], PlaceKind.Primary), ApplicantKey.None);
            Push(applicant);
        }

        if (listingsBuilt)
            listings.Singles.Extend(instance, applicant, chosen);
    }

    /// <summary>For the supplemental side of an applicant, without a place.</summary>
    private void SupplementalAnywhere(int applicant)
    {
        ReadOnlySpan<ListEntry> list = OpenList(applicant);
        int chosen = AnyOpen(applicant, list, PlaceKind.Supplemental);
        if (chosen < 0)
            return;
        workspace.SupplementalRankOf[applicant] = chosen;
        TakeSupplemental(applicant, list[chosen].Program, KeyOf(applicant, list[chosen], PlaceKind.Supplemental));
        PushSupplemental(applicant);
    }

    /// <summary>Rank of an entry whose program would take the applicant, each as likely as any other; −1 = there is none.
    /// </summary>
    private int AnyOpen(int applicant, ReadOnlySpan<ListEntry> list, PlaceKind kind)
    {
        int seen = 0;
        int chosen = -1;
        for (int e = 0; e < list.Length; e++)
            if (IsPossible(applicant, list[e])
                && KeyOf(applicant, list[e], kind) > tentative.Cutoffs[list[e].Program]
                && random.Below(++seen) == 0)
                chosen = e;
        if (chosen < 0)
            return -1;
        workspace.Result.Proposals++;
        observer?.Proposed(applicant, list[chosen].Program, chosen, kind);
        return chosen;
    }

    private static ulong KeyOf(int applicant, ListEntry entry, PlaceKind kind) => kind == PlaceKind.Supplemental
        ? ApplicantKey.Supplemental(entry.Score, applicant)
        : ApplicantKey.Primary(entry.Score, applicant);
}
