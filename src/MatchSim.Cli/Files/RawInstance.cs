using System.Runtime.InteropServices;
using MatchSim.Engine.Matching;

namespace MatchSim.Cli.Files;

/// <summary>One entry of a list as it stands in a file.</summary>
/// <param name="Owner">Index of whose list it is.</param>
/// <param name="Rank">From 1; gaps allowed.</param>
/// <param name="Item">Index of what is ranked.</param>
/// <param name="Line">For mistakes; the order of lines means nothing.</param>
internal readonly record struct ListRow(int Owner, int Rank, int Item, int Line);

/// <summary>One pair of a couple's joint list; programs may be <see cref="MatchInstance.None"/>, rank 0 = the couple's
/// list is empty.</summary>
internal readonly record struct CoupleRow(int Couple, int A, int B, int Rank, int ProgramA, int ProgramB, int Line);

internal readonly record struct SupplementalRow(int Applicant, int AdvancedProgram, int Rank, int Program, int Line);

internal readonly record struct ReversionRow(int Donor, int Rank, int Receiver, int Positions, int Line);

/// <summary>An instance as read, ids resolved and in order, nothing joined yet: what both formats have in common.</summary>
/// <param name="label">Table name ("rankings.csv") → the file as the user knows it.</param>
internal sealed class RawInstance(Func<string, string> label)
{
    /// <summary>Quotas beyond this are typing errors, and sums of quotas stay far from overflow.</summary>
    public const int LargestQuota = 1_000_000;

    public IdTable Applicants { get; } = new();

    public IdTable Programs { get; } = new();

    public IdTable Couples { get; } = new();

    /// <summary>[program].</summary>
    public int[] Quotas { get; set; } = [];

    /// <summary>[program]; empty = any for all.</summary>
    public Parity[] Parities { get; set; } = [];

    /// <summary>Primary rank order lists: owner = applicant, item = program.</summary>
    public List<ListRow> Primary { get; } = [];

    /// <summary>Declarations of empty primary lists: owner = applicant, item without meaning.</summary>
    public List<ListRow> EmptyLists { get; } = [];

    /// <summary>Programs' rank order lists: owner = program, item = applicant.</summary>
    public List<ListRow> Rankings { get; } = [];

    public List<CoupleRow> CoupleRows { get; } = [];

    public List<SupplementalRow> Supplemental { get; } = [];

    public bool HasSupplementalFile { get; set; }

    public List<ReversionRow> Reversions { get; } = [];

    public string Label(string table) => label(table);

    /// <summary>Fixes the order of programs by id; call when all are declared and before any row names one.</summary>
    public void OrderPrograms(Comparison<string> comparison, int[] quotas, Parity[] parities)
    {
        (Quotas, Parities) = (quotas, parities);
        if (Programs.Sort(comparison) is not { } moved)
            return;
        Quotas = [.. quotas];
        Parities = [.. parities];
        for (int old = 0; old < quotas.Length; old++)
        {
            Quotas[moved[old]] = quotas[old];
            if (parities.Length > 0)
                Parities[moved[old]] = parities[old];
        }
    }

    /// <summary>Fixes the order of applicants and couples by id; call when all are declared.</summary>
    public void OrderApplicantsAndCouples(Comparison<string> comparison)
    {
        if (Applicants.Sort(comparison) is { } movedApplicants)
        {
            foreach (List<ListRow> rows in (List<ListRow>[])[Primary, EmptyLists])
            {
                foreach (ref ListRow row in CollectionsMarshal.AsSpan(rows))
                    row = row with { Owner = movedApplicants[row.Owner] };
            }

            foreach (ref CoupleRow row in CollectionsMarshal.AsSpan(CoupleRows))
                row = row with { A = movedApplicants[row.A], B = movedApplicants[row.B] };
        }

        if (Couples.Sort(comparison) is { } movedCouples)
        {
            foreach (ref CoupleRow row in CollectionsMarshal.AsSpan(CoupleRows))
                row = row with { Couple = movedCouples[row.Couple] };
        }
    }
}
