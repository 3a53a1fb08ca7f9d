using MatchSim.Cli.Files;
using MatchSim.Engine.Matching;

namespace MatchSim.Cli.Reports;

/// <summary>What the stability check found, in a registrar's words: ids and ranks as the files have them.</summary>
internal sealed class StabilitySentences(NamedInstance instance)
{
    private readonly MatchInstance match = instance.Match;

    /// <summary>One sentence a finding: what cannot be first, then who blocks.</summary>
    public IEnumerable<string> Of(StabilityReport report) => report.Infeasible.Select(Of).Concat(report.Blocking.Select(Of));

    public string Of(Blocking blocking) => blocking.Kind switch
    {
        BlockingKind.Couple => OfCouple(blocking),
        BlockingKind.Supplemental =>
            $"Applicant {Applicant(blocking.First)} prefers program {Program(blocking.First)} (rank {Rank(blocking)} on the supplemental list) "
            + $"to {(blocking.HeldRank < 0 ? "no supplemental match" : "the supplemental match")}, and {Agreement(blocking.First)}.",
        _ =>
            $"Applicant {Applicant(blocking.First)} prefers program {Program(blocking.First)} (rank {Rank(blocking)}) "
            + $"to {Held(blocking)}, and {Agreement(blocking.First)}.",
    };

    public string Of(Infeasibility problem) => problem.Kind switch
    {
        InfeasibilityKind.OverQuota =>
            $"Program {Program(problem.Program)} holds {problem.Found} applicants, and has {Positions(problem.Allowed)}.",
        InfeasibilityKind.InconsistentReversion =>
            $"Program {Program(problem.Program)} uses {Positions(problem.Found)}, and its reversions leave it {problem.Allowed}.",
        InfeasibilityKind.WrongParity =>
            $"Program {Program(problem.Program)} fills {Positions(problem.Found)}, and wants an {Wanted(problem.Program)} number.",
        InfeasibilityKind.NotOnList =>
            $"Applicant {Applicant(problem.Applicant)} is matched to program {Program(problem.Program)}, which is not on the applicant's list.",
        InfeasibilityKind.PairNotOnList =>
            $"Couple {instance.Couples[problem.Couple]} ({Members(problem.Couple)}) is matched to a pair that is not on its list.",
        InfeasibilityKind.NotRankedByProgram =>
            $"Applicant {Applicant(problem.Applicant)} is matched to program {Program(problem.Program)}, which did not rank the applicant.",
        InfeasibilityKind.NotOnSupplementalList =>
            $"Applicant {Applicant(problem.Applicant)} has the supplemental program {Program(problem.Program)}, which is on no supplemental list that the match opens.",
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem.Kind, "No sentence for this."),
    };

    /// <summary>The rank, as written, of an entry of the list that the blocking is about.</summary>
    /// <param name="blocking">Whose list.</param>
    /// <param name="place">0-based entry; −1 = none.</param>
    /// <returns>From 1; 0 = none.</returns>
    public int WrittenRank(Blocking blocking, int place) => (place, blocking.Kind) switch
    {
        ( < 0, _) => 0,
        (_, BlockingKind.Couple) => instance.PairRanks[match.PairOffsets[blocking.Couple] + place],
        (_, BlockingKind.Applicant) => instance.EntryRanks[match.ListOffsets[blocking.First.Applicant] + place],
        _ => SupplementalRank(blocking.First, place),
    };

    private string OfCouple(Blocking blocking)
    {
        (BlockingHalf a, BlockingHalf b) = (blocking.First, blocking.Second!);
        string wanted = a.Program == b.Program
            ? $"program {Program(a)} for both"
            : $"{Place(a)} and {Place(b)}";
        string agreement = a.Program == b.Program && !a.AlreadyThere && !b.AlreadyThere
            ? BothAgree(a)
            : string.Join(", and ", new[] { a, b }.Where(half => half.Program != MatchInstance.None).Select(Agreement));
        return $"Couple {instance.Couples[blocking.Couple]} ({Members(blocking.Couple)}) prefers {wanted} (rank {Rank(blocking)}) to {Held(blocking)}, and {agreement}.";
    }

    private string Place(BlockingHalf half) => half.Program == MatchInstance.None
        ? $"no program for {Applicant(half)}"
        : $"program {Program(half)} for {Applicant(half)}";

    /// <summary>Why the program would agree to one applicant.</summary>
    private string Agreement(BlockingHalf half)
    {
        if (half.AlreadyThere)
            return $"{Applicant(half)} is at {Program(half)} already";
        return half.Free > 0
            ? $"{Program(half)} has {Positions(half.Free)} unfilled"
            : $"{Program(half)} prefers {Applicant(half)} to {Applicant(half.WorstHeld)}, whom it holds at its last position";
    }

    private string BothAgree(BlockingHalf half) => half.Free > 1
        ? $"{Program(half)} has {Positions(half.Free)} unfilled"
        : half.Free == 1
            ? $"{Program(half)} has one position unfilled and would give up {Applicant(half.WorstHeld)}, whom it ranks lowest of those it holds"
            : $"{Program(half)} would take both rather than those it ranks lowest of those it holds ({Applicant(half.WorstHeld)} is the last)";

    private string Held(Blocking blocking) => blocking.HeldRank < 0
        ? "being unmatched"
        : $"the match (rank {WrittenRank(blocking, blocking.HeldRank)})";

    private int Rank(Blocking blocking) => WrittenRank(blocking, blocking.Rank);

    private int SupplementalRank(BlockingHalf half, int place)
    {
        for (int link = match.SupplementalOffsets[half.Applicant]; link < match.SupplementalOffsets[half.Applicant + 1]; link++)
        {
            SupplementalLink list = match.SupplementalLinks[link];
            if (list.Start + place < list.End && match.SupplementalEntries[list.Start + place].Program == half.Program)
                return instance.SupplementalRanks[list.Start + place];
        }

        return place + 1;
    }

    private string Wanted(int program) => match.Parities[program] == Parity.Even ? "even" : "odd";

    private string Members(int couple) => $"{Applicant(match.CoupleA[couple])} and {Applicant(match.CoupleB[couple])}";

    private string Applicant(BlockingHalf half) => Applicant(half.Applicant);

    private string Program(BlockingHalf half) => Program(half.Program);

    private string Applicant(int index) => instance.Applicants[index];

    private string Program(int index) => instance.Programs[index];

    private static string Positions(int count) => count == 1 ? "1 position" : $"{count} positions";
}
