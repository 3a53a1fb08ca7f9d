namespace MatchSim.Engine.Matching;

/// <summary>How a match ended.</summary>
public enum MatchStatus
{
    /// <summary>The matching is stable for the lists, at the effective quotas.</summary>
    Stable,

    /// <summary>None was found within the budget (or none exists: the matcher cannot tell); the result holds the best
    /// matching found, which respects quotas and lists.</summary>
    NoStableMatchingFound,
}

/// <summary>
/// What a match decided: a read-only view into a workspace, valid until that workspace's next match.
/// </summary>
public sealed class MatchResult
{
    private readonly MatchWorkspace workspace;

    internal MatchResult(MatchWorkspace workspace) => this.workspace = workspace;

    public MatchStatus Status { get; internal set; }

    public int ApplicantCount { get; internal set; }

    public int ProgramCount { get; internal set; }

    /// <summary>[applicant] program matched to by the primary (or joint) list; None = unmatched.</summary>
    public ReadOnlySpan<int> ProgramOf => workspace.ProgramOf.AsSpan(0, ApplicantCount);

    /// <summary>[applicant] 0-based place of that match on the list as submitted (for members of couples: on the joint
    /// list, also when the pair leaves this member unmatched); −1 = no entry of the list came true.</summary>
    public ReadOnlySpan<int> RankOf => workspace.RankOf.AsSpan(0, ApplicantCount);

    /// <summary>[applicant] preliminary program matched to by a supplemental list; None = none. Empty when the instance
    /// has no supplemental lists.</summary>
    public ReadOnlySpan<int> SupplementalProgramOf =>
        workspace.SupplementalProgramOf.AsSpan(0, HasSupplemental ? ApplicantCount : 0);

    /// <summary>[applicant] 0-based place on the supplemental list that was open; −1 = none.</summary>
    public ReadOnlySpan<int> SupplementalRankOf =>
        workspace.SupplementalRankOf.AsSpan(0, HasSupplemental ? ApplicantCount : 0);

    /// <summary>[program] quota after reversions and parity, positions.</summary>
    public ReadOnlySpan<int> EffectiveQuotas => workspace.EffectiveQuotas.AsSpan(0, ProgramCount);

    /// <summary>[reversion] positions given up by the donor to the receiver.</summary>
    public ReadOnlySpan<int> Reverted => workspace.Reverted.AsSpan(0, ReversionCount);

    /// <summary>Entries (lists of singles, joint lists and supplemental lists) tried on a program that ranked the
    /// applicant, over all restarts and re-runs.</summary>
    public long Proposals { get; internal set; }

    /// <summary>Admissions given up because a state came back.</summary>
    public int Loops { get; internal set; }

    /// <summary>Times the units were admitted anew in another order.</summary>
    public int Restarts { get; internal set; }

    /// <summary>Places taken from their holders after every restart had failed.</summary>
    public int Uprooted { get; internal set; }

    /// <summary>Complete matches run for reversions and parity beyond the first.</summary>
    public int Reruns { get; internal set; }

    /// <summary>Times parity took a position from a program.</summary>
    public int ParityReductions { get; internal set; }

    internal bool HasSupplemental { get; set; }

    internal int ReversionCount { get; set; }

    /// <summary>Positions filled at <paramref name="program"/>.</summary>
    public int Filled(int program) => workspace.Tentative.Places[program].Count;

    /// <summary>True when <paramref name="program"/> would take this applicant now: he is ranked, and there is room or
    /// somebody worse is held. (The menu look-up when this is the program-proposing result without him.)</summary>
    public bool WouldAccept(int program, uint score, int applicant) =>
        ApplicantKey.Primary(score, applicant) > workspace.Tentative.Cutoffs[program];

    /// <summary>Lowest score held by a full program; 1 (the lowest possible) with room; null at quota 0.</summary>
    public uint? Cutoff(int program) => workspace.Tentative.Cutoffs[program] switch
    {
        ApplicantKey.Open => 1,
        ApplicantKey.Closed => null,
        ulong key => (uint)(key >> 32),
    };
}
