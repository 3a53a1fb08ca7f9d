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
    private readonly Letter _letter = new();
    private float[] _wanted = [];      // [local lane] utility; −∞ = not applied to

    /// <summary>Sends one applicant's applications to one block.</summary>
    public void Send(Market market, int a, Block block, ApplicationGraph graph)
    {
        _letter.Open(a, block, LanesOf(block.Groups));
        Choose(_letter);
        Send(market, _letter, graph);
        LookOut(market, _letter);
        File(market, _letter, graph);
    }

    /// <summary>Scores the programs of the block, and finds what exactly as many as the applicant wants reach.</summary>
    private void Choose(Letter letter)
    {
        int wanted = letter.Block.Applications;
        ScoreMoments expected = appeal.Expect(letter.Applicant, letter.Block.Groups);
        bool all = wanted >= expected.Count;
        ScoreGuess guess = all ? new ScoreGuess(float.MinValue, 1) : expected.Guess(wanted);
        int reached = appeal.Score(letter, guess.Threshold);
        letter.Threshold = all ? guess.Threshold : TopSelection.Cut(letter.Choices, wanted, in guess, reached, letter.Few, out _);
    }

    /// <summary>Writes the applications and pays.</summary>
    private void Send(Market market, Letter letter, ApplicationGraph graph)
    {
        int a = letter.Applicant;
        int[] groups = letter.Block.Groups;
        int local = 0;
        int sent = 0;
        int inSpecialty = 0;
        for (int i = 0; i < groups.Length; i++)
        {
            int group = groups[i];
            if (i > 0 && layout.Groups[group].Specialty != layout.Groups[groups[i - 1]].Specialty)
            {
                graph.Fees[a] += Fee(sent - inSpecialty);
                inSpecialty = sent;
            }

            int row = graph.Audience.Take(group, market.Applicants.Type[a]);
            int size = lanes.Starts[group + 1] - lanes.Starts[group];
            letter.Rows[i] = row;
            sent += Write(
                ref letter.Choice[local], (nuint)size, letter.Threshold, ref graph.Bits.Sent[graph.Bits.WordOf(group, row)], graph.Bits.Stride(group));
            local += size;
        }

        graph.Fees[a] += Fee(sent - inSpecialty);
        graph.Sent[a] += sent;
        letter.Sent = sent;
    }

    /// <summary>Writes the words of a row; returns its applications.</summary>
    /// <param name="stride">Words from one block of sixteen programs to the next.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Write(ref float choice, nuint size, float threshold, ref ushort words, nint stride)
    {
        var limit = Vector512.Create(threshold);
        int sent = 0;
        for (nuint i = 0; i < size; i += LaneLayout.Width)
        {
            ulong chosen = Vector512.GreaterThanOrEqual(Vector512.LoadUnsafe(ref choice, i), limit).ExtractMostSignificantBits();
            words = (ushort)chosen;
            words = ref Unsafe.Add(ref words, stride);
            sent += BitOperations.PopCount(chosen);
        }

        return sent;
    }

    /// <summary>Looks out for programs that may get signals.</summary>
    private void LookOut(Market market, Letter letter)
    {
        int preferred = market.Applicants.Specialty[letter.Applicant];
        letter.SignalKind = letter.Block.Kind == BlockKind.Preferred && _signals.Any(preferred)
            ? _signals.KindOf(preferred, letter.Block.Applications)
            : -1;
        if (letter.SignalKind >= 0)
            letter.Few.Count = LookOut(letter, _signals.FloorOf(letter.SignalKind));
    }

    /// <summary>Writes the utilities above the floor of the programs applied to, one behind the other, as far as there is room;
    /// returns how many there are.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int LookOut(Letter letter, float floor)
    {
        letter.Few.Count = 0;
        ref float choice = ref letter.Choice[0];
        ref float utility = ref letter.Utility[0];
        ref float wanted = ref letter.Few.Next;
        nuint size = (nuint)letter.Lanes;
        var limit = Vector512.Create(letter.Threshold);
        var least = Vector512.Create(floor);
        int found = 0;
        nuint i = 0;
        for (; i + LaneLayout.Four <= size; i += LaneLayout.Four)
        {
            Vector512<float> a = Chosen(ref choice, ref utility, i, limit);
            Vector512<float> b = Chosen(ref choice, ref utility, i + LaneLayout.Width, limit);
            Vector512<float> c = Chosen(ref choice, ref utility, i + (2 * LaneLayout.Width), limit);
            Vector512<float> d = Chosen(ref choice, ref utility, i + (3 * LaneLayout.Width), limit);
            int start = Math.Min(found, FewScores.Room);
            int end = Lanes.Append(Vector512.GreaterThanOrEqual(a, least), a, ref wanted, start);
            end = Lanes.Append(Vector512.GreaterThanOrEqual(b, least), b, ref wanted, end);
            end = Lanes.Append(Vector512.GreaterThanOrEqual(c, least), c, ref wanted, end);
            end = Lanes.Append(Vector512.GreaterThanOrEqual(d, least), d, ref wanted, end);
            found += end - start;
        }

        for (; i < size; i += LaneLayout.Width)
        {
            Vector512<float> a = Chosen(ref choice, ref utility, i, limit);
            int start = Math.Min(found, FewScores.Room);
            found += Lanes.Append(Vector512.GreaterThanOrEqual(a, least), a, ref wanted, start) - start;
        }

        return found;
    }

    /// <summary>Utilities of sixteen programs; −∞ where the choice score does not reach the limit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Chosen(ref float choice, ref float utility, nuint i, Vector512<float> limit) =>
        Vector512.ConditionalSelect(
            Vector512.GreaterThanOrEqual(Vector512.LoadUnsafe(ref choice, i), limit),
            Vector512.LoadUnsafe(ref utility, i),
            Vector512.Create(float.NegativeInfinity));

    /// <summary>Writes the files.</summary>
    private void File(Market market, Letter letter, ApplicationGraph graph)
    {
        int a = letter.Applicant;
        SignalLimits limits = letter.SignalKind >= 0 ? Signal(letter, graph) : SignalLimits.None;
        int[] groups = letter.Block.Groups;
        for (int i = 0; i < groups.Length; i++)
            graph.Files.Write(letter.Rows[i], market.Applicants, a, appeal.TastesOf(a), groups[i], letter.Block.Kind, in limits);
    }

    private SignalLimits Signal(Letter letter, ApplicationGraph graph)
    {
        if (_signals.TryLimits(letter.Few, letter.SignalKind, letter.Sent, out SignalLimits limits))
            return limits;
        if (_wanted.Length < letter.Lanes)
            _wanted = new float[letter.Lanes];
        Span<float> wanted = _wanted.AsSpan(0, letter.Lanes);
        for (int i = 0; i < wanted.Length; i += LaneLayout.Width)
            Chosen(ref letter.Choice[0], ref letter.Utility[0], (nuint)i, Vector512.Create(letter.Threshold)).StoreUnsafe(ref wanted[i]);
        _shared.Clear();
        limits = _signals.Share(letter.SignalKind, wanted, letter.Sent, _shared);
        foreach ((int at, ProgramSignal signal) in _shared)
            graph.Files.Share(new SharedSignal(letter.Applicant, ProgramAt(at, letter.Block.Groups), signal));
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

    private int LanesOf(ReadOnlySpan<int> groups)
    {
        int count = 0;
        foreach (int group in groups)
            count += lanes.Starts[group + 1] - lanes.Starts[group];
        return count;
    }

    /// <summary>Fees are counted per specialty, US dollars.</summary>
    private float Fee(int applications)
    {
        FeeOptions fees = _options.Fees;
        int first = Math.Min(applications, fees.FirstBlock);
        return (float)((first * fees.FirstFee) + ((applications - first) * fees.FurtherFee));
    }
}
