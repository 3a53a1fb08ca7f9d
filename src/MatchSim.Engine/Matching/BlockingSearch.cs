namespace MatchSim.Engine.Matching;

/// <summary>Looks for everybody who could do better, definition by definition.</summary>
internal sealed class BlockingSearch(MatchInstance instance, AssignedMarket matching, StabilityDefinition definition)
{
    public List<Blocking> Found { get; } = [];

    /// <summary>The single prefers h to what he has, and B(h, single) &lt; quota(h).</summary>
    public void Single(int applicant)
    {
        int start = instance.ListOffsets[applicant];
        ReadOnlySpan<ListEntry> list = instance.Entries.AsSpan(start, instance.ListOffsets[applicant + 1] - start);
        Search(BlockingKind.Applicant, applicant, list, matching.ListRank[applicant], excluded: MatchInstance.None);
    }

    /// <summary>The same, given the match held, on the supplemental list it opens; nobody takes two places at one
    /// program.</summary>
    public void Supplemental(int applicant) => Search(
        BlockingKind.Supplemental,
        applicant,
        matching.OpenSupplementalList(applicant),
        matching.PreliminaryRank[applicant],
        excluded: matching.ProgramOf[applicant]);

    private void Search(BlockingKind kind, int applicant, ReadOnlySpan<ListEntry> list, int heldRank, int excluded)
    {
        int better = heldRank < 0 ? list.Length : heldRank;
        for (int rank = 0; rank < better; rank++)
        {
            (int program, uint score) = list[rank];
            if (score == MatchInstance.Unranked || program == excluded)
                continue;
            if (matching.Better(program, score, applicant) < matching.Quota[program])
                Found.Add(new Blocking(kind, -1, rank, heldRank, Half(applicant, program, false), null));
        }
    }

    public void Couple(int couple)
    {
        int start = instance.PairOffsets[couple];
        int heldRank = matching.PairRank[couple];
        int better = heldRank < 0 ? instance.PairOffsets[couple + 1] - start : heldRank;
        int a = instance.CoupleA[couple];
        int b = instance.CoupleB[couple];
        for (int rank = 0; rank < better; rank++)
        {
            PairEntry pair = instance.Pairs[start + rank];
            bool ranked = (pair.ProgramA == MatchInstance.None || pair.ScoreA != MatchInstance.Unranked)
                && (pair.ProgramB == MatchInstance.None || pair.ScoreB != MatchInstance.Unranked);
            if (ranked && Blocks(a, b, pair))
                Found.Add(new Blocking(
                    BlockingKind.Couple,
                    couple,
                    rank,
                    heldRank,
                    Half(a, pair.ProgramA, IsAt(a, pair.ProgramA)),
                    Half(b, pair.ProgramB, IsAt(b, pair.ProgramB))));
        }
    }

    private bool Blocks(int a, int b, PairEntry pair)
    {
        if (pair.ProgramA != pair.ProgramB || pair.ProgramA == MatchInstance.None)
            return HalfAgrees(a, pair.ProgramA, pair.ScoreA, Leaving(b, pair.ProgramA, pair.ProgramB))
                && HalfAgrees(b, pair.ProgramB, pair.ScoreB, Leaving(a, pair.ProgramB, pair.ProgramA));
        int h = pair.ProgramA;
        bool aThere = IsAt(a, h);
        bool bThere = IsAt(b, h);
        if (aThere && bThere)
            return true;
        if (aThere)
            return JoinerAgrees(h, a, pair.ScoreA, b, pair.ScoreB);
        if (bThere)
            return JoinerAgrees(h, b, pair.ScoreB, a, pair.ScoreA);
        int rivalsOfA = matching.Better(h, pair.ScoreA, a, Leaving(b, h, h));
        int rivalsOfB = matching.Better(h, pair.ScoreB, b, Leaving(a, h, h));
        bool aIsBetter = pair.ScoreA > pair.ScoreB || (pair.ScoreA == pair.ScoreB && a < b);
        (int better, int worse) = aIsBetter ? (rivalsOfA, rivalsOfB) : (rivalsOfB, rivalsOfA);
        return definition == StabilityDefinition.BiroIrvingSchlotter
            ? worse <= matching.Quota[h] - 2
            : better <= matching.Quota[h] - 2 && worse <= matching.Quota[h] - 1;
    }

    /// <summary>Nil has room for everybody; who is there stays there; else B(h, x) &lt; quota(h).</summary>
    private bool HalfAgrees(int applicant, int program, uint score, int leaving) =>
        program == MatchInstance.None
        || IsAt(applicant, program)
        || matching.Better(program, score, applicant, leaving) < matching.Quota[program];

    /// <summary>One member is at h and the other would join.</summary>
    private bool JoinerAgrees(int h, int stays, uint staysScore, int joins, uint joinsScore)
    {
        bool joinerIsBetter = joinsScore > staysScore || (joinsScore == staysScore && joins < stays);
        if (!joinerIsBetter)
            return matching.Better(h, joinsScore, joins) < matching.Quota[h];
        return definition == StabilityDefinition.BiroIrvingSchlotter
            ? matching.Better(h, staysScore, stays, Leaving(joins, h, h)) + 1 < matching.Quota[h]
            : matching.Better(h, joinsScore, joins) + 1 < matching.Quota[h];
    }

    /// <summary>The member if he is at h by his supplemental list and gives that up, because the pair takes him away from
    /// the program that opened the list; None otherwise.</summary>
    private int Leaving(int member, int h, int goesTo) =>
        h != MatchInstance.None && matching.Preliminary[member] == h && !IsAt(member, goesTo)
            ? member
            : MatchInstance.None;

    private bool IsAt(int applicant, int program) =>
        program != MatchInstance.None && matching.ProgramOf[applicant] == program;

    private BlockingHalf Half(int applicant, int program, bool alreadyThere) => program == MatchInstance.None
        ? new BlockingHalf(applicant, program, alreadyThere, 0, MatchInstance.None)
        : new BlockingHalf(
            applicant,
            program,
            alreadyThere,
            Math.Max(0, matching.Quota[program] - matching.Filled(program)),
            matching.WorstHeld(program));
}
