using MatchSim.Cli.Files;
using MatchSim.Engine.Matching;

namespace MatchSim.Cli.Reports;

/// <summary>Whom each program holds at the end, in the order of its own list.</summary>
internal sealed class HeldApplicants
{
    private readonly ProgramLists lists;
    private readonly List<int>[] held;

    public HeldApplicants(NamedInstance instance, NamedMatching matching)
    {
        lists = ProgramLists.Of(instance.Match);
        held = [.. Enumerable.Range(0, instance.Programs.Length).Select(_ => new List<int>())];
        for (int applicant = 0; applicant < instance.Applicants.Length; applicant++)
        {
            if (matching.Programs[applicant] != MatchInstance.None)
                held[matching.Programs[applicant]].Add(applicant);
            if (matching.SupplementalOf(applicant) != MatchInstance.None)
                held[matching.SupplementalOf(applicant)].Add(applicant);
        }
    }

    /// <summary>Those the program holds, best first.</summary>
    public IReadOnlyList<int> Of(int program) => [.. held[program].OrderBy(applicant => Place(program, applicant))];

    /// <summary>The applicant's place, from 1, among those of the program's list who listed the program; 0 = not ranked.</summary>
    public int Place(int program, int applicant) => lists.Of(program).IndexOf(applicant) + 1;

    /// <summary>How many of those held the program ranks above this applicant.</summary>
    public int Better(int program, int applicant) =>
        held[program].Count(other => other != applicant && Place(program, other) < Place(program, applicant));

    public int Count(int program) => held[program].Count;
}
