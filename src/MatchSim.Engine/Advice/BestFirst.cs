using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MatchSim.Engine.Advice;

/// <summary>
/// Puts the best words (score, index) of many in order. Whose words come in ascending order of index get what a full sort
/// would give. No comparison depends on the one before, as in a quicksort: a threshold is bisected, eight words at a
/// time, and what passes is sorted digit by digit. Owns buffers: one per worker.
/// </summary>
internal sealed class BestFirst
{
    private const int Digits = 4;               // bytes of a score
    private const int Values = 256;

    private readonly int[] _places = new int[Digits * Values];     // [digit × values + value] first place
    private ulong[] _spare = [];

    /// <summary>Afterwards the first <paramref name="count"/> words are the largest, largest first.</summary>
    /// <param name="words">In ascending order of index; what is behind the first <paramref name="count"/> is lost.</param>
    public void Order(Span<ulong> words, int count)
    {
        if (count <= 0)
            return;
        if (count < words.Length)
            words = words[..Keep(words, Threshold(words, count))];
        if (_spare.Length < words.Length)
            _spare = new ulong[2 * words.Length];
        CountDigits(words);
        Span<ulong> from = words;
        Span<ulong> to = _spare.AsSpan(0, words.Length);
        for (int digit = 0; digit < Digits; digit++)
        {
            Place(from, to, digit);
            Span<ulong> filled = to;
            to = from;
            from = filled;
        }
    }

    /// <summary>A word that <paramref name="count"/> words reach, or few more.</summary>
    private static ulong Threshold(ReadOnlySpan<ulong> words, int count)
    {
        int enough = count + (count >> 3) + 8;
        ulong low = 0;                  // reached by all
        ulong high = ulong.MaxValue;    // reached by fewer than count
        for (int reach = words.Length; reach > enough;)
        {
            ulong middle = low + ((high - low) >> 1);
            int passing = Reach(words, middle);
            if (passing < count)
            {
                high = middle;
                continue;
            }

            low = middle;
            reach = passing;
        }

        return low;
    }

    private static int Reach(ReadOnlySpan<ulong> words, ulong threshold)
    {
        int count = 0;
        int i = 0;
        ref ulong first = ref Unsafe.AsRef(in words[0]);
        var least = Vector512.Create(threshold);
        for (; i <= words.Length - Vector512<ulong>.Count; i += Vector512<ulong>.Count)
        {
            Vector512<ulong> reached = Vector512.GreaterThanOrEqual(Vector512.LoadUnsafe(ref first, (nuint)i), least);
            count += BitOperations.PopCount(reached.ExtractMostSignificantBits());
        }

        for (; i < words.Length; i++)
            count += words[i] >= threshold ? 1 : 0;
        return count;
    }

    /// <summary>Moves the words that reach the threshold to the front, in their order; returns how many they are.</summary>
    private static int Keep(Span<ulong> words, ulong threshold)
    {
        int kept = 0;
        foreach (ulong word in words)
        {
            words[kept] = word;
            kept += word >= threshold ? 1 : 0;
        }

        return kept;
    }

    /// <summary>Where the words of every value of every digit begin, largest value first.</summary>
    private void CountDigits(ReadOnlySpan<ulong> words)
    {
        Array.Clear(_places);
        foreach (ulong word in words)
        {
            uint score = ~(uint)(word >> 32);
            _places[(byte)score]++;
            _places[Values + (byte)(score >> 8)]++;
            _places[(2 * Values) + (byte)(score >> 16)]++;
            _places[(3 * Values) + (byte)(score >> 24)]++;
        }

        for (int digit = 0; digit < Digits; digit++)
        {
            int next = 0;
            foreach (ref int place in _places.AsSpan(digit * Values, Values))
                (place, next) = (next, next + place);
        }
    }

    private void Place(ReadOnlySpan<ulong> from, Span<ulong> to, int digit)
    {
        Span<int> places = _places.AsSpan(digit * Values, Values);
        int shift = 32 + (8 * digit);
        foreach (ulong word in from)
            to[places[(byte)(~word >> shift)]++] = word;
    }
}
