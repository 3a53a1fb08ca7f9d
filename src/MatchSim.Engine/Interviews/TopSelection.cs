using System.Numerics;
using System.Runtime.CompilerServices;
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
    private const float LeastHalf = 6;      // half of a window, in scores expected: whatever the first step says
    private const float Doubt = 0.35f;      // and so much for every score by which it was off
    private const float FarApart = 1000;    // two scores that follow one another: more is not believed

    /// <summary>A threshold that exactly <paramref name="k"/> scores reach. Where ties forbid it, the tied scores at higher
    /// positions are struck out (set to −∞) first.</summary>
    /// <param name="scores">A multiple of sixteen; padding is −∞. No NaN.</param>
    /// <param name="k">0 &lt; k &lt; number of finite scores.</param>
    /// <param name="moments">Moments of the finite scores.</param>
    /// <param name="near">Scratch.</param>
    /// <param name="tied">Whether scores had to be struck out.</param>
    public static float Cut(Span<float> scores, int k, ScoreMoments moments, FewScores near, out bool tied)
    {
        ScoreGuess guess = moments.Guess(k);
        return Cut(scores, k, in guess, CountAtLeast(scores, guess.Threshold), near, out tied);
    }

    /// <summary>The same, for whoever has made the first step already.</summary>
    /// <param name="first">Where to look first.</param>
    /// <param name="reached">Scores that reach it.</param>
    public static float Cut(Span<float> scores, int k, in ScoreGuess first, int reached, FewScores near, out bool tied)
    {
        tied = false;
        if (reached == k)
            return first.Threshold;
        int above = PickOut(scores, k, in first, reached, near);
        float found = Among(near, k - above);
        return float.IsNaN(found) ? BySecants(scores, k, in first, reached, out tied) : found;
    }

    /// <summary>Picks out the scores of a window around the k-th largest; returns how many are above.</summary>
    /// <param name="first">Where was looked first.</param>
    /// <param name="reached">Scores that reach it.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int PickOut(ReadOnlySpan<float> scores, int k, in ScoreGuess first, int reached, FewScores near)
    {
        near.Count = 0;
        ref float start = ref MemoryMarshal.GetReference(scores);
        ref float target = ref near.Next;
        var centres = Vector512.Create(first.Threshold + ((reached - k) * first.Apart));
        var halves = Vector512.Create((LeastHalf + (Math.Abs(reached - k) * Doubt)) * first.Apart);
        int above = 0;
        int count = 0;
        nuint i = 0;
        for (; i + LaneLayout.Four <= (nuint)scores.Length && count <= FewScores.Room; i += LaneLayout.Four)
        {
            Vector512<float> a = Vector512.LoadUnsafe(ref start, i);
            Vector512<float> b = Vector512.LoadUnsafe(ref start, i + LaneLayout.Width);
            Vector512<float> c = Vector512.LoadUnsafe(ref start, i + (2 * LaneLayout.Width));
            Vector512<float> d = Vector512.LoadUnsafe(ref start, i + (3 * LaneLayout.Width));
            count = Pick(a, centres, halves, ref target, count, ref above);
            count = Pick(b, centres, halves, ref target, count, ref above);
            count = Pick(c, centres, halves, ref target, count, ref above);
            count = Pick(d, centres, halves, ref target, count, ref above);
        }

        for (; i < (nuint)scores.Length && count <= FewScores.Room; i += LaneLayout.Width)
            count = Pick(Vector512.LoadUnsafe(ref start, i), centres, halves, ref target, count, ref above);
        near.Count = count;
        return above;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Pick(
        Vector512<float> score, Vector512<float> centres, Vector512<float> halves, ref float target, int count, ref int above)
    {
        Vector512<float> distance = score - centres;
        above += BitOperations.PopCount(Vector512.GreaterThanOrEqual(distance, halves).ExtractMostSignificantBits());
        Vector512<float> inside = Vector512.LessThan(Vector512.Abs(distance), halves);
        return Lanes.Append(inside, score, ref target, count);
    }

    /// <summary>The score that exactly <paramref name="wanted"/> of those picked out reach; NaN = it is not there, or has equals.</summary>
    private static float Among(FewScores near, int wanted) =>
        wanted < 1 || wanted > near.Count || !near.Complete ? float.NaN : near.ReachedBy(wanted);

    /// <summary>Corrects a threshold step by step, by the count that the last two had.</summary>
    private static float BySecants(Span<float> scores, int k, in ScoreGuess first, int reached, out bool tied)
    {
        tied = false;
        (float threshold, float apart) = first;
        float low = float.NegativeInfinity;      // reached by more than k
        float high = float.PositiveInfinity;     // reached by fewer than k
        float before = 0;
        int countBefore = -1;
        int count = reached;
        for (int step = 0; step < Secants; step++)
        {
            if (count == k)
                return threshold;
            if (count > k)
                low = threshold;
            else
                high = threshold;
            if (countBefore >= 0 && count != countBefore)
                apart = Math.Min((before - threshold) / (count - countBefore), FarApart);
            (before, countBefore) = (threshold, count);
            threshold += (count - k) * apart;
            if (!(threshold > low && threshold < high))
            {
                threshold = low + ((high - low) * 0.5f);
                if (!float.IsFinite(threshold))
                    break;
            }

            count = CountAtLeast(scores, threshold);
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
            counts = Lanes.OneMore(counts, Vector512.GreaterThanOrEqual(Vector512.LoadUnsafe(ref start, i), limit));
        return Vector512.Sum(counts);
    }
}
