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

    private Cutoffs(Season season, MatchResult match, MatchWorkspace workspace)
    {
        Interview = season.Interviews.MarginalScore.AsSpan().ToArray();
        Rank = LowestRanked(season);
        Match = new uint[match.ProgramCount];
        for (int p = 0; p < Match.Length; p++)
        {
            Match[p] = workspace.Tentative.Cutoffs[p] switch
            {
                ApplicantKey.Open => 0,
                ApplicantKey.Closed => Closed,
                ulong key => (uint)(key >> 32),
            };
        }
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
        return new Cutoffs(season, match, workspace);
    }

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
                int program = season.Interviews.Slots[slot].Program;
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
