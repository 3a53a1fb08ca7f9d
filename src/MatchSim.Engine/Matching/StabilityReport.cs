namespace MatchSim.Engine.Matching;

/// <summary>Everything that is wrong with a matching; nothing wrong = stable.</summary>
public sealed record StabilityReport(IReadOnlyList<Blocking> Blocking, IReadOnlyList<Infeasibility> Infeasible)
{
    public bool IsStable => Blocking.Count == 0 && Infeasible.Count == 0;
}

/// <summary>Who could do better together with programs that would agree.</summary>
public enum BlockingKind
{
    /// <summary>A single and a program of the primary list.</summary>
    Applicant,

    /// <summary>A couple and the programs of one pair.</summary>
    Couple,

    /// <summary>An applicant and a preliminary program of the supplemental list that is open.</summary>
    Supplemental,
}

/// <summary>One blocking pair or couple.</summary>
/// <param name="Couple">Couple index; −1 unless a couple blocks.</param>
/// <param name="Rank">0-based entry of the list in use that is wanted.</param>
/// <param name="HeldRank">0-based entry that came true; −1 = none (unmatched).</param>
/// <param name="First">The applicant (or first member) and the program wanted.</param>
/// <param name="Second">The second member; null unless a couple blocks.</param>
public sealed record Blocking(
    BlockingKind Kind, int Couple, int Rank, int HeldRank, BlockingHalf First, BlockingHalf? Second);

/// <summary>One applicant of a blocking pair and why the program would agree.</summary>
/// <param name="Program">Program wanted; None = this half of the pair is "unmatched".</param>
/// <param name="AlreadyThere">The applicant has this place already and keeps it.</param>
/// <param name="Free">Positions unfilled at the effective quota.</param>
/// <param name="WorstHeld">Applicant whom the program ranks lowest of those it has; None = it has nobody.</param>
public sealed record BlockingHalf(int Applicant, int Program, bool AlreadyThere, int Free, int WorstHeld);

/// <summary>Why a matching cannot be.</summary>
public enum InfeasibilityKind
{
    /// <summary>Program: more positions filled than the quota (Found, Allowed).</summary>
    OverQuota,

    /// <summary>Program: filled beyond its quota, and the donors that could have given it positions have filled theirs or
    /// given them elsewhere (Found, Allowed); or positions stated as reverted that the rule does not give.</summary>
    InconsistentReversion,

    /// <summary>Program: a positive fill of the wrong parity (Found).</summary>
    WrongParity,

    /// <summary>Applicant: matched to a program that is not on the list.</summary>
    NotOnList,

    /// <summary>Couple: matched to a pair that is not on the joint list.</summary>
    PairNotOnList,

    /// <summary>Applicant: matched to a program that did not rank him.</summary>
    NotRankedByProgram,

    /// <summary>Applicant: a supplemental match that no list opened by the match held contains.</summary>
    NotOnSupplementalList,
}

/// <summary>One thing that cannot be; indices that do not apply are −1.</summary>
public sealed record Infeasibility(
    InfeasibilityKind Kind, int Applicant, int Couple, int Program, int Found, int Allowed);
