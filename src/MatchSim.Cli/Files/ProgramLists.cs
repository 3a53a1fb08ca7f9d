using MatchSim.Engine.Matching;

namespace MatchSim.Cli.Files;

/// <summary>
/// Programs' rank order lists, rebuilt from the scores in applicants' entries: the applicants who list a program and
/// whom it ranks, best first.
/// </summary>
/// <param name="Offsets">[program + 1] where the program's list starts in <paramref name="Applicants"/>.</param>
/// <param name="Applicants">[entry] applicant.</param>
internal sealed record ProgramLists(int[] Offsets, int[] Applicants)
{
    public ReadOnlySpan<int> Of(int program) => Applicants.AsSpan(Offsets[program]..Offsets[program + 1]);

    public static ProgramLists Of(MatchInstance match)
    {
        var ranked = new List<(int Program, uint Score, int Applicant)>(match.ListOffsets[match.ApplicantCount]);
        void Add(int applicant, int program, uint score)
        {
            if (program != MatchInstance.None && score != MatchInstance.Unranked)
                ranked.Add((program, score, applicant));
        }

        for (int applicant = 0; applicant < match.ApplicantCount; applicant++)
        {
            foreach (ListEntry entry in match.Entries.AsSpan(match.ListOffsets[applicant]..match.ListOffsets[applicant + 1]))
                Add(applicant, entry.Program, entry.Score);
            for (int link = match.SupplementalOffsets.Length == 0 ? 0 : match.SupplementalOffsets[applicant];
                match.SupplementalOffsets.Length > 0 && link < match.SupplementalOffsets[applicant + 1]; link++)
            {
                SupplementalLink list = match.SupplementalLinks[link];
                foreach (ListEntry entry in match.SupplementalEntries.AsSpan(list.Start..list.End))
                    Add(applicant, entry.Program, entry.Score);
            }
        }

        for (int couple = 0; couple < match.CoupleCount; couple++)
        {
            foreach (PairEntry pair in match.Pairs.AsSpan(match.PairOffsets[couple]..match.PairOffsets[couple + 1]))
            {
                Add(match.CoupleA[couple], pair.ProgramA, pair.ScoreA);
                Add(match.CoupleB[couple], pair.ProgramB, pair.ScoreB);
            }
        }

        return Order(ranked, match.ProgramCount);
    }

    private static ProgramLists Order(List<(int Program, uint Score, int Applicant)> ranked, int programs)
    {
        ranked.Sort(static (x, y) => x.Program != y.Program ? x.Program.CompareTo(y.Program)
            : x.Score != y.Score ? y.Score.CompareTo(x.Score)
            : x.Applicant.CompareTo(y.Applicant));
        int[] offsets = new int[programs + 1];
        var applicants = new List<int>(ranked.Count);
        for (int i = 0; i < ranked.Count; i++)
        {
            if (i > 0 && ranked[i - 1] == ranked[i])
                continue;
            applicants.Add(ranked[i].Applicant);
            offsets[ranked[i].Program + 1]++;
        }

        for (int program = 0; program < programs; program++)
            offsets[program + 1] += offsets[program];
        return new ProgramLists(offsets, [.. applicants]);
    }
}
