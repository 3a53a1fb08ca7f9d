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

    private readonly int[] _end = new int[layout.ProgramCount];     // [program] end of the words so far
    private ulong[] _words = [];      // grouped by program: score after the interview, and slot

    /// <summary>Writes <see cref="RankOrderLists.ProgramScore"/> and <see cref="RankOrderLists.RankedBy"/>. Scores are made
    /// in the order of slots, which lie one behind the other; only the words go round to the programs.</summary>
    public void Rank(Streams streams, Market market, InterviewGraph interviews, RankOrderLists lists)
    {
        if (lists.ProgramScore.Length < interviews.Count)
            lists.ProgramScore = new uint[interviews.Slots.Length];
        if (_words.Length < interviews.Count)
            _words = new ulong[interviews.Slots.Length];
        OpenLists(interviews.Held);
        AgentStream impressions = streams[Purpose.ProgramImpression];
        for (int a = 0; a < layout.ApplicantCount; a++)
        {
            int start = interviews.ApplicantOffsets[a];
            Span<uint> scores = lists.ProgramScore.AsSpan(start, interviews.ApplicantOffsets[a + 1] - start);
            if (market.Applicants.Withdrawn[a])
                scores.Clear();     // MatchInstance.Unranked
            else
                Rescore(a, impressions, market, interviews.Of(a), start, scores);
        }

        DropLowest(interviews.Held, lists);
    }

    private void OpenLists(int[] held)
    {
        int next = 0;
        for (int p = 0; p < held.Length; p++)
        {
            _end[p] = next;
            next += held[p];
        }
    }

    private void Rescore(
        int applicant, AgentStream impressions, Market market, ReadOnlySpan<Interview> slots, int start, Span<uint> scores)
    {
        ApplicantColumns applicants = market.Applicants;
        int type = (int)applicants.Type[applicant];
        PairStream pair = impressions.For(layout.ApplicantKeys[applicant]);
        float own = ((float)_options.Performance * applicants.Performance[applicant])
            - ((float)(1 - _options.QualityWeight) * applicants.Quality[applicant])
            + _rankShift[type];
        var relief = (float)((1 - _options.OpennessWeight) * _seldomPenalty);
        ReadOnlySpan<Openness> openness = market.Programs.OpennessTo((ApplicantType)type);
        for (int i = 0; i < slots.Length; i++)
        {
            int program = slots[i].Program;
            float score = slots[i].Score + own + ((float)_options.ProgramNoise * layout.Draw(pair, program));
            if (openness[program] == Openness.Seldom)
                score += relief;
            scores[i] = SortableFloat.ToUInt32(score);
            _words[_end[program]++] = ((ulong)scores[i] << 32) | ~(uint)(start + i);
        }
    }

    /// <summary>Every program leaves its lowest unranked.</summary>
    private void DropLowest(int[] held, RankOrderLists lists)
    {
        int start = 0;
        for (int p = 0; p < held.Length; p++)
        {
            Span<ulong> words = _words.AsSpan(start, _end[p] - start);
            int ranked = words.Length - (int)(words.Length * _options.ProgramUnranked);
            LargestFirst.Partition(words, ranked);
            foreach (ulong word in words[ranked..])
                lists.ProgramScore[SortableFloat.Index(word)] = MatchInstance.Unranked;
            lists.RankedBy[p] = ranked;
            start += held[p];
        }
    }
}
