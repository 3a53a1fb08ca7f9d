using MatchSim.Engine.Matching;
using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Ranking;

namespace MatchSim.Engine.Advice;

/// <summary>One worker's memory for reading the thresholds of season after season: nothing but the thresholds is allocated
/// once it has grown.</summary>
internal sealed class CutoffReader
{
    private readonly ReducedInstance _reduced = new();
    private readonly MatchWorkspace _workspace = new();
    private readonly Rotations _rotations = new();
    private bool[] _leavesOut = [];     // [program] somebody whom it met is not ranked

    /// <summary>The thresholds of a season: those of the matching of its lists that is best for programs, found from the match
    /// it had, or from scratch if none was stable.</summary>
    public Cutoffs Read(Season season)
    {
        _reduced.Fill(season);
        if (_rotations.Begin(_reduced.Instance, _workspace, _reduced.Held))
            _rotations.Eliminate();
        else
            DeferredAcceptance.ProgramProposing(_reduced.Instance, _workspace);
        uint[] worst = new uint[_reduced.Instance.ProgramCount];
        for (int p = 0; p < worst.Length; p++)
            worst[p] = Cutoffs.Worst(_workspace.Tentative.Cutoffs[p]);
        return new Cutoffs(season.Interviews.MarginalScore.AsSpan().ToArray(), LowestRanked(season), worst);
    }

    /// <remarks>While it reads, scores are one lower than they are: "not ranked" (0) is then above all of them.</remarks>
    private uint[] LowestRanked(Season season)
    {
        int programs = season.Market.Programs.Count;
        uint[] lowest = new uint[programs];
        Array.Fill(lowest, Cutoffs.Closed);
        Buffers.Grow(ref _leavesOut, programs);
        _leavesOut.AsSpan(0, programs).Clear();
        for (int a = 0; a < season.Market.Applicants.Count; a++)
            if (!season.Market.Applicants.Withdrawn[a])
                Lower(season, a, lowest);
        for (int p = 0; p < programs; p++)
            if (!_leavesOut[p])
                lowest[p] = 0;
            else if (lowest[p] != Cutoffs.Closed)
                lowest[p]++;
        return lowest;
    }

    private void Lower(Season season, int applicant, uint[] lowest)
    {
        RankOrderLists lists = season.Lists;
        int start = season.Interviews.ApplicantOffsets[applicant];
        int length = season.Interviews.ApplicantOffsets[applicant + 1] - start;
        ReadOnlySpan<int> programs = season.Interviews.Program.AsSpan(start, length);
        ReadOnlySpan<uint> scores = lists.ProgramScore.AsSpan(start, length);
        bool[] leavesOut = _leavesOut;
        for (int i = 0; i < programs.Length; i++)
        {
            int program = programs[i];
            leavesOut[program] |= scores[i] == MatchInstance.Unranked;
            lowest[program] = Math.Min(lowest[program], unchecked(scores[i] - 1));
        }
    }
}
