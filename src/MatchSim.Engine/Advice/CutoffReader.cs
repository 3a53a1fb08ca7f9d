using MatchSim.Engine.Matching;
using MatchSim.Engine.Outcomes;

namespace MatchSim.Engine.Advice;

/// <summary>Reads from a season what its programs ask of one more applicant. Keeps its buffers: one season at a time.</summary>
internal sealed class CutoffReader
{
    private readonly MatchWorkspace _workspace = new();
    private readonly ReducedInstance _reduced = new();
    private bool[] _leavesOut = [];      // [program] whether it met somebody whom it does not rank

    /// <summary>The thresholds of a season: its lists are matched once more, programs proposing.</summary>
    public Cutoffs Read(Season season)
    {
        MatchResult match = DeferredAcceptance.ProgramProposing(_reduced.Of(season), _workspace);
        uint[] worst = new uint[match.ProgramCount];
        for (int p = 0; p < worst.Length; p++)
            worst[p] = Cutoffs.Worst(_workspace.Tentative.Cutoffs[p]);
        return new Cutoffs(season.Interviews.MarginalScore.AsSpan().ToArray(), LowestRanked(season), worst);
    }

    private uint[] LowestRanked(Season season)
    {
        int programs = season.Market.Programs.Count;
        uint[] lowest = new uint[programs];
        Array.Fill(lowest, Cutoffs.Closed);
        Buffers.Grow(ref _leavesOut, programs);
        Array.Clear(_leavesOut);
        int[] offsets = season.Interviews.ApplicantOffsets;
        for (int a = 0; a < season.Market.Applicants.Count; a++)
        {
            if (!season.Market.Applicants.Withdrawn[a])
                Lower(lowest, season.Interviews.Program.AsSpan(offsets[a]..offsets[a + 1]), season.Lists.ProgramScore.AsSpan(offsets[a]));
        }

        for (int p = 0; p < programs; p++)
            lowest[p] = _leavesOut[p] ? lowest[p] : 0;
        return lowest;
    }

    /// <summary>Takes in the scores that the programs gave one applicant.</summary>
    private void Lower(uint[] lowest, ReadOnlySpan<int> programs, ReadOnlySpan<uint> scores)
    {
        for (int i = 0; i < programs.Length; i++)
        {
            int program = programs[i];
            if (scores[i] == MatchInstance.Unranked)
                _leavesOut[program] = true;
            else
                lowest[program] = Math.Min(lowest[program], scores[i]);
        }
    }
}
