using MatchSim.Engine.Markets;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Interviews;

/// <summary>Chooses the best programs of a block, signals, pays, and files what passes the screens.</summary>
internal sealed class ApplicationFiling(MarketLayout layout)
{
    private readonly InterviewOptions _weights = layout.Scenario.Interviews;
    private readonly ApplicationOptions _options = layout.Scenario.Applications;
    private int[] _chosen = new int[1024];       // candidate positions, ascending
    private int[] _signalled = new int[1024];
    private ulong[] _keys = new ulong[1024];
    private float[] _noise = new float[1024];
    private float[] _wanted = new float[1024];
    private float[] _signal = new float[1024];   // what the signal gains at each chosen program

    public void File(Streams streams, Market market, int a, Block block, ProgramAppeal appeal, ApplicationGraph graph)
    {
        Reserve(appeal.Count);
        int chosen = TopSelection.Select(appeal.Choice, block.Applications, _chosen);
        graph.Sent[a] += chosen;
        Signal(market.Applicants.Specialty[a], block.Kind, chosen, appeal.Utility);
        Gather(block.Ranges, chosen, market.Layout.ProgramKeys);
        streams[Purpose.ApplicationScore].For(market.Layout.ApplicantKeys[a])
            .FillNormal(_keys.AsSpan(0, chosen), _noise.AsSpan(0, chosen));

        graph.Reserve(chosen);
        int next = 0;
        int before = 0;
        foreach (ProgramRange range in block.Ranges)
        {
            int first = next;
            int offset = range.Start - before;
            for (; next < chosen && _chosen[next] < before + range.Count; next++)
                FileOne(market, a, offset + _chosen[next], next, block.Distaste, appeal, graph);
            graph.Fees[a] += Fee(next - first);
            before += range.Count;
        }
    }

    private void FileOne(
        Market market, int a, int program, int i, float distaste, ProgramAppeal appeal, ApplicationGraph graph)
    {
        graph.Received[program]++;
        ApplicantColumns applicants = market.Applicants;
        ProgramColumns programs = market.Programs;
        if (!Screens.Passes(applicants, a, programs, program))
            return;
        int candidate = _chosen[i];
        float score = applicants.Quality[a]
            + ((float)_weights.TasteWeight * appeal.Taste[candidate])
            + ((float)_weights.Noise * _noise[i])
            + _signal[i];
        if (programs.Openness[((int)applicants.Type[a] * programs.Count) + program] == Openness.Seldom)
            score -= (float)_weights.SeldomPenalty;
        if (programs.Region[program] == applicants.Region[a])
            score += (float)_weights.RegionWeight;
        if (applicants.FailedAttempt[a] && programs.FailedAttempt[program] == Openness.Seldom)
            score -= (float)_weights.FailedAttemptPenalty;

        int at = graph.Count++;
        graph.Program[at] = program;
        graph.Utility[at] = appeal.Utility[candidate] - distaste;
        graph.Score[at] = score;
    }

    /// <summary>Gold signals go to the most wanted programs chosen, silver ones to the next; only in the preferred
    /// specialty.</summary>
    private void Signal(int specialty, BlockKind kind, int chosen, ReadOnlySpan<float> utility)
    {
        Span<float> signal = _signal.AsSpan(0, chosen);
        signal.Clear();
        SignalOptions signals = layout.Specialties[specialty].Signals;
        if (_options.Signals == Switch.Off || kind != BlockKind.Preferred || signals.Gold + signals.Silver == 0)
            return;
        Span<float> wanted = _wanted.AsSpan(0, chosen);
        for (int i = 0; i < chosen; i++)
            wanted[i] = utility[_chosen[i]];
        Give(signals.Gold + signals.Silver, (float)_weights.SilverWeight, wanted, signal);
        Give(signals.Gold, (float)_weights.GoldWeight, wanted, signal);
    }

    private void Give(int count, float weight, ReadOnlySpan<float> wanted, Span<float> signal)
    {
        int given = TopSelection.Select(wanted, count, _signalled);
        for (int i = 0; i < given; i++)
            signal[_signalled[i]] = weight;
    }

    private void Gather(ProgramRange[] ranges, int chosen, ulong[] programKeys)
    {
        int next = 0;
        int before = 0;
        foreach (ProgramRange range in ranges)
        {
            for (; next < chosen && _chosen[next] < before + range.Count; next++)
                _keys[next] = programKeys[range.Start - before + _chosen[next]];
            before += range.Count;
        }
    }

    private float Fee(int applications)
    {
        FeeOptions fees = _options.Fees;
        int first = Math.Min(applications, fees.FirstBlock);
        return (float)((first * fees.FirstFee) + ((applications - first) * fees.FurtherFee));
    }

    private void Reserve(int size)
    {
        if (size <= _chosen.Length)
            return;
        _chosen = new int[2 * size];
        _signalled = new int[2 * size];
        _keys = new ulong[2 * size];
        _noise = new float[2 * size];
        _wanted = new float[2 * size];
        _signal = new float[2 * size];
    }
}
