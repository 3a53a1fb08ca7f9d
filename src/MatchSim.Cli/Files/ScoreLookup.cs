using System.Runtime.CompilerServices;
using MatchSim.Engine.Matching;

namespace MatchSim.Cli.Files;

/// <summary>
/// Joins the two sides' lists: after <see cref="Load"/>, what every program thinks of one applicant. Loading an
/// applicant touches only the programs that rank him, so joining all lists is linear in the rankings.
/// </summary>
internal sealed class ScoreLookup
{
    /// <summary>[applicant + 1] where the programs that rank the applicant start in <see cref="ranking"/>.</summary>
    private readonly int[] offsets;

    private readonly (int Program, uint Score)[] ranking;

    /// <summary>[program] score of the loaded applicant, <see cref="MatchInstance.Unranked"/> = not ranked.</summary>
    private readonly uint[] scores;

    /// <summary>[program] applicant + 1 for whom the program's ranking was last asked for.</summary>
    private readonly int[] askedFor;

    private int loaded = -1;

    /// <param name="rankings">Owner = program, item = applicant.</param>
    /// <param name="applicants">Number of applicants.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ScoreLookup(RankedLists rankings, int applicants)
    {
        int programs = rankings.Offsets.Length - 1;
        scores = new uint[programs];
        askedFor = new int[programs];
        offsets = new int[applicants + 1];
        ranking = new (int, uint)[rankings.Rows.Length];
        foreach (ListRow row in rankings.Rows)
            offsets[row.Item + 1]++;
        for (int applicant = 0; applicant < applicants; applicant++)
            offsets[applicant + 1] += offsets[applicant];
        int[] next = [.. offsets];
        for (int i = 0; i < rankings.Rows.Length; i++)
        {
            ListRow row = rankings.Rows[i];
            ranking[next[row.Item]++] = (row.Owner, NamedInstance.ScoreAt(i - rankings.Offsets[row.Owner]));
        }
    }

    /// <summary>How many (program, applicant) entries of programs' lists were found by some <see cref="Score"/>.</summary>
    public int Reciprocated { get; private set; }

    /// <summary>Makes <see cref="Score"/> speak of this applicant; each applicant is loaded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Load(int applicant)
    {
        if (loaded >= 0)
        {
            foreach ((int program, _) in ranking.AsSpan(offsets[loaded]..offsets[loaded + 1]))
                scores[program] = MatchInstance.Unranked;
        }

        loaded = applicant;
        foreach ((int program, uint score) in ranking.AsSpan(offsets[applicant]..offsets[applicant + 1]))
            scores[program] = score;
    }

    /// <summary>The program's score of the loaded applicant; unranked for no program.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public uint Score(int program)
    {
        if (program == MatchInstance.None)
            return MatchInstance.Unranked;
        if (scores[program] != MatchInstance.Unranked && askedFor[program] != loaded + 1)
        {
            askedFor[program] = loaded + 1;
            Reciprocated++;
        }

        return scores[program];
    }
}
