namespace MatchSim.Cli.Files;

/// <summary>Entries that cannot lead to a match, counted by reason: never dropped silently.</summary>
internal sealed record DroppedEntries
{
    /// <summary>Entries of primary lists whose program did not rank the applicant.</summary>
    public int ProgramDidNotRank { get; set; }

    /// <summary>Pairs of joint lists where a program did not rank its half.</summary>
    public int PairNotRanked { get; set; }

    /// <summary>Entries of supplemental lists whose program did not rank the applicant.</summary>
    public int SupplementalNotRanked { get; set; }

    /// <summary>Entries of programs' lists whose applicant did not list the program.</summary>
    public int ApplicantDidNotList { get; set; }

    /// <summary>Pairs that want two positions of a program that has fewer and receives none.</summary>
    public int PairAtOnePosition { get; set; }

    /// <summary>Pairs a couple ranks below being unmatched.</summary>
    public int PairBelowUnmatched { get; set; }

    public int Total => ProgramDidNotRank + PairNotRanked + SupplementalNotRanked + ApplicantDidNotList + PairAtOnePosition + PairBelowUnmatched;

    /// <summary>One sentence a reason that occurred.</summary>
    public IEnumerable<string> Sentences() =>
        from reason in Reasons()
        where reason.Count > 0
        select $"Dropped {reason.Count} {reason.What}.";

    private (int Count, string What)[] Reasons() =>
    [
        (ProgramDidNotRank, "entries of applicants' lists: the program did not rank the applicant"),
        (PairNotRanked, "pairs of couples' lists: a program did not rank its half of the couple"),
        (SupplementalNotRanked, "entries of supplemental lists: the program did not rank the applicant"),
        (ApplicantDidNotList, "entries of programs' lists: the applicant did not list the program"),
        (PairAtOnePosition, "pairs of couples' lists: both halves at a program with fewer than two positions"),
        (PairBelowUnmatched, "pairs of couples' lists: ranked below the pair in which both are unmatched"),
    ];
}
