using MatchSim.Engine.Matching;

namespace MatchSim.Cli.Files;

/// <summary>
/// Supplemental lists of advanced programs that can be held. A couple's joint list may end before all pairs are on it, and some
/// couples rank nothing after them: an advanced program in none of their pairs is on no list that is submitted.
/// </summary>
internal static class ListedLinks
{
    /// <summary>The offsets and links of an instance without those of programs that no joint list names.</summary>
    public static (int[] Offsets, SupplementalLink[] Links) Of(MatchInstance season)
    {
        int[] couples = CoupleOf(season);
        int[] offsets = new int[season.ApplicantCount + 1];
        var links = new List<SupplementalLink>();
        for (int a = 0; a < season.ApplicantCount; a++)
        {
            for (int i = season.SupplementalOffsets[a]; i < season.SupplementalOffsets[a + 1]; i++)
            {
                if (couples[a] == MatchInstance.None || Names(season, couples[a], a, season.SupplementalLinks[i].AdvancedProgram))
                    links.Add(season.SupplementalLinks[i]);
            }

            offsets[a + 1] = links.Count;
        }

        return (offsets, [.. links]);
    }

    private static int[] CoupleOf(MatchInstance season)
    {
        int[] couples = new int[season.ApplicantCount];
        Array.Fill(couples, MatchInstance.None);
        for (int c = 0; c < season.CoupleCount; c++)
            couples[season.CoupleA[c]] = couples[season.CoupleB[c]] = c;
        return couples;
    }

    private static bool Names(MatchInstance season, int couple, int member, int program)
    {
        bool first = season.CoupleA[couple] == member;
        foreach (PairEntry pair in season.Pairs.AsSpan(season.PairOffsets[couple]..season.PairOffsets[couple + 1]))
        {
            if ((first ? pair.ProgramA : pair.ProgramB) == program)
                return true;
        }

        return false;
    }
}
