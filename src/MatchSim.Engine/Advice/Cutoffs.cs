using MatchSim.Engine.Matching;
using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Ranking;

namespace MatchSim.Engine.Advice;

/// <summary>
/// What a program asks of one more applicant in one season: three thresholds a program, from which the fate of any
/// applicant can be looked up. A few numbers a program, kept when the season's buffers move on.
/// </summary>
internal sealed class Cutoffs
{
    /// <summary>Threshold that no score reaches.</summary>
    public const uint Closed = uint.MaxValue;

    internal Cutoffs(float[] interview, uint[] rank, uint[] match)
    {
        Interview = interview;
        Rank = rank;
        Match = match;
    }

    /// <summary>[program] lowest score invited in any wave, standard deviations of MD quality; −∞ = whoever passes the screens.</summary>
    public float[] Interview { get; }

    /// <summary>[program] lowest score ranked after the interview; 0 = everybody met is ranked.</summary>
    public uint[] Rank { get; }

    /// <summary>[program] worst score held by a full program in its best stable matching; a newcomer must be better. 0 = room left.</summary>
    public uint[] Match { get; }

    /// <summary>The thresholds of a season: its lists are matched once more, programs proposing.</summary>
    public static Cutoffs Of(Season season)
    {
        var workspace = new MatchWorkspace();
        MatchResult match = DeferredAcceptance.ProgramProposing(ReducedInstance.Of(season), workspace);
        uint[] worst = new uint[match.ProgramCount];
        for (int p = 0; p < worst.Length; p++)
            worst[p] = Worst(workspace.Tentative.Cutoffs[p]);
        return new Cutoffs(season.Interviews.MarginalScore.AsSpan().ToArray(), LowestRanked(season), worst);
    }

    /// <summary>The score that a newcomer must beat where the matcher's cutoff is this.</summary>
    internal static uint Worst(ulong cutoff) => cutoff switch
    {
        ApplicantKey.Open => 0,
        ApplicantKey.Closed => Closed,
        _ => (uint)(cutoff >> 32),
    };

    private static uint[] LowestRanked(Season season)
    {
        RankOrderLists lists = season.Lists;
        int programs = season.Market.Programs.Count;
        uint[] lowest = new uint[programs];
        Array.Fill(lowest, Closed);
        bool[] leavesOut = new bool[programs];
        for (int a = 0; a < season.Market.Applicants.Count; a++)
        {
            if (season.Market.Applicants.Withdrawn[a])
                continue;
            for (int slot = season.Interviews.ApplicantOffsets[a]; slot < season.Interviews.ApplicantOffsets[a + 1]; slot++)
            {
                int program = season.Interviews.Program[slot];
                uint score = lists.ProgramScore[slot];
                if (score == MatchInstance.Unranked)
                    leavesOut[program] = true;
                else
                    lowest[program] = Math.Min(lowest[program], score);
            }
        }

        for (int p = 0; p < programs; p++)
            lowest[p] = leavesOut[p] ? lowest[p] : 0;
        return lowest;
    }
}
