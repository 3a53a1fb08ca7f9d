namespace MatchSim.Engine.Matching;

/// <content>The program-proposing side.</content>
public static partial class DeferredAcceptance
{
    /// <summary>The stable matching best for every program at once (singles only).</summary>
    /// <remarks>
    /// Programs never need whole sorted lists: the applicant-proposing result first removes the pairs that are in no
    /// stable matching (Gusfield and Irving 1989, section 1.2.4: the reduced lists). An applicant keeps the entries from
    /// the one he holds downward whose program, when full, likes him at least as much as its worst held, and nothing
    /// below the first program with room, which will take him in every stable matching that leaves it to him. What
    /// remains is little more than one entry an applicant, and sorting it costs nothing. The observer hears the
    /// offers on these short lists, and nothing of how they were shortened.
    /// </remarks>
    public static MatchResult ProgramProposing(
        MatchInstance instance, MatchWorkspace workspace, IMatchObserver? observer = null)
    {
        MatchResult result = ApplicantProposing(instance, workspace);
        ProgramProposals lists = workspace.ProgramProposals;
        Shorten(instance, workspace, lists);
        for (int p = 0; p < instance.ProgramCount; p++)
        {
            int start = lists.Offsets[p];
            int length = lists.Offsets[p + 1] - start;
            lists.Keys.AsSpan(start, length).Sort(lists.Ranks.AsSpan(start, length));
        }

        workspace.Clear(instance);
        Propose(instance, workspace, lists, observer);
        HoldFinal(instance, workspace);
        return result;
    }

    /// <summary>Fills the short lists (unsorted) from the applicant-proposing result in the workspace.</summary>
    private static void Shorten(MatchInstance instance, MatchWorkspace workspace, ProgramProposals lists)
    {
        int programs = instance.ProgramCount;
        Buffers.Grow(ref lists.Offsets, programs + 2);
        lists.Offsets.AsSpan(0, programs + 2).Clear();
        for (int a = 0; a < instance.ApplicantCount; a++)
            for (int e = NextKept(instance, workspace, a, -1); e >= 0; e = NextKept(instance, workspace, a, e))
                lists.Offsets[instance.Entries[e].Program + 2]++;
        for (int p = 0; p < programs; p++)
            lists.Offsets[p + 2] += lists.Offsets[p + 1];
        Buffers.Grow(ref lists.Keys, lists.Offsets[programs + 1]);
        Buffers.Grow(ref lists.Ranks, lists.Offsets[programs + 1]);
        for (int a = 0; a < instance.ApplicantCount; a++)
            for (int e = NextKept(instance, workspace, a, -1); e >= 0; e = NextKept(instance, workspace, a, e))
            {
                ListEntry entry = instance.Entries[e];
                int slot = lists.Offsets[entry.Program + 1]++;
                lists.Keys[slot] = ApplicantKey.Primary(entry.Score, a);
                lists.Ranks[slot] = e - instance.ListOffsets[a];
            }
    }

    /// <summary>The entry of the applicant kept after entry <paramref name="after"/> (−1: the first); −1 = no more.
    /// </summary>
    private static int NextKept(MatchInstance instance, MatchWorkspace workspace, int applicant, int after)
    {
        int held = workspace.RankOf[applicant];
        if (held < 0)
            return -1;
        int first = instance.ListOffsets[applicant] + held;
        if (after < 0)
            return first;
        TentativeMatches tentative = workspace.Tentative;
        if (tentative.Cutoffs[instance.Entries[after].Program] == ApplicantKey.Open)
            return -1;
        for (int e = after + 1; e < instance.ListOffsets[applicant + 1]; e++)
        {
            ListEntry entry = instance.Entries[e];
            if (ApplicantKey.Primary(entry.Score, applicant) > tentative.Cutoffs[entry.Program])
                return e;
        }

        return -1;
    }

    /// <summary>Programs with vacancies propose down their short lists; an applicant keeps his best offer.</summary>
    private static void Propose(
        MatchInstance instance, MatchWorkspace workspace, ProgramProposals lists, IMatchObserver? observer)
    {
        int programs = instance.ProgramCount;
        Buffers.Grow(ref lists.Next, programs);
        Buffers.Grow(ref lists.Vacant, programs);
        Buffers.Grow(ref lists.Stack, programs);
        int top = 0;
        for (int p = 0; p < programs; p++)
        {
            lists.Next[p] = lists.Offsets[p + 1];
            lists.Vacant[p] = workspace.EffectiveQuotas[p];
            lists.Stack[top++] = p;
        }

        while (top > 0)
        {
            int p = lists.Stack[--top];
            while (lists.Vacant[p] > 0 && lists.Next[p] > lists.Offsets[p])
            {
                int slot = --lists.Next[p];
                int a = ApplicantKey.Applicant(lists.Keys[slot]);
                workspace.Result.Proposals++;
                int left = workspace.ProgramOf[a];
                bool taken = (uint)lists.Ranks[slot] < (uint)workspace.RankOf[a];
                if (observer is not null)
                    Tell(observer, a, p, lists.Ranks[slot], taken, left);
                if (!taken)
                    continue;
                workspace.ProgramOf[a] = p;
                workspace.RankOf[a] = lists.Ranks[slot];
                if (left == p)
                    continue;
                lists.Vacant[p]--;
                if (left != MatchInstance.None && lists.Vacant[left]++ == 0)
                    lists.Stack[top++] = left;
            }
        }
    }

    /// <summary>One offer: turned down, or held, for which the offer held until then (<paramref name="left"/>, None) is
    /// let go.</summary>
    private static void Tell(IMatchObserver observer, int applicant, int program, int rank, bool taken, int left)
    {
        observer.Proposed(applicant, program, rank, PlaceKind.Primary);
        if (!taken)
            observer.Rejected(applicant, program, PlaceKind.Primary);
        if (!taken || left == program)
            return;
        if (left != MatchInstance.None)
            observer.Withdrew(applicant, left, PlaceKind.Primary);
        observer.Held(applicant, program, PlaceKind.Primary);
    }

    /// <summary>Fills the held sets (and so the cutoffs) from the finished matching.</summary>
    private static void HoldFinal(MatchInstance instance, MatchWorkspace workspace)
    {
        for (int a = 0; a < instance.ApplicantCount; a++)
            if (workspace.ProgramOf[a] != MatchInstance.None)
            {
                ListEntry entry = instance.Entries[instance.ListOffsets[a] + workspace.RankOf[a]];
                workspace.Tentative.Hold(entry.Program, ApplicantKey.Primary(entry.Score, a));
            }
    }
}
