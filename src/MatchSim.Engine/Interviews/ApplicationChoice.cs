using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Interviews;

/// <summary>One applicant after the other chooses the best programs of a block, signals, and pays.</summary>
internal sealed class ApplicationChoice(MarketLayout layout, LaneLayout lanes, ProgramAppeal appeal)
{
    private readonly ApplicationOptions _options = layout.Scenario.Applications;
    private readonly ProgramSignals _signals = new(layout);
    private readonly List<(int At, ProgramSignal Signal)> _shared = [];
    private float[] _wanted = [];      // [local lane] utility; −∞ = not applied to

    /// <summary>Sends one applicant's applications to one block.</summary>
    public void Send(Market market, int a, Block block, ApplicationGraph graph)
    {
        float threshold = Choose(a, block.Groups, block.Applications);
        int preferred = market.Applicants.Specialty[a];
        bool signals = block.Kind == BlockKind.Preferred && _signals.Any(preferred);
        float floor = signals ? _signals.Open(preferred, block.Applications) : float.NaN;
        Span<int> rows = stackalloc int[block.Groups.Length];
        int local = 0;
        int sent = 0;
        int inSpecialty = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            int group = block.Groups[i];
            if (i > 0 && layout.Groups[group].Specialty != layout.Groups[block.Groups[i - 1]].Specialty)
            {
                graph.Fees[a] += Fee(sent - inSpecialty);
                inSpecialty = sent;
            }

            rows[i] = graph.Audience.Take(group, market.Applicants.Type[a]);
            sent += Write(graph.Bits, group, rows[i], local, threshold, floor);
            local += lanes.Starts[group + 1] - lanes.Starts[group];
        }

        graph.Fees[a] += Fee(sent - inSpecialty);
        graph.Sent[a] += sent;
        SignalLimits limits = signals ? Signal(a, preferred, block.Groups, threshold, sent, graph) : SignalLimits.None;
        for (int i = 0; i < rows.Length; i++)
            graph.Files.Write(rows[i], market.Applicants, a, appeal.TastesOf(a), block.Groups[i], block.Kind, in limits);
    }

    /// <summary>Scores the programs of a block; returns what exactly as many as the applicant wants reach.</summary>
    private float Choose(int a, int[] groups, int applications)
    {
        ScoreMoments expected = appeal.Expect(a, groups);
        bool all = applications >= expected.Count;
        ScoreGuess guess = all ? new ScoreGuess(float.MinValue, 1) : expected.Guess(applications);
        int reached = appeal.Score(a, groups, guess.Threshold);
        return all
            ? float.MinValue
            : TopSelection.Cut(appeal.Choice.AsSpan(0, LanesOf(groups)), applications, guess, reached, out _);
    }

    private int LanesOf(ReadOnlySpan<int> groups)
    {
        int count = 0;
        foreach (int group in groups)
            count += lanes.Starts[group + 1] - lanes.Starts[group];
        return count;
    }

    /// <summary>Writes the words of a row, looking out for programs that may get signals; returns its applications.</summary>
    /// <param name="floor">Utility of the least wanted one worth looking at; not a number = no signals.</param>
    private int Write(ApplicationBits bits, int group, int row, int local, float threshold, float floor)
    {
        ref float choice = ref appeal.Choice[local];
        ref float utility = ref appeal.Utility[local];
        ref ushort words = ref bits.Sent[bits.WordOf(group, row)];
        nint stride = bits.Stride(group);
        nint word = 0;
        nuint size = (nuint)(lanes.Starts[group + 1] - lanes.Starts[group]);
        var limit = Vector512.Create(threshold);
        var least = Vector512.Create(floor);
        bool looks = !float.IsNaN(floor);
        ref float seen = ref _signals.NextSeen;
        int left = _signals.Left;
        int found = 0;
        int sent = 0;
        for (nuint i = 0; i < size; i += LaneLayout.Width, word += stride)
        {
            Vector512<float> mask = Vector512.GreaterThanOrEqual(Vector512.LoadUnsafe(ref choice, i), limit);
            ulong chosen = mask.ExtractMostSignificantBits();
            Unsafe.Add(ref words, word) = (ushort)chosen;
            sent += BitOperations.PopCount(chosen);
            if (!looks)
                continue;
            Vector512<float> wanted = Vector512.LoadUnsafe(ref utility, i);
            Vector512<float> above = Vector512.GreaterThanOrEqual(wanted, least) & mask;
            ulong look = above.ExtractMostSignificantBits();
            Lanes.Compress(above, look, wanted, ref Unsafe.Add(ref seen, Math.Min(found, left)));
            found += BitOperations.PopCount(look);
        }

        _signals.Saw(found);
        return sent;
    }

    /// <summary>Utilities of sixteen programs; −∞ where the choice score does not reach the limit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Chosen(ref float choice, ref float utility, nuint i, Vector512<float> limit) =>
        Vector512.ConditionalSelect(
            Vector512.GreaterThanOrEqual(Vector512.LoadUnsafe(ref choice, i), limit),
            Vector512.LoadUnsafe(ref utility, i),
            Vector512.Create(float.NegativeInfinity));

    private SignalLimits Signal(int a, int specialty, int[] groups, float threshold, int sent, ApplicationGraph graph)
    {
        if (_signals.TryLimits(specialty, sent, out SignalLimits limits))
            return limits;
        int size = LanesOf(groups);
        if (_wanted.Length < size)
            _wanted = new float[size];
        Span<float> wanted = _wanted.AsSpan(0, size);
        for (int i = 0; i < wanted.Length; i += LaneLayout.Width)
            Chosen(ref appeal.Choice[0], ref appeal.Utility[0], (nuint)i, Vector512.Create(threshold)).StoreUnsafe(ref wanted[i]);
        _shared.Clear();
        limits = _signals.Share(specialty, wanted, sent, _shared);
        foreach ((int at, ProgramSignal signal) in _shared)
            graph.Files.Shared.Add(new SharedSignal(a, ProgramAt(at, groups), signal));
        return limits;
    }

    private int ProgramAt(int local, int[] groups)
    {
        int i = 0;
        for (int size = LanesOf(groups.AsSpan(0, 1)); local >= size; size = LanesOf(groups.AsSpan(i, 1)))
        {
            local -= size;
            i++;
        }

        return lanes.ProgramOf[lanes.Starts[groups[i]] + local];
    }

    /// <summary>Fees are counted per specialty, US dollars.</summary>
    private float Fee(int applications)
    {
        FeeOptions fees = _options.Fees;
        int first = Math.Min(applications, fees.FirstBlock);
        return (float)((first * fees.FirstFee) + ((applications - first) * fees.FurtherFee));
    }
}
