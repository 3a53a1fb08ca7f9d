using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using MatchSim.Engine.Markets;

namespace MatchSim.Engine.Interviews;

/// <summary>
/// Who applied where, as bits: five million applications are five megabytes. A word says of one row of the
/// <see cref="Audience"/> to which programs of a block of sixteen it holds; the words of a block stand one behind the other, as
/// programs read them.
/// </summary>
internal sealed class ApplicationBits(MarketLayout layout, LaneLayout lanes, Audience audience)
{
    private const int WordsPerLine = 32;
    private const int LinesPerCounter = 15;      // counters of four bits are full then

    private readonly int[] _starts = new int[layout.Groups.Length + 1];      // [group + 1] first word
    private readonly int[] _strides = new int[layout.Groups.Length];         // [group] words from one block to the next

    /// <summary>[word] bit i: the row applied to the program in lane i of the block.</summary>
    public Aligned<ushort> Sent { get; private set; } = new(0);

    /// <summary>Blocks of sixteen programs in a group.</summary>
    public int Blocks(int group) => (lanes.Starts[group + 1] - lanes.Starts[group]) / LaneLayout.Width;

    /// <summary>Words from one block of a group to the next.</summary>
    public int Stride(int group) => _strides[group];

    /// <summary>The word of a row in block 0 of a group.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int WordOf(int group, int row) => _starts[group] + row - audience.StartOf(group);

    /// <summary>Makes room for the rows of a season.</summary>
    public void Open()
    {
        for (int g = 0; g < layout.Groups.Length; g++)
        {
            int rows = audience.StartOf(g + 1) - audience.StartOf(g);
            // An odd number of cache lines, so that the words of one row do not contend for the same ones.
            _strides[g] = ((rows / WordsPerLine / 2 * 2) + 3) * WordsPerLine;
            _starts[g + 1] = checked(_starts[g] + (_strides[g] * Blocks(g)));
        }

        if (Sent.Length < _starts[^1])
            Sent = new Aligned<ushort>(_starts[^1] + (_starts[^1] >> 3));
    }

    /// <summary>How many rows hold for each program of a block.</summary>
    /// <param name="received">[lane] sixteen counts, overwritten.</param>
    public void Count(int group, int block, Span<int> received)
    {
        received.Clear();
        int first = _starts[group] + (block * _strides[group]);
        int end = first + audience.StartOf(group + 1) - audience.StartOf(group);
        for (int word = first; word < end;)
        {
            // Fifteen lines fill a counter of four bits for every bit of a line; the vectors hold the first bits of all counters, the
            // second ones, and so on.
            Vector512<ushort> ones = default;
            Vector512<ushort> twos = default;
            Vector512<ushort> fours = default;
            Vector512<ushort> eights = default;
            for (int last = Math.Min(end, word + (LinesPerCounter * WordsPerLine)); word < last; word += WordsPerLine)
            {
                Vector512<ushort> carry = Vector512.LoadUnsafe(ref Sent[word]);
                (ones, carry) = (ones ^ carry, ones & carry);
                (twos, carry) = (twos ^ carry, twos & carry);
                (fours, carry) = (fours ^ carry, fours & carry);
                eights ^= carry;
            }

            AddBits(ones, 1, received);
            AddBits(twos, 2, received);
            AddBits(fours, 4, received);
            AddBits(eights, 8, received);
        }
    }

    /// <summary>Adds so much for each bit of a line to the count of its lane.</summary>
    private static void AddBits(Vector512<ushort> words, int each, Span<int> received)
    {
        for (int lane = LaneLayout.Width - 1; lane >= 0; lane--, words += words)
            received[lane] += each * BitOperations.PopCount(words.ExtractMostSignificantBits());
    }

    /// <summary>Leaves no bit in the rows that nobody took, nor behind the last row of a group.</summary>
    public void ClearFreeRows()
    {
        for (int group = 0; group < layout.Groups.Length; group++)
        {
            for (int type = 0; type < MarketLayout.TypeCount; type++)
            {
                (int from, int to) = audience.FreeRowsOf(group, (Scenarios.ApplicantType)type);
                if (type == MarketLayout.TypeCount - 1)
                    to += LaneLayout.Width;
                for (int block = 0; block < Blocks(group); block++)
                    Sent.AsSpan(WordOf(group, from) + (block * _strides[group]), to - from).Clear();
            }
        }
    }
}
