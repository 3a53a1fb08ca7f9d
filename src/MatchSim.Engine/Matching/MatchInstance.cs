namespace MatchSim.Engine.Matching;

/// <summary>
/// What the matcher needs to know, and nothing else: rank order lists and quotas, as columns.
/// Applicants, programs and couples are 0-based indices; <see cref="None"/> (−1) means "no program".
/// </summary>
/// <remarks>
/// Every list entry carries the program's score of that applicant, so that a proposal is one comparison and program
/// lists are never sorted. Arrays may be longer than the counts say (a simulation reuses them); entries past the
/// counts have no meaning. An instance may be rebuilt in place between matches, never during one.
/// </remarks>
public sealed class MatchInstance
{
    /// <summary>"No program": an empty half of a couple's pair.</summary>
    public const int None = -1;

    /// <summary>Score of an applicant whom the program did not rank. Such an entry is dropped and counted.</summary>
    public const uint Unranked = 0;

    public int ApplicantCount { get; set; }

    public int ProgramCount { get; set; }

    public int CoupleCount { get; set; }

    /// <summary>[program] positions offered, ≥ 0.</summary>
    public int[] Quotas { get; set; } = [];

    /// <summary>[applicant + 1] where the applicant's primary list starts in <see cref="Entries"/>; members of couples
    /// have empty lists here.</summary>
    public int[] ListOffsets { get; set; } = [0];

    /// <summary>[entry] primary rank order lists of singles, best program first.</summary>
    public ListEntry[] Entries { get; set; } = [];

    /// <summary>[couple] first member (applicant index).</summary>
    public int[] CoupleA { get; set; } = [];

    /// <summary>[couple] second member (applicant index).</summary>
    public int[] CoupleB { get; set; } = [];

    /// <summary>[couple + 1] where the couple's joint list starts in <see cref="Pairs"/>.</summary>
    public int[] PairOffsets { get; set; } = [0];

    /// <summary>[pair] joint rank order lists, best pair first.</summary>
    public PairEntry[] Pairs { get; set; } = [];

    /// <summary>[applicant + 1] where the applicant's links start in <see cref="SupplementalLinks"/>;
    /// empty array = no supplemental lists in this instance.</summary>
    public int[] SupplementalOffsets { get; set; } = [];

    /// <summary>[link] which advanced program opens which supplemental list.</summary>
    public SupplementalLink[] SupplementalLinks { get; set; } = [];

    /// <summary>[entry] supplemental rank order lists; several links may share one range.</summary>
    public ListEntry[] SupplementalEntries { get; set; } = [];

    /// <summary>Reversions, grouped by donor, receivers in rank order; empty = none.</summary>
    public Reversion[] Reversions { get; set; } = [];

    /// <summary>[program] wanted parity of the number filled; empty array = any for all.</summary>
    public Parity[] Parities { get; set; } = [];
}

/// <summary>One entry of a rank order list.</summary>
/// <param name="Program">Program index.</param>
/// <param name="Score">The program's score of this applicant: higher is better, ties go to the lower applicant index,
/// <see cref="MatchInstance.Unranked"/> = not on the program's list.</param>
public readonly record struct ListEntry(int Program, uint Score);

/// <summary>One pair of a couple's joint rank order list; a half may be <see cref="MatchInstance.None"/>.</summary>
public readonly record struct PairEntry(int ProgramA, uint ScoreA, int ProgramB, uint ScoreB);

/// <summary>While its owner holds <paramref name="AdvancedProgram"/>, entries Start … End − 1 of
/// <see cref="MatchInstance.SupplementalEntries"/> are the owner's supplemental list.</summary>
public readonly record struct SupplementalLink(int AdvancedProgram, int Start, int End);

/// <summary>Up to <paramref name="Positions"/> positions that the donor leaves unfilled go to the receiver.</summary>
public readonly record struct Reversion(int Donor, int Receiver, int Positions);

/// <summary>Parity a program wants for the number of positions it fills (a fill of 0 satisfies both).</summary>
public enum Parity
{
    Any,
    Even,
    Odd,
}
