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

    /// <summary>One sentence a reason that occurred: "Dropped from applicants' lists: 5 (the program did not …)."</summary>
    public IEnumerable<string> Sentences() =>
        from reason in Reasons()
        where reason.Count > 0
        select $"Dropped from {reason.Lists}: {reason.Count} ({reason.Why}).";

    private (int Count, string Lists, string Why)[] Reasons() =>
    [
        (ProgramDidNotRank, "applicants' lists", "the program did not rank the applicant"),
        (PairNotRanked, "couples' lists", "a program did not rank its half of the couple"),
        (SupplementalNotRanked, "supplemental lists", "the program did not rank the applicant"),
        (ApplicantDidNotList, "programs' lists", "the applicant did not list the program"),
        (PairAtOnePosition, "couples' lists", "both halves at a program with fewer than two positions"),
        (PairBelowUnmatched, "couples' lists", "ranked below the pair in which both are unmatched"),
    ];
}
