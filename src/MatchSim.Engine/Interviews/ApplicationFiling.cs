using MatchSim.Engine.Markets;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Interviews;

/// <summary>Chooses the best programs of a block, signals, pays, and files what passes the screens.</summary>
internal sealed class ApplicationFiling(MarketLayout layout)
{
    private readonly InterviewOptions _weights = layout.Scenario.Interviews;
    private readonly ApplicationOptions _options = layout.Scenario.Applications;
    private readonly Readers _readers = new(layout);
    private int[] _chosen = new int[1024];       // candidate positions, ascending
    private int[] _programs = new int[1024];     // the programs there
    private int[] _signalled = new int[1024];
    private ulong[] _keys = new ulong[1024];
    private float[] _noise = new float[1024];
    private float[] _wanted = new float[1024];
    private float[] _signal = new float[1024];   // what the signal gains at each chosen program

    /// <summary>Prepares what all applications of a season share.</summary>
    public void Prepare(Market market) => _readers.Prepare(market);

    /// <summary>Files one applicant's applications to one block.</summary>
    public void File(Streams streams, Market market, int a, Block block, ProgramAppeal appeal, ApplicationGraph graph)
    {
        Reserve(appeal.Count);
        int chosen = TopSelection.Select(appeal.Choice, block.Applications, _chosen);
        graph.Sent[a] += chosen;
        graph.Reserve(chosen);
        Signal(market.Applicants.Specialty[a], block.Kind, chosen, appeal.Utility);
        Locate(block.Ranges, chosen, market.Layout.ProgramKeys, a, graph);
        streams[Purpose.ApplicationScore].For(market.Layout.ApplicantKeys[a])
            .FillNormal(_keys.AsSpan(0, chosen), _noise.AsSpan(0, chosen));

        Reader reader = _readers.Of(market, a);
        float tasteWeight = (float)_weights.TasteWeight;
        float noiseWeight = (float)_weights.Noise;
        ReadOnlySpan<float> taste = appeal.Taste;
        ReadOnlySpan<float> utility = appeal.Utility;
        for (int i = 0; i < chosen; i++)
        {
            int program = _programs[i];
            graph.Received[program]++;
            float standing = reader.Standing(program);
            if (standing == Readers.ScreenedOut)
                continue;
            int at = graph.Count++;
            graph.Program[at] = program;
            graph.Utility[at] = utility[_chosen[i]] - block.Distaste;
            graph.Score[at] = standing + (tasteWeight * taste[_chosen[i]]) + (noiseWeight * _noise[i]) + _signal[i];
        }
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

    /// <summary>From candidate positions to programs and their keys; adds the fees, which are counted by specialty.</summary>
    private void Locate(ProgramRange[] ranges, int chosen, ulong[] programKeys, int a, ApplicationGraph graph)
    {
        int next = 0;
        int before = 0;
        foreach (ProgramRange range in ranges)
        {
            int first = next;
            for (; next < chosen && _chosen[next] < before + range.Count; next++)
            {
                _programs[next] = range.Start - before + _chosen[next];
                _keys[next] = programKeys[_programs[next]];
            }

            graph.Fees[a] += Fee(next - first);
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
        _programs = new int[2 * size];
        _signalled = new int[2 * size];
        _keys = new ulong[2 * size];
        _noise = new float[2 * size];
        _wanted = new float[2 * size];
        _signal = new float[2 * size];
    }
}
