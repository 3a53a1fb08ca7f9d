using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MatchSim.Engine.Interviews;

/// <summary>
/// The k largest of n scores, without sorting them: a threshold is found by counting, sixteen scores at a time. Only
/// comparisons decide, so vector width changes nothing.
/// </summary>
internal static class TopSelection
{
    private const int Secants = 12;

    /// <summary>A threshold that exactly <paramref name="k"/> scores reach. Where ties forbid it, the tied scores at higher
    /// positions are struck out (set to −∞) first.</summary>
    /// <param name="scores">A multiple of sixteen; padding is −∞. No NaN.</param>
    /// <param name="k">0 &lt; k &lt; number of finite scores.</param>
    /// <param name="moments">Moments of the finite scores.</param>
    public static float Cut(Span<float> scores, int k, ScoreMoments moments) => Cut(scores, k, moments, out _);

    /// <summary>The same, telling whether scores had to be struck out.</summary>
    public static float Cut(Span<float> scores, int k, ScoreMoments moments, out bool tied)
    {
        tied = false;
        (float threshold, float perUnit) = moments.Guess(k);
        float low = float.NegativeInfinity;      // reached by more than k
        float high = float.PositiveInfinity;     // reached by fewer than k
        float before = 0;
        int countBefore = -1;
        for (int step = 0; step < Secants; step++)
        {
            int count = CountAtLeast(scores, threshold);
            if (count == k)
                return threshold;
            if (count > k)
                low = threshold;
            else
                high = threshold;
            if (countBefore >= 0 && count != countBefore)
                perUnit = Math.Max((count - countBefore) / (before - threshold), 1e-3f);
            (before, countBefore) = (threshold, count);
            threshold += (count - k) / perUnit;
            if (!(threshold > low && threshold < high))
            {
                threshold = low + ((high - low) * 0.5f);
                if (!float.IsFinite(threshold))
                    break;
            }
        }

        return Bisect(scores, k, out tied);
    }

    /// <summary>The slow and certain way: halves the interval between the smallest and the largest score until it is
    /// empty.</summary>
    private static float Bisect(Span<float> scores, int k, out bool tied)
    {
        tied = false;
        uint low = SortableFloat.ToUInt32(float.NegativeInfinity);
        uint high = SortableFloat.ToUInt32(float.PositiveInfinity);
        int above = 0;
        while (high - low > 1)
        {
            uint middle = low + ((high - low) >> 1);
            int count = CountAtLeast(scores, SortableFloat.ToSingle(middle));
            if (count == k)
                return SortableFloat.ToSingle(middle);
            if (count > k)
            {
                low = middle;
            }
            else
            {
                high = middle;
                above = count;
            }
        }

        float last = SortableFloat.ToSingle(low);
        StrikeOut(scores, last, k - above);
        tied = true;
        return last;
    }

    /// <summary>Keeps the first <paramref name="kept"/> of the scores equal to <paramref name="last"/>.</summary>
    private static void StrikeOut(Span<float> scores, float last, int kept)
    {
        foreach (ref float score in scores)
        {
            if (score == last && --kept < 0)
                score = float.NegativeInfinity;
        }
    }

    private static int CountAtLeast(ReadOnlySpan<float> scores, float threshold)
    {
        ref float start = ref MemoryMarshal.GetReference(scores);
        var limit = Vector512.Create(threshold);
        Vector512<int> counts = Vector512<int>.Zero;
        for (nuint i = 0; i < (nuint)scores.Length; i += LaneLayout.Width)
            counts -= Vector512.GreaterThanOrEqual(Vector512.LoadUnsafe(ref start, i), limit).AsInt32();
        return Vector512.Sum(counts);
    }
}
