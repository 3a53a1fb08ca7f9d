using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Interviews;

/// <summary>Chooses the best programs of a block, signals, pays, and files what passes the screens.</summary>
internal sealed class ApplicationFiling(MarketLayout layout, LaneLayout lanes)
{
    private static readonly uint ScreenedOut = SortableFloat.ToUInt32(float.NegativeInfinity);

    private readonly InterviewOptions _weights = layout.Scenario.Interviews;
    private readonly ApplicationOptions _options = layout.Scenario.Applications;
    private readonly Screens _screens = new(layout, lanes);
    private readonly ProgramSignals _signals = new(layout);
    private readonly int[] _received = new int[lanes.Count];     // [lane] applications
    private int[] _lanes = new int[1024];          // [application] lane of the program
    private float[] _utility = new float[1024];
    private float[] _score = new float[1024];      // the program's score; −∞ = screened out
    private uint[] _image = new uint[1024];
    private AgentStream _noise;

    /// <summary>Prepares what all applications of a season share.</summary>
    public void Prepare(Streams streams, Market market)
    {
        _screens.Prepare(market);
        _noise = streams[Purpose.ApplicationScore];
        Array.Clear(_received);
    }

    /// <summary>Files one applicant's applications to one block.</summary>
    public void File(Market market, int a, Block block, ProgramAppeal appeal, ApplicationGraph graph)
    {
        int scored = appeal.Moments.Count;
        Span<float> choice = appeal.Choice.AsSpan(0, LanesOf(block.Groups));
        Reserve(choice.Length);
        float threshold = block.Applications >= scored
            ? float.MinValue
            : TopSelection.Cut(choice, block.Applications, appeal.Moments);
        Reader reader = _screens.Of(market, a);
        PairStream noise = _noise.For(layout.ApplicantKeys[a]);
        int sent = 0;
        int local = 0;
        int specialty = Market.None;
        int inSpecialty = 0;
        foreach (int group in block.Groups)
        {
            if (layout.Groups[group].Specialty != specialty)
            {
                graph.Fees[a] += Fee(sent - inSpecialty);
                (specialty, inSpecialty) = (layout.Groups[group].Specialty, sent);
            }

            int next = Choose(group, local, sent, threshold, in reader, appeal);
            AddNoise(noise.With(layout.GroupKeys[group]), lanes.Starts[group], sent, next);
            sent = next;
            local += lanes.Starts[group + 1] - lanes.Starts[group];
        }

        graph.Fees[a] += Fee(sent - inSpecialty);
        graph.Sent[a] += sent;
        if (block.Kind == BlockKind.Preferred && _options.Signals == Switch.On)
            _signals.Send(market.Applicants.Specialty[a], _utility, sent, _score);
        Image(sent);
        graph.Count += graph.Candidates.Add(a, _lanes.AsSpan(0, sent), _image.AsSpan(0, sent), ScreenedOut);
    }

    /// <summary>Writes how many applications each program received.</summary>
    public void WriteReceived(ApplicationGraph graph)
    {
        for (int p = 0; p < layout.ProgramCount; p++)
            graph.Received[p] = _received[lanes.LaneOf[p]];
    }

    private int LanesOf(int[] groups)
    {
        int count = 0;
        foreach (int group in groups)
            count += lanes.Starts[group + 1] - lanes.Starts[group];
        return count;
    }

    /// <summary>Gathers the programs of a group that reach the threshold; returns the applications so far.</summary>
    private int Choose(int group, int local, int sent, float threshold, in Reader reader, ProgramAppeal appeal)
    {
        var limit = Vector512.Create(threshold);
        var tasteWeight = Vector512.Create((float)_weights.TasteWeight);
        ref float choice = ref appeal.Choice[local];
        ref float utility = ref appeal.Utility[local];
        ref float taste = ref appeal.Taste[local];
        int start = lanes.Starts[group];
        ref int received = ref _received[start];
        nuint end = (nuint)(lanes.Starts[group + 1] - start);
        for (nuint i = 0; i < end; i += LaneLayout.Width)
        {
            Vector512<float> mask = Vector512.GreaterThanOrEqual(Vector512.LoadUnsafe(ref choice, i), limit);
            ulong chosen = mask.ExtractMostSignificantBits();
            if (chosen == 0)
                continue;
            (Vector512.LoadUnsafe(ref received, i) - mask.AsInt32()).StoreUnsafe(ref received, i);
            Vector512<float> score =
                reader.Standing((nuint)start + i) + (tasteWeight * Vector512.LoadUnsafe(ref taste, i));
            Vector512<int> at = Lanes.Indices + Vector512.Create(start + (int)i);
            Lanes.Compress(mask, chosen, at.AsSingle(), ref Unsafe.As<int, float>(ref _lanes[sent]));
            Lanes.Compress(mask, chosen, Vector512.LoadUnsafe(ref utility, i), ref _utility[sent]);
            Lanes.Compress(mask, chosen, score, ref _score[sent]);
            sent += BitOperations.PopCount(chosen);
        }

        return sent;
    }

    /// <summary>Adds what only each program sees to the scores first … end − 1; what lies behind is written again later.</summary>
    private void AddNoise(GroupStream noise, int start, int first, int end)
    {
        var weight = Vector512.Create((float)_weights.Noise);
        var origin = Vector512.Create(start);
        for (int i = first; i < end; i += LaneLayout.Width)
        {
            Vector512<float> draws = noise.Normals(noise.Counters((Vector512.LoadUnsafe(ref _lanes[i]) - origin).AsUInt32()));
            (Vector512.LoadUnsafe(ref _score[i]) + (weight * draws)).StoreUnsafe(ref _score[i]);
        }
    }

    private void Image(int sent)
    {
        for (int i = 0; i < sent; i += LaneLayout.Width)
            SortableFloat.ToUInt32(Vector512.LoadUnsafe(ref _score[i])).StoreUnsafe(ref _image[i]);
    }

    /// <summary>Fees are counted per specialty, US dollars.</summary>
    private float Fee(int applications)
    {
        FeeOptions fees = _options.Fees;
        int first = Math.Min(applications, fees.FirstBlock);
        return (float)((first * fees.FirstFee) + ((applications - first) * fees.FurtherFee));
    }

    private void Reserve(int size)
    {
        if (size + LaneLayout.Width <= _lanes.Length)
            return;
        _lanes = new int[2 * (size + LaneLayout.Width)];
        _utility = new float[_lanes.Length];
        _score = new float[_lanes.Length];
        _image = new uint[_lanes.Length];
    }
}
