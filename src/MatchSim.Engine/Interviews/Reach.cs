using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MatchSim.Engine.Interviews;

/// <summary>Which of a few scores is the k-th largest: how many reach each of them is counted for thirty-two at a time, without a
/// branch.</summary>
internal static class Reach
{
    private const int AtOnce = 2 * LaneLayout.Width;

    /// <summary>The score that exactly <paramref name="wanted"/> of them reach; NaN = none.</summary>
    /// <param name="few">The scores, with room for two vectors behind them.</param>
    public static float By(int wanted, Span<float> few, int count)
    {
        ref float scores = ref End(few, count);
        for (int from = 0; from < count; from += AtOnce)
        {
            Count(ref scores, (nuint)from, count, out Vector512<int> lower, out Vector512<int> upper);
            ulong found = With(wanted, lower, upper);
            if (found != 0)
                return few[from + BitOperations.TrailingZeroCount(found)];
        }

        return float.NaN;
    }

    /// <summary>The same for two numbers at once.</summary>
    /// <param name="few">The scores, with room for two vectors behind them.</param>
    public static (float One, float Other) By(int wanted, int other, Span<float> few, int count)
    {
        ref float scores = ref End(few, count);
        float one = float.NaN;
        float second = float.NaN;
        for (int from = (count - 1) / AtOnce * AtOnce; from >= 0; from -= AtOnce)
        {
            Count(ref scores, (nuint)from, count, out Vector512<int> lower, out Vector512<int> upper);
            ulong found = With(wanted, lower, upper);
            if (found != 0)
                one = few[from + BitOperations.TrailingZeroCount(found)];
            found = With(other, lower, upper);
            if (found != 0)
                second = few[from + BitOperations.TrailingZeroCount(found)];
        }

        return (one, second);
    }

    /// <summary>Two vectors of scores behind the last one that all others reach: the least one is found before them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref float End(Span<float> few, int count)
    {
        Vector512.Create(float.NegativeInfinity).StoreUnsafe(ref few[count]);
        Vector512.Create(float.NegativeInfinity).StoreUnsafe(ref few[count + LaneLayout.Width]);
        return ref MemoryMarshal.GetReference(few);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Count(ref float scores, nuint from, int count, out Vector512<int> lower, out Vector512<int> upper)
    {
        Vector512<float> a = Vector512.LoadUnsafe(ref scores, from);
        Vector512<float> b = Vector512.LoadUnsafe(ref scores, from + LaneLayout.Width);
        lower = default;
        upper = default;
        for (int i = 0; i < count; i++)
        {
            var score = Vector512.Create(Unsafe.Add(ref scores, i));
            lower = Lanes.OneMore(lower, Vector512.LessThanOrEqual(a, score));
            upper = Lanes.OneMore(upper, Vector512.LessThanOrEqual(b, score));
        }
    }

    /// <summary>Bit i: so many reach score i of the thirty-two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong With(int wanted, Vector512<int> lower, Vector512<int> upper) =>
        Vector512.Equals(lower, Vector512.Create(wanted)).ExtractMostSignificantBits()
        | (Vector512.Equals(upper, Vector512.Create(wanted)).ExtractMostSignificantBits() << LaneLayout.Width);
}
