using System.Numerics;
using System.Runtime.Intrinsics;

namespace MatchSim.Engine.Interviews;

/// <summary>
/// The k largest of n numbers, without sorting them: a threshold is found by counting, then the positions above it are
/// written out in order. Comparisons only, so vector width changes nothing. Ties at the threshold go to the lower index.
/// </summary>
internal static class TopSelection
{
    /// <summary>Writes the positions of the <paramref name="k"/> largest scores, ascending; returns how many.</summary>
    public static int Select(ReadOnlySpan<float> scores, int k, Span<int> positions)
    {
        if (k >= scores.Length)
        {
            for (int i = 0; i < scores.Length; i++)
                positions[i] = i;
            return scores.Length;
        }

        if (k <= 0)
            return 0;
        (float threshold, int above) = Threshold(scores, k);
        return Write(scores, threshold, k, above, positions);
    }

    /// <summary>A number t with exactly k scores ≥ t; or, where ties forbid it, the tied score and the number
    /// strictly above it.</summary>
    private static (float Threshold, int Above) Threshold(ReadOnlySpan<float> scores, int k)
    {
        (float low, float high) = Range(scores);
        high = MathF.BitIncrement(high);
        int atLow = scores.Length;
        int atHigh = 0;
        for (int step = 0; ; step++)
        {
            float weight = (step & 1) == 0 ? (float)(atLow - k) / (atLow - atHigh) : 0.5f;
            float middle = low + ((high - low) * weight);
            if (middle <= low || middle >= high)
                middle = low + ((high - low) * 0.5f);
            if (middle <= low || middle >= high)
                return (low, atHigh);
            int count = CountAtLeast(scores, middle);
            if (count == k)
                return (middle, k);
            if (count > k)
                (low, atLow) = (middle, count);
            else
                (high, atHigh) = (middle, count);
        }
    }

    private static (float Low, float High) Range(ReadOnlySpan<float> scores)
    {
        float low = scores[0];
        float high = scores[0];
        int i = 0;
        if (scores.Length >= Vector256<float>.Count)
        {
            var lows = Vector256.Create(low);
            var highs = lows;
            for (; i + Vector256<float>.Count <= scores.Length; i += Vector256<float>.Count)
            {
                var block = Vector256.Create(scores.Slice(i, Vector256<float>.Count));
                lows = Vector256.ConditionalSelect(Vector256.LessThan(block, lows), block, lows);
                highs = Vector256.ConditionalSelect(Vector256.GreaterThan(block, highs), block, highs);
            }

            for (int lane = 0; lane < Vector256<float>.Count; lane++)
            {
                low = Math.Min(low, lows[lane]);
                high = Math.Max(high, highs[lane]);
            }
        }

        for (; i < scores.Length; i++)
        {
            low = Math.Min(low, scores[i]);
            high = Math.Max(high, scores[i]);
        }

        return (low, high);
    }

    private static int CountAtLeast(ReadOnlySpan<float> scores, float threshold)
    {
        var limit = Vector256.Create(threshold);
        Vector256<int> counts = Vector256<int>.Zero;
        int i = 0;
        for (; i + Vector256<float>.Count <= scores.Length; i += Vector256<float>.Count)
        {
            var block = Vector256.Create(scores.Slice(i, Vector256<float>.Count));
            counts -= Vector256.GreaterThanOrEqual(block, limit).AsInt32();
        }

        int count = Vector256.Sum(counts);
        for (; i < scores.Length; i++)
            count += scores[i] >= threshold ? 1 : 0;
        return count;
    }

    private static int Write(ReadOnlySpan<float> scores, float threshold, int k, int above, Span<int> positions)
    {
        bool exact = above == k;     // the threshold itself separates; otherwise k − above of the tied ones are taken
        int ties = exact ? int.MaxValue : k - above;
        int written = 0;
        int i = 0;
        if (exact)
        {
            var limit = Vector256.Create(threshold);
            for (; i + Vector256<float>.Count <= scores.Length; i += Vector256<float>.Count)
            {
                var block = Vector256.Create(scores.Slice(i, Vector256<float>.Count));
                uint mask = Vector256.GreaterThanOrEqual(block, limit).ExtractMostSignificantBits();
                for (; mask != 0; mask &= mask - 1)
                    positions[written++] = i + BitOperations.TrailingZeroCount(mask);
            }
        }

        for (; i < scores.Length; i++)
        {
            if (scores[i] > threshold || (scores[i] == threshold && ties-- > 0))
                positions[written++] = i;
        }

        return written;
    }
}
