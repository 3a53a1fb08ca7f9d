namespace MatchSim.Engine.Matching;

/// <summary>A matching as the verifier sees it: who is assigned where, how good they are, and what is impossible about
/// it.</summary>
internal sealed partial class AssignedMarket
{
    private readonly MatchInstance instance;

    /// <summary>[program] those assigned, as the program ranks them, best first.</summary>
    private readonly List<(uint Score, int Applicant)>[] assigned;

    public AssignedMarket(
        MatchInstance instance, ReadOnlySpan<int> programOf, ReadOnlySpan<int> supplementalProgramOf)
    {
        this.instance = instance;
        ProgramOf = programOf[..instance.ApplicantCount].ToArray();
        Preliminary = new int[instance.ApplicantCount];
        Preliminary.AsSpan().Fill(MatchInstance.None);
        supplementalProgramOf.CopyTo(Preliminary);
        CoupleOf = new int[instance.ApplicantCount];
        CoupleOf.AsSpan().Fill(-1);
        ListRank = new int[instance.ApplicantCount];
        PreliminaryRank = new int[instance.ApplicantCount];
        PairRank = new int[instance.CoupleCount];
        Quota = instance.Quotas.AsSpan(0, instance.ProgramCount).ToArray();
        assigned = new List<(uint, int)>[instance.ProgramCount];
        for (int p = 0; p < assigned.Length; p++)
            assigned[p] = [];
        for (int c = 0; c < instance.CoupleCount; c++)
            CoupleOf[instance.CoupleA[c]] = CoupleOf[instance.CoupleB[c]] = c;
        for (int a = 0; a < instance.ApplicantCount; a++)
        {
            if (CoupleOf[a] < 0)
                PlaceSingle(a);
            PlacePreliminary(a);
        }

        for (int c = 0; c < instance.CoupleCount; c++)
            PlaceCouple(c);
        foreach (List<(uint Score, int Applicant)> people in assigned)
            people.Sort((x, y) => x.Score != y.Score ? y.Score.CompareTo(x.Score) : x.Applicant.CompareTo(y.Applicant));
    }

    public int[] ProgramOf { get; }

    public int[] Preliminary { get; }

    public int[] CoupleOf { get; }

    /// <summary>[applicant] rank of the primary entry that came true; −1 = none.</summary>
    public int[] ListRank { get; }

    /// <summary>[applicant] rank on the supplemental list; −1 = none.</summary>
    public int[] PreliminaryRank { get; }

    /// <summary>[couple] rank of the pair that came true; −1 = none.</summary>
    public int[] PairRank { get; }

    /// <summary>[program] quota against which blocking is judged.</summary>
    public int[] Quota { get; }

    public List<Infeasibility> Infeasible { get; } = [];

    /// <summary>B(h, r), without the place of <paramref name="leaving"/> (None = nobody leaves).</summary>
    public int Better(int program, uint score, int applicant, int leaving = MatchInstance.None)
    {
        int better = 0;
        foreach ((uint held, int other) in assigned[program])
        {
            if (held < score || (held == score && other >= applicant))
                break;
            better += other != leaving ? 1 : 0;
        }

        return better;
    }

    public int Filled(int program) => assigned[program].Count;

    public int WorstHeld(int program) =>
        assigned[program].Count == 0 ? MatchInstance.None : assigned[program][^1].Applicant;

    /// <summary>The supplemental list opened by the match this applicant has.</summary>
    public ReadOnlySpan<ListEntry> OpenSupplementalList(int applicant)
    {
        if (instance.SupplementalOffsets.Length == 0 || ProgramOf[applicant] == MatchInstance.None)
            return [];
        for (int i = instance.SupplementalOffsets[applicant]; i < instance.SupplementalOffsets[applicant + 1]; i++)
        {
            SupplementalLink link = instance.SupplementalLinks[i];
            if (link.AdvancedProgram == ProgramOf[applicant])
                return instance.SupplementalEntries.AsSpan(link.Start, link.End - link.Start);
        }

        return [];
    }

    private void PlaceSingle(int applicant)
    {
        ListRank[applicant] = -1;
        int program = ProgramOf[applicant];
        if (program == MatchInstance.None)
            return;
        int start = instance.ListOffsets[applicant];
        for (int e = start; e < instance.ListOffsets[applicant + 1] && ListRank[applicant] < 0; e++)
            if (instance.Entries[e].Program == program)
            {
                ListRank[applicant] = e - start;
                Assign(applicant, program, instance.Entries[e].Score);
            }

        if (ListRank[applicant] < 0)
            AssignUnlisted(InfeasibilityKind.NotOnList, applicant, program);
    }

    private void PlacePreliminary(int applicant)
    {
        PreliminaryRank[applicant] = -1;
        int program = Preliminary[applicant];
        if (program == MatchInstance.None)
            return;
        ReadOnlySpan<ListEntry> list = OpenSupplementalList(applicant);
        for (int e = 0; e < list.Length && PreliminaryRank[applicant] < 0; e++)
            if (list[e].Program == program && program != ProgramOf[applicant])
            {
                PreliminaryRank[applicant] = e;
                Assign(applicant, program, list[e].Score);
            }

        if (PreliminaryRank[applicant] < 0)
            AssignUnlisted(InfeasibilityKind.NotOnSupplementalList, applicant, program);
    }

    private void PlaceCouple(int couple)
    {
        int a = instance.CoupleA[couple];
        int b = instance.CoupleB[couple];
        PairRank[couple] = -1;
        int start = instance.PairOffsets[couple];
        for (int k = start; k < instance.PairOffsets[couple + 1]; k++)
        {
            PairEntry pair = instance.Pairs[k];
            if (pair.ProgramA != ProgramOf[a] || pair.ProgramB != ProgramOf[b])
                continue;
            PairRank[couple] = k - start;
            if (pair.ProgramA != MatchInstance.None)
                Assign(a, pair.ProgramA, pair.ScoreA);
            if (pair.ProgramB != MatchInstance.None)
                Assign(b, pair.ProgramB, pair.ScoreB);
            return;
        }

        if (ProgramOf[a] == MatchInstance.None && ProgramOf[b] == MatchInstance.None)
            return;
        Report(InfeasibilityKind.PairNotOnList, couple: couple);
        if (ProgramOf[a] != MatchInstance.None)
            assigned[ProgramOf[a]].Add((MatchInstance.Unranked, a));
        if (ProgramOf[b] != MatchInstance.None)
            assigned[ProgramOf[b]].Add((MatchInstance.Unranked, b));
    }

    private void Assign(int applicant, int program, uint score)
    {
        assigned[program].Add((score, applicant));
        if (score == MatchInstance.Unranked)
            Report(InfeasibilityKind.NotRankedByProgram, applicant, program: program);
    }

    private void AssignUnlisted(InfeasibilityKind kind, int applicant, int program)
    {
        assigned[program].Add((MatchInstance.Unranked, applicant));
        Report(kind, applicant, program: program);
    }

    private void Report(
        InfeasibilityKind kind, int applicant = -1, int couple = -1, int program = -1, int found = -1, int allowed = -1) =>
        Infeasible.Add(new Infeasibility(kind, applicant, couple, program, found, allowed));
}
