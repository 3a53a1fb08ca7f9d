using MatchSim.Cli.Shell;
using MatchSim.Engine.Matching;

namespace MatchSim.Cli.Files;

/// <summary>Rows of couples → members and joint lists, checked.</summary>
internal sealed class CoupleLists
{
    private readonly RawInstance raw;
    private readonly MistakeList mistakes;
    private readonly string label;

    private CoupleLists(RawInstance raw, MistakeList mistakes)
    {
        this.raw = raw;
        this.mistakes = mistakes;
        label = raw.Label(InstanceFolder.Couples);
        A = new int[raw.Couples.Count];
        B = new int[raw.Couples.Count];
        CoupleOf = new int[raw.Applicants.Count];
        Array.Fill(CoupleOf, MatchInstance.None);
        Array.Fill(A, MatchInstance.None);
        raw.CoupleRows.Sort(static (x, y) =>
            x.Couple != y.Couple ? x.Couple.CompareTo(y.Couple) : x.Rank != y.Rank ? x.Rank.CompareTo(y.Rank) : x.Line.CompareTo(y.Line));
    }

    /// <summary>[couple] first member.</summary>
    public int[] A { get; }

    /// <summary>[couple] second member.</summary>
    public int[] B { get; }

    /// <summary>[applicant] couple, or −1.</summary>
    public int[] CoupleOf { get; }

    /// <summary>The pairs, by couple and rank.</summary>
    public List<CoupleRow> Pairs { get; } = [];

    public static CoupleLists Build(RawInstance raw, MistakeList mistakes)
    {
        var lists = new CoupleLists(raw, mistakes);
        lists.FindMembers();
        lists.CheckPairs();
        lists.CheckNoPrimaryList();
        return lists;
    }

    private void FindMembers()
    {
        int[] lineOf = new int[raw.Couples.Count];
        foreach (CoupleRow row in raw.CoupleRows.OrderBy(row => row.Line))
        {
            if (A[row.Couple] == MatchInstance.None)
            {
                (A[row.Couple], B[row.Couple], lineOf[row.Couple]) = (row.A, row.B, row.Line);
                Claim(row, row.A);
                Claim(row, row.B);
            }
            else if (A[row.Couple] != row.A || B[row.Couple] != row.B)
            {
                mistakes.Add(
                    $"couple {Couple(row)} with the members {Applicant(row.A)} and {Applicant(row.B)}",
                    $"{Applicant(A[row.Couple])} and {Applicant(B[row.Couple])}, in this order, as in line {lineOf[row.Couple]}", label, row.Line);
            }
        }
    }

    private void Claim(CoupleRow row, int applicant)
    {
        int other = CoupleOf[applicant];
        if (other == row.Couple)
            mistakes.Add($"applicant {Applicant(applicant)} twice in couple {Couple(row)}", "two different people", label, row.Line);
        else if (other >= 0)
            mistakes.Add($"applicant {Applicant(applicant)} in couple {Couple(row)} and in couple {Say.Quote(raw.Couples[other])}", "one couple a person", label, row.Line);
        else
            CoupleOf[applicant] = row.Couple;
    }

    private void CheckPairs()
    {
        var seen = new Dictionary<(int Couple, int A, int B), int>();
        CoupleRow? previous = null;
        foreach (CoupleRow row in raw.CoupleRows)
        {
            bool sameCouple = previous?.Couple == row.Couple;
            if (sameCouple && previous!.Value.Rank == 0)
                mistakes.Add($"more rows of couple {Couple(row)}", $"none: line {previous.Value.Line} says that its list is empty", label, row.Line);
            else if (row.Rank > 0 && !seen.TryAdd((row.Couple, row.ProgramA, row.ProgramB), row.Line))
                mistakes.Add($"a pair of couple {Couple(row)} again", $"once, as in line {seen[(row.Couple, row.ProgramA, row.ProgramB)]}", label, row.Line);
            else if (sameCouple && row.Rank > 0 && previous!.Value.Rank == row.Rank)
                mistakes.Add($"rank {row.Rank} again for couple {Couple(row)}", $"each rank once; line {previous.Value.Line} has it too", label, row.Line);
            previous = row;
            if (row.Rank > 0)
                Pairs.Add(row);
        }
    }

    private void CheckNoPrimaryList()
    {
        if (A.Length == 0)
            return;
        var told = new HashSet<int>();
        foreach (ListRow row in raw.EmptyLists.Concat(raw.Primary).Where(row => CoupleOf[row.Owner] >= 0).OrderBy(row => row.Line))
        {
            if (told.Add(row.Owner))
            {
                mistakes.Add(
                    $"a list of {Applicant(row.Owner)}, who is in couple {Say.Quote(raw.Couples[CoupleOf[row.Owner]])}",
                    "members of couples rank programs together, in the couple's list only", raw.Label(InstanceFolder.Applicants), row.Line);
            }
        }
    }

    private string Couple(CoupleRow row) => Say.Quote(raw.Couples[row.Couple]);

    private string Applicant(int applicant) => Say.Quote(raw.Applicants[applicant]);
}
