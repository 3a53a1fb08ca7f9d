namespace MatchSim.Engine.Matching;

/// <summary>
/// State of the Roth–Peranson algorithm beyond the bulk of singles. A unit is what proposes on its own: a single, a
/// couple, or the supplemental side of an applicant (its list is the one opened by the program the applicant holds, so
/// it is empty while he holds none, and it starts over whenever that program changes).
/// Unit numbers: single a = a; couple c = applicants + c; supplemental side of a = applicants + couples + a.
/// </summary>
internal sealed partial class RothPeransonRun
{
    private readonly ProgramListings listings = new();
    private readonly TentativeMatches savedTentative = new();

    private MatchInstance instance = null!;
    private MatchOptions options = null!;
    private MatchWorkspace workspace = null!;
    private TentativeMatches tentative = null!;
    private IMatchObserver? observer;
    private int applicants;
    private int couples;
    private int programs;
    private bool supplemental;
    private bool listingsBuilt;

    /// <summary>[applicant] couple, −1 = single.</summary>
    private int[] coupleOf = [];

    /// <summary>[couple] 0-based pair held, −1 = none.</summary>
    private int[] coupleRank = [];

    /// <summary>[unit] takes part: may be pushed, and is looked at by repair.</summary>
    private bool[] admitted = [];

    /// <summary>[position] admission order of the units after the plain singles.</summary>
    private int[] order = [];
    private int orderLength;

    /// <summary>[applicant] key under which the supplemental place is held; meaningless without one.</summary>
    private ulong[] supplementalKey = [];

    private int[] savedProgramOf = [];
    private int[] savedRankOf = [];

    private int FirstDependent => applicants + couples;

    private int Units => (2 * applicants) + couples;

    /// <summary>Takes up an instance: who is in a couple, who has supplemental lists, in which order they come.</summary>
    public void Begin(MatchInstance instance, MatchOptions options, MatchWorkspace workspace, IMatchObserver? observer)
    {
        this.instance = instance;
        this.options = options;
        this.workspace = workspace;
        this.observer = observer;
        tentative = workspace.Tentative;
        applicants = instance.ApplicantCount;
        couples = instance.CoupleCount;
        programs = instance.ProgramCount;
        supplemental = instance.SupplementalOffsets.Length > 0;
        random = new SplitMix(options.Seed);
        Buffers.Grow(ref coupleOf, applicants);
        Buffers.Grow(ref coupleRank, couples);
        Buffers.Grow(ref supplementalKey, supplemental ? applicants : 0);
        Buffers.Grow(ref admitted, Units);
        Buffers.Grow(ref onApplicantStack, Units);
        Buffers.Grow(ref applicantStack, Units);
        Buffers.Grow(ref onProgramStack, programs);
        Buffers.Grow(ref programStack, programs);
        coupleOf.AsSpan(0, applicants).Fill(-1);
        for (int c = 0; c < couples; c++)
        {
            coupleOf[instance.CoupleA[c]] = c;
            coupleOf[instance.CoupleB[c]] = c;
        }

        FirstOrder();
    }

    /// <summary>Supplemental sides of singles first, in id order; then couples in seeded order. The supplemental side of
    /// a couple's member takes part from the start: its list is empty until the couple holds a place.</summary>
    private void FirstOrder()
    {
        Buffers.Grow(ref order, applicants + couples);
        orderLength = 0;
        for (int a = 0; supplemental && a < applicants; a++)
            if (coupleOf[a] < 0 && ProgramListings.LinksOf(instance, a).Length > 0)
                order[orderLength++] = FirstDependent + a;
        int firstCouple = orderLength;
        for (int c = 0; c < couples; c++)
            order[orderLength++] = applicants + c;
        Shuffle(order.AsSpan(firstCouple, couples));
    }

    /// <summary>Remembers the market as the plain singles left it.</summary>
    private void Save()
    {
        savedTentative.CopyFrom(tentative);
        Buffers.Grow(ref savedProgramOf, applicants);
        Buffers.Grow(ref savedRankOf, applicants);
        workspace.ProgramOf.AsSpan(0, applicants).CopyTo(savedProgramOf);
        workspace.RankOf.AsSpan(0, applicants).CopyTo(savedRankOf);
    }

    /// <summary>Back to that market: only plain singles take part, both stacks are empty.</summary>
    private void Restore()
    {
        tentative.CopyFrom(savedTentative);
        savedProgramOf.AsSpan(0, applicants).CopyTo(workspace.ProgramOf);
        savedRankOf.AsSpan(0, applicants).CopyTo(workspace.RankOf);
        OnlySingles();
    }

    private void OnlySingles()
    {
        if (supplemental)
        {
            workspace.SupplementalProgramOf.AsSpan(0, applicants).Fill(MatchInstance.None);
            workspace.SupplementalRankOf.AsSpan(0, applicants).Fill(-1);
        }

        coupleRank.AsSpan(0, couples).Fill(-1);
        admitted.AsSpan(0, applicants).Fill(true);
        admitted.AsSpan(applicants, Units - applicants).Clear();
        for (int c = 0; c < couples; c++)
            admitted[FirstDependent + instance.CoupleA[c]] = admitted[FirstDependent + instance.CoupleB[c]] = true;
        EverybodyMayWant();
        EmptyStacks();
    }
}
