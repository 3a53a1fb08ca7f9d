using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MatchSim.Engine.Interviews;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Matching;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Ranking;

/// <summary>Programs rank whom they interviewed by the score after the interview; the lowest stay unranked.</summary>
internal sealed class ProgramRanking(MarketLayout layout)
{
    private const int Soon = 16;      // interviews ahead whose program's list is fetched

    private readonly RankingOptions _options = layout.Scenario.Ranking;
    private readonly int[] _starts = new int[layout.ProgramCount + 1];     // [program + 1] first score, a multiple of sixteen
    private readonly int[] _end = new int[layout.ProgramCount];            // [program] end of its scores so far
    private readonly float[] _least = new float[layout.ProgramCount];      // [program] least score ranked
    private readonly List<int> _tied = [];                                 // programs whose last rank several could have
    private readonly FewScores _near = new();                              // scratch of thresholds
    private float[] _scores = [];      // grouped by program, in the order of slots

    /// <summary>Writes <see cref="RankOrderLists.ProgramScore"/> and <see cref="RankOrderLists.RankedBy"/>.</summary>
    /// <param name="scores">[slot] program's score after the interview.</param>
    public void Rank(Market market, InterviewGraph interviews, float[] scores, RankOrderLists lists)
    {
        if (lists.ProgramScore.Length < interviews.Program.Length)
            lists.ProgramScore = new uint[interviews.Program.Length];
        OpenLists(interviews.Held);
        DistributeAll(market, interviews, scores);
        for (int p = 0; p < layout.ProgramCount; p++)
            lists.RankedBy[p] = DropLowest(p);
        WriteScores(market, interviews, scores, lists.ProgramScore);
        foreach (int program in _tied)
            Share(program, market, interviews, scores, lists.ProgramScore);
    }

    private void OpenLists(int[] held)
    {
        for (int p = 0; p < held.Length; p++)
        {
            _end[p] = _starts[p];
            _starts[p + 1] = _starts[p] + ((held[p] + LaneLayout.Width - 1) / LaneLayout.Width * LaneLayout.Width);
        }

        if (_scores.Length < _starts[^1] + LaneLayout.Width)
            _scores = new float[_starts[^1] + (_starts[^1] >> 3) + LaneLayout.Width];
        _tied.Clear();
    }

    /// <summary>Takes the scores of all interviews to the programs, but for those of people who withdrew.</summary>
    private void DistributeAll(Market market, InterviewGraph interviews, float[] scores)
    {
        int start = 0;
        for (int a = 0; a < layout.ApplicantCount; a++)
        {
            if (!market.Applicants.Withdrawn[a])
                continue;
            Distribute(interviews, scores, start, interviews.ApplicantOffsets[a]);
            start = interviews.ApplicantOffsets[a + 1];
        }

        Distribute(interviews, scores, start, interviews.Count);
    }

    private void Distribute(InterviewGraph interviews, float[] scores, int start, int end)
    {
        ReadOnlySpan<int> programs = interviews.Program.AsSpan(0, end);
        ref float lists = ref MemoryMarshal.GetArrayDataReference(_scores);
        ref int ends = ref MemoryMarshal.GetArrayDataReference(_end);
        for (int slot = start; slot < programs.Length; slot++)
        {
            int soon = programs[Math.Min(slot + Soon, programs.Length - 1)];
            Ahead.Fetch(ref Unsafe.Add(ref lists, Unsafe.Add(ref ends, soon)));
            Unsafe.Add(ref lists, Unsafe.Add(ref ends, programs[slot])++) = scores[slot];
        }
    }

    /// <summary>Finds the least score that a program ranks; returns how many it ranks.</summary>
    private int DropLowest(int program)
    {
        int start = _starts[program];
        int count = _end[program] - start;
        int ranked = count - (int)(count * _options.ProgramUnranked);
        _least[program] = ranked == count ? float.NegativeInfinity : float.PositiveInfinity;
        if (ranked == count || ranked == 0)
            return ranked;
        Span<float> scores = _scores.AsSpan(start, (count + LaneLayout.Width - 1) / LaneLayout.Width * LaneLayout.Width);
        scores[count..].Fill(float.NegativeInfinity);
        _least[program] = TopSelection.Cut(scores, ranked, ScoreMoments.Of(scores, count), _near, out bool tied);
        if (tied)
            _tied.Add(program);
        return ranked;
    }

    /// <summary>Scores of those ranked; nothing for the others.</summary>
    private void WriteScores(Market market, InterviewGraph interviews, float[] scores, uint[] images)
    {
        ref float least = ref MemoryMarshal.GetArrayDataReference(_least);
        ReadOnlySpan<int> programs = interviews.Program.AsSpan(0, interviews.Count);
        ReadOnlySpan<float> given = scores.AsSpan(0, programs.Length);
        Span<uint> written = images.AsSpan(0, programs.Length);
        for (int slot = 0; slot < programs.Length; slot++)
        {
            float score = given[slot];
            uint ranked = score < Unsafe.Add(ref least, programs[slot]) ? 0 : uint.MaxValue;
            written[slot] = SortableFloat.ToUInt32(score) & ranked;      // 0 = MatchInstance.Unranked
        }

        for (int a = 0; a < layout.ApplicantCount; a++)
        {
            if (market.Applicants.Withdrawn[a])
                written[interviews.ApplicantOffsets[a]..interviews.ApplicantOffsets[a + 1]].Clear();
        }
    }

    /// <summary>Of equal scores at the end of a program's list, those of the later slots stay unranked: the cut has struck them
    /// out.</summary>
    private void Share(int program, Market market, InterviewGraph interviews, float[] scores, uint[] images)
    {
        int left = _scores.AsSpan(_starts[program].._end[program]).Count(_least[program]);
        for (int a = 0; a < layout.ApplicantCount; a++)
        {
            if (market.Applicants.Withdrawn[a])
                continue;
            for (int slot = interviews.ApplicantOffsets[a]; slot < interviews.ApplicantOffsets[a + 1]; slot++)
            {
                if (interviews.Program[slot] == program && scores[slot] == _least[program] && --left < 0)
                    images[slot] = MatchInstance.Unranked;
            }
        }
    }
}
