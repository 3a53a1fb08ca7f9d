using MatchSim.Engine.Interviews;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Matching;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Ranking;

/// <summary>
/// Programs score again whom they interviewed: the score before the interview with less weight on paper, plus the
/// applicant's performance (the same everywhere), plus an impression of their own. The lowest stay unranked.
/// </summary>
internal sealed class ProgramRanking(MarketLayout layout)
{
    private readonly RankingOptions _options = layout.Scenario.Ranking;
    private readonly double _seldomPenalty = layout.Scenario.Interviews.SeldomPenalty;
    private readonly float[] _rankShift =
        [.. Enumerable.Range(0, MarketLayout.TypeCount).Select(t => (float)layout.Of((ApplicantType)t).RankShift)];

    private ulong[] _words = new ulong[256];

    /// <summary>Writes <see cref="RankOrderLists.ProgramScore"/> and <see cref="RankOrderLists.RankedBy"/>.</summary>
    public void Rank(
        Streams streams, Market market, ApplicationGraph applications, InterviewGraph interviews, RankOrderLists lists)
    {
        if (lists.ProgramScore.Length < interviews.Count)
            lists.ProgramScore = new uint[interviews.ByApplicant.Length];
        AgentStream impressions = streams[Purpose.ProgramImpression];
        for (int p = 0; p < market.Programs.Count; p++)
        {
            int start = interviews.ProgramOffsets[p];
            ReadOnlySpan<int> slots = interviews.ByProgram.AsSpan(start, interviews.ProgramOffsets[p + 1] - start);
            lists.RankedBy[p] = RankOne(impressions, market, applications, interviews, slots, p, lists.ProgramScore);
        }
    }

    private int RankOne(
        AgentStream impressions, Market market, ApplicationGraph applications, InterviewGraph interviews,
        ReadOnlySpan<int> slots, int program, uint[] scores)
    {
        if (_words.Length < slots.Length)
            _words = new ulong[2 * slots.Length];
        int present = 0;
        foreach (int slot in slots)
        {
            int applicant = interviews.Applicant[slot];
            scores[slot] = MatchInstance.Unranked;
            if (market.Applicants.Withdrawn[applicant])
                continue;
            float before = applications.Score[interviews.ByApplicant[slot]];
            float score = Rescore(before, impressions, market, applicant, program);
            _words[present++] = SortableFloat.Word(score, slot);
        }

        int ranked = present - (int)(present * _options.ProgramUnranked);
        LargestFirst.Partition(_words.AsSpan(0, present), ranked);
        foreach (ulong word in _words.AsSpan(0, ranked))
            scores[SortableFloat.Index(word)] = (uint)(word >> 32);
        return ranked;
    }

    private float Rescore(float before, AgentStream impressions, Market market, int applicant, int program)
    {
        ApplicantColumns applicants = market.Applicants;
        int type = (int)applicants.Type[applicant];
        float score = before
            - ((float)(1 - _options.QualityWeight) * applicants.Quality[applicant])
            + ((float)_options.Performance * applicants.Performance[applicant])
            + _rankShift[type];
        if (market.Programs.Openness[(type * market.Programs.Count) + program] == Openness.Seldom)
            score += (float)((1 - _options.OpennessWeight) * _seldomPenalty);
        PairStream pair = impressions.For(market.Layout.ApplicantKeys[applicant]);
        return score + ((float)_options.ProgramNoise * pair.Normal(market.Layout.ProgramKeys[program]));
    }
}
