using MatchSim.Cli.Shell;

namespace MatchSim.Cli.Files;

/// <summary>Rows of supplemental.csv grouped into one list for each (applicant, advanced program).</summary>
internal sealed class SupplementalLists
{
    private SupplementalLists(List<(int Applicant, int AdvancedProgram)> links, RankedLists lists)
    {
        Links = links;
        Lists = lists;
    }

    /// <summary>[link] by applicant, then advanced program.</summary>
    public List<(int Applicant, int AdvancedProgram)> Links { get; }

    /// <summary>Owner = link, item = program.</summary>
    public RankedLists Lists { get; }

    public static SupplementalLists Build(RawInstance raw, RankedLists primary, CoupleLists couples, MistakeList mistakes)
    {
        string label = raw.Label(InstanceFolder.Supplemental);
        raw.Supplemental.Sort(static (x, y) =>
            x.Applicant != y.Applicant ? x.Applicant.CompareTo(y.Applicant)
            : x.AdvancedProgram != y.AdvancedProgram ? x.AdvancedProgram.CompareTo(y.AdvancedProgram)
            : x.Line.CompareTo(y.Line));
        HashSet<(int, int)> onJointLists = raw.Supplemental.Count == 0 ? [] : [.. couples.Pairs.SelectMany(row =>
            ((int, int)[])[(row.A, row.ProgramA), (row.B, row.ProgramB)])];
        var links = new List<(int Applicant, int AdvancedProgram)>();
        var rows = new List<ListRow>(raw.Supplemental.Count);
        foreach (SupplementalRow row in raw.Supplemental)
        {
            if (links.Count == 0 || links[^1] != (row.Applicant, row.AdvancedProgram))
            {
                links.Add((row.Applicant, row.AdvancedProgram));
                if (!IsListed(row, primary, onJointLists))
                {
                    mistakes.Add(
                        $"advanced program {Say.Quote(raw.Programs[row.AdvancedProgram])} of applicant {Say.Quote(raw.Applicants[row.Applicant])}",
                        "a program on the applicant's primary (or joint) rank order list", label, row.Line);
                }
            }

            if (row.Program == row.AdvancedProgram)
            {
                mistakes.Add(
                    $"program {Say.Quote(raw.Programs[row.Program])} as a supplement to itself",
                    "programs other than the advanced one", label, row.Line);
            }

            rows.Add(new ListRow(links.Count - 1, row.Rank, row.Program, row.Line));
        }

        RankedLists lists = RankedLists.Group(rows, links.Count);
        lists.Check(
            raw.Programs.Count,
            link => $"the supplemental list of applicant {Say.Quote(raw.Applicants[links[link].Applicant])} with {Say.Quote(raw.Programs[links[link].AdvancedProgram])}",
            program => $"program {Say.Quote(raw.Programs[program])}",
            label,
            mistakes);
        return new SupplementalLists(links, lists);
    }

    private static bool IsListed(SupplementalRow row, RankedLists primary, HashSet<(int, int)> onJointLists)
    {
        foreach (ListRow entry in primary.Of(row.Applicant))
        {
            if (entry.Item == row.AdvancedProgram)
                return true;
        }

        return onJointLists.Contains((row.Applicant, row.AdvancedProgram));
    }
}
