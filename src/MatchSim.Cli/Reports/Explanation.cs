using MatchSim.Cli.Files;
using MatchSim.Engine.Matching;

namespace MatchSim.Cli.Reports;

/// <summary>Why somebody matched where he did, or not at all: entry by entry, in plain words.</summary>
/// <param name="instance">What was matched.</param>
/// <param name="matching">How it ended.</param>
/// <param name="quotas">[program] positions after reversions and parity.</param>
internal sealed class Explanation(NamedInstance instance, NamedMatching matching, int[] quotas)
{
    /// <summary>How lines end about entries that the match made idle.</summary>
    public const string NotNeeded = "not needed: ranked below the match";

    private readonly MatchInstance match = instance.Match;
    private readonly HeldApplicants held = new(instance, matching);
    private readonly int[] ranks = matching.RanksObtained(instance);

    /// <summary>Lines about an applicant, or about a program.</summary>
    /// <returns>Null if the instance has nobody of this id.</returns>
    public IEnumerable<string>? Of(string id)
    {
        int applicant = Array.IndexOf(instance.Applicants, id);
        if (applicant >= 0)
            return OfApplicant(applicant);
        int program = Array.IndexOf(instance.Programs, id);
        return program < 0 ? null : OfProgram(program);
    }

    private IEnumerable<string> OfApplicant(int applicant)
    {
        int couple = Enumerable.Range(0, match.CoupleCount)
            .FirstOrDefault(couple => match.CoupleA[couple] == applicant || match.CoupleB[couple] == applicant, -1);
        string program = instance.ProgramOrEmpty(matching.Programs[applicant]);
        string partner = couple < 0 ? "" : $" (couple {instance.Couples[couple]}: {Name(match.CoupleA[couple])} and {Name(match.CoupleB[couple])})";
        yield return program.Length == 0
            ? $"Applicant {Name(applicant)}{partner} is unmatched."
            : $"Applicant {Name(applicant)}{partner} is matched to {program} (rank {ranks[applicant]}).";
        foreach (string line in couple < 0 ? Singles(applicant) : Pairs(couple))
            yield return "  " + line;
        foreach (string line in SupplementalList(applicant))
            yield return "  " + line;
    }

    private IEnumerable<string> Singles(int applicant)
    {
        (int start, int end) = (match.ListOffsets[applicant], match.ListOffsets[applicant + 1]);
        if (start == end)
            yield return "The rank order list is empty.";
        for (int i = start; i < end; i++)
        {
            ListEntry entry = match.Entries[i];
            string why = entry.Program == matching.Programs[applicant] ? "matched here"
                : ranks[applicant] > 0 && instance.EntryRanks[i] > ranks[applicant] ? NotNeeded
                : Why(applicant, entry.Program, entry.Score);
            yield return $"Rank {instance.EntryRanks[i]}, {instance.Programs[entry.Program]}: {why}.";
        }
    }

    private IEnumerable<string> Pairs(int couple)
    {
        (int a, int b) = (match.CoupleA[couple], match.CoupleB[couple]);
        if (match.PairOffsets[couple] == match.PairOffsets[couple + 1])
            yield return "The joint rank order list is empty.";
        for (int i = match.PairOffsets[couple]; i < match.PairOffsets[couple + 1]; i++)
        {
            PairEntry pair = match.Pairs[i];
            string why = instance.PairRanks[i] == ranks[a] ? "matched here"
                : ranks[a] > 0 && instance.PairRanks[i] > ranks[a] ? NotNeeded
                : pair.ProgramA == pair.ProgramB ? WhyBoth(a, b, pair)
                : $"{WhyHalf(a, pair.ProgramA, pair.ScoreA, b, pair.ProgramB)}; {WhyHalf(b, pair.ProgramB, pair.ScoreB, a, pair.ProgramA)}";
            yield return $"Rank {instance.PairRanks[i]}, {Half(a, pair.ProgramA)} and {Half(b, pair.ProgramB)}: {why}.";
        }
    }

    private IEnumerable<string> SupplementalList(int applicant)
    {
        int advanced = matching.Programs[applicant];
        for (int link = instance.HasSupplemental ? match.SupplementalOffsets[applicant] : 0;
            instance.HasSupplemental && link < match.SupplementalOffsets[applicant + 1]; link++)
        {
            SupplementalLink list = match.SupplementalLinks[link];
            string name = instance.Programs[list.AdvancedProgram];
            if (list.AdvancedProgram != advanced)
            {
                yield return $"The supplemental list with {name} was not opened: not matched there.";
                continue;
            }

            bool found = false;
            for (int i = list.Start; i < list.End; i++)
            {
                ListEntry entry = match.SupplementalEntries[i];
                bool here = entry.Program == matching.SupplementalOf(applicant);
                string why = here ? "matched here" : found ? NotNeeded : Why(applicant, entry.Program, entry.Score);
                yield return $"Supplemental rank {instance.SupplementalRanks[i]} with {name}, {instance.Programs[entry.Program]}: {why}.";
                found |= here;
            }
        }
    }

    private IEnumerable<string> OfProgram(int program)
    {
        IReadOnlyList<int> people = held.Of(program);
        string changed = quotas[program] == match.Quotas[program] ? "" : $" ({match.Quotas[program]} before reversions and parity)";
        yield return $"Program {instance.Programs[program]} has {Positions(quotas[program])}{changed} and fills {people.Count}.";
        foreach (int applicant in people)
            yield return $"  It holds {Name(applicant)}, its number {held.Place(program, applicant)} of those who listed it.";
        if (people.Count < quotas[program])
            yield return "  Whoever else it ranked did not list it, is matched to something ranked higher, or is in a couple whose pair found no place.";
    }

    /// <summary>Why a program does not hold this applicant, as things stand at the end.</summary>
    private string Why(int applicant, int program, uint score)
    {
        if (score == MatchInstance.Unranked)
            return "the program did not rank the applicant";
        if (quotas[program] == 0)
            return "the program has no position";
        if (held.Better(program, applicant) < quotas[program])
            return "the program would take the applicant: this pair blocks the matching";
        IReadOnlyList<int> people = held.Of(program);
        return $"the program's {Positions(quotas[program])} went to applicants it ranks higher, the last of them {Name(people[^1])} "
            + $"(its number {held.Place(program, people[^1])} of those who listed it; {Name(applicant)} is its number {held.Place(program, applicant)})";
    }

    private string WhyHalf(int applicant, int program, uint score, int partner, int partnerGoesTo)
    {
        if (program == MatchInstance.None)
            return $"no program needed for {Name(applicant)}";
        string name = instance.Programs[program];
        if (score == MatchInstance.Unranked)
            return $"{name} for {Name(applicant)}: {Why(applicant, program, score)}";
        if (held.Better(program, applicant) < quotas[program])
            return $"{name} would have room for {Name(applicant)}";
        return LeavesSupplementalPlace(partner, program, partnerGoesTo)
            ? $"{name} would have room for {Name(applicant)}, in the position that {Name(partner)} would leave"
            : $"{name} for {Name(applicant)}: {Why(applicant, program, score)}";
    }

    /// <summary>The member is at the program by a supplemental list, and going elsewhere would lose the match that opened it.
    /// </summary>
    private bool LeavesSupplementalPlace(int member, int program, int goesTo) =>
        matching.SupplementalOf(member) == program && matching.Programs[member] != goesTo;

    private string WhyBoth(int a, int b, PairEntry pair)
    {
        if (pair.ScoreA == MatchInstance.Unranked || pair.ScoreB == MatchInstance.Unranked)
            return $"the program did not rank {Name(pair.ScoreA == MatchInstance.Unranked ? a : b)}";
        int program = pair.ProgramA;
        int[] leaving = [.. new[] { a, b }.Where(member => LeavesSupplementalPlace(member, program, program))];
        string[] people = [.. held.Of(program).Except(leaving).Select(one => $"{Name(one)} (number {held.Place(program, one)})")];
        return $"the program would have to take both; it has {Positions(quotas[program])} and holds "
            + (people.Length == 0 ? "nobody" : string.Join(", ", people))
            + (leaving.Length == 0 ? "" : $" besides {string.Join(" and ", leaving.Select(Name))}, who would leave the position of the supplemental list")
            + $"; {Name(a)} is its number {held.Place(program, a)} and {Name(b)} its number {held.Place(program, b)} of those who listed it";
    }

    private string Half(int applicant, int program) =>
        program == MatchInstance.None ? $"no program for {Name(applicant)}" : $"{instance.Programs[program]} for {Name(applicant)}";

    private string Name(int applicant) => instance.Applicants[applicant];

    private static string Positions(int count) => count == 1 ? "1 position" : $"{count} positions";
}
