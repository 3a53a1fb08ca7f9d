namespace MatchSim.Engine.Matching;

/// <content>Propose: a unit scans its list from the top for the first entry better than what it has that is accepted.
/// </content>
internal sealed partial class RothPeransonRun
{
    private void Propose(int unit)
    {
        if (unit < applicants)
            ProposeSingle(unit);
        else if (unit < FirstDependent)
            ProposeCouple(unit - applicants);
        else
            ProposeSupplemental(unit - FirstDependent);
    }

    private void ProposeSingle(int applicant)
    {
        int start = instance.ListOffsets[applicant];
        int end = EndOfBetter(start, instance.ListOffsets[applicant + 1], workspace.RankOf[applicant]);
        for (int e = start; e < end; e++)
        {
            ListEntry entry = instance.Entries[e];
            if (entry.Score == MatchInstance.Unranked)
                continue;
            ulong key = ApplicantKey.Primary(entry.Score, applicant);
            if (!Asks(applicant, entry.Program, key, e - start, PlaceKind.Primary))
                continue;
            Vacate(applicant);
            workspace.RankOf[applicant] = e - start;
            Take(applicant, entry.Program, key, ApplicantKey.None);
            break;
        }

        if (listingsBuilt)
            listings.Singles.Extend(instance, applicant, workspace.RankOf[applicant]);
    }

    /// <summary>The supplemental side of an applicant: the list opened by the program he holds now.</summary>
    private void ProposeSupplemental(int applicant)
    {
        ReadOnlySpan<ListEntry> list = OpenList(applicant);
        int end = EndOfBetter(0, list.Length, workspace.SupplementalRankOf[applicant]);
        for (int e = 0; e < end; e++)
        {
            if (!IsPossible(applicant, list[e]))
                continue;
            ulong key = ApplicantKey.Supplemental(list[e].Score, applicant);
            if (!Asks(applicant, list[e].Program, key, e, PlaceKind.Supplemental))
                continue;
            VacateSupplemental(applicant);
            workspace.SupplementalRankOf[applicant] = e;
            TakeSupplemental(applicant, list[e].Program, key);
            return;
        }
    }

    private void ProposeCouple(int couple)
    {
        ReadOnlySpan<PairEntry> pairs = ProgramListings.PairsOf(instance, couple);
        int end = EndOfBetter(0, pairs.Length, coupleRank[couple]);
        for (int k = 0; k < end; k++)
        {
            if (!IsPossible(pairs[k]))
                continue;
            workspace.Result.Proposals++;
            bool accepted = Accepts(couple, pairs[k]);
            if (observer is not null)
                Tell(couple, pairs[k], k, accepted);
            if (!accepted)
                continue;
            PlaceCouple(couple, k, pairs[k]);
            return;
        }
    }

    /// <summary>The list opened by the program the applicant holds; empty when he holds none or has no such list.
    /// </summary>
    private ReadOnlySpan<ListEntry> OpenList(int applicant) => ProgramListings.EntriesOf(instance, OpenLink(applicant));

    /// <summary>The link to it; an empty one where no list is open.</summary>
    private SupplementalLink OpenLink(int applicant)
    {
        int held = workspace.ProgramOf[applicant];
        if (held != MatchInstance.None)
            foreach (SupplementalLink link in ProgramListings.LinksOf(instance, applicant))
                if (link.AdvancedProgram == held)
                    return link;
        return default;
    }

    /// <summary>Rank −1 (nothing held) is worse than every entry.</summary>
    private static int EndOfBetter(int start, int end, int rank) => rank < 0 ? end : Math.Min(end, start + rank);

    private static bool IsPossible(PairEntry pair) =>
        (pair.ProgramA == MatchInstance.None || pair.ScoreA != MatchInstance.Unranked)
        && (pair.ProgramB == MatchInstance.None || pair.ScoreB != MatchInstance.Unranked);

    /// <summary>Nobody takes two places at one program.</summary>
    private bool IsPossible(int applicant, ListEntry entry) =>
        entry.Score != MatchInstance.Unranked && entry.Program != workspace.ProgramOf[applicant];

    private bool Asks(int applicant, int program, ulong key, int rank, PlaceKind kind)
    {
        workspace.Result.Proposals++;
        observer?.Proposed(applicant, program, rank, kind);
        if (key > tentative.Cutoffs[program])
            return true;
        observer?.Rejected(applicant, program, kind);
        return false;
    }

    private void Tell(int couple, PairEntry pair, int rank, bool accepted)
    {
        if (pair.ProgramA != MatchInstance.None)
            observer!.Proposed(instance.CoupleA[couple], pair.ProgramA, rank, PlaceKind.Joint);
        if (pair.ProgramB != MatchInstance.None)
            observer!.Proposed(instance.CoupleB[couple], pair.ProgramB, rank, PlaceKind.Joint);
        if (!accepted && pair.ProgramA != MatchInstance.None)
            observer!.Rejected(instance.CoupleA[couple], pair.ProgramA, PlaceKind.Joint);
        if (!accepted && pair.ProgramB != MatchInstance.None)
            observer!.Rejected(instance.CoupleB[couple], pair.ProgramB, PlaceKind.Joint);
    }
}
