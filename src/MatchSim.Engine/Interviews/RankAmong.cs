using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MatchSim.Engine.Interviews;

/// <summary>Sorting a few dozen scores by counting: the place of one is the number of better ones, found sixteen at a time and
/// without a branch.</summary>
internal static class RankAmong
{
    /// <summary>Scores that <see cref="All"/> ranks at a time.</summary>
    public const int AtOnce = 5 * LaneLayout.Width;

    /// <summary>How many scores are better than one of them: higher, or equal and earlier.</summary>
    /// <param name="scores">The scores; behind the last stands −∞ to the end of its vector.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of(int one, ref float scores, int count)
    {
        var own = Vector512.Create(Unsafe.Add(ref scores, one));
        nuint last = (nuint)(one & ~(LaneLayout.Width - 1));
        int better = 0;
        nuint i = 0;
        for (; i < last; i += LaneLayout.Width)
        {
            better += BitOperations.PopCount(
                Vector512.GreaterThanOrEqual(Vector512.LoadUnsafe(ref scores, i), own).ExtractMostSignificantBits());
        }

        Vector512<float> beside = Vector512.LoadUnsafe(ref scores, i);
        ulong earlier = (1UL << (one - (int)last)) - 1;
        better += BitOperations.PopCount(
            (Vector512.GreaterThanOrEqual(beside, own).ExtractMostSignificantBits() & earlier)
            | Vector512.GreaterThan(beside, own).ExtractMostSignificantBits());
        for (i += LaneLayout.Width; i < (nuint)count; i += LaneLayout.Width)
        {
            better += BitOperations.PopCount(
                Vector512.GreaterThan(Vector512.LoadUnsafe(ref scores, i), own).ExtractMostSignificantBits());
        }

        return better;
    }

    /// <summary>The same for all of them at once, if no two are equal; equal ones all get the rank of the first.</summary>
    /// <param name="scores">The scores, with room to a multiple of <see cref="AtOnce"/>.</param>
    /// <param name="ranks">[score] overwritten, to a multiple of <see cref="AtOnce"/>.</param>
    public static void All(ref float scores, int count, ref int ranks)
    {
        for (nuint i = 0; i < (nuint)count; i += AtOnce)
        {
            Vector512<float> a = Vector512.LoadUnsafe(ref scores, i);
            Vector512<float> b = Vector512.LoadUnsafe(ref scores, i + LaneLayout.Width);
            Vector512<float> c = Vector512.LoadUnsafe(ref scores, i + (2 * LaneLayout.Width));
            Vector512<float> d = Vector512.LoadUnsafe(ref scores, i + (3 * LaneLayout.Width));
            Vector512<float> e = Vector512.LoadUnsafe(ref scores, i + (4 * LaneLayout.Width));
            Vector512<int> betterA = default;
            Vector512<int> betterB = default;
            Vector512<int> betterC = default;
            Vector512<int> betterD = default;
            Vector512<int> betterE = default;
            for (int other = 0; other < count; other++)
            {
                var score = Vector512.Create(Unsafe.Add(ref scores, other));
                betterA = Lanes.OneMore(betterA, Vector512.LessThan(a, score));
                betterB = Lanes.OneMore(betterB, Vector512.LessThan(b, score));
                betterC = Lanes.OneMore(betterC, Vector512.LessThan(c, score));
                betterD = Lanes.OneMore(betterD, Vector512.LessThan(d, score));
                betterE = Lanes.OneMore(betterE, Vector512.LessThan(e, score));
            }

            betterA.StoreUnsafe(ref ranks, i);
            betterB.StoreUnsafe(ref ranks, i + LaneLayout.Width);
            betterC.StoreUnsafe(ref ranks, i + (2 * LaneLayout.Width));
            betterD.StoreUnsafe(ref ranks, i + (3 * LaneLayout.Width));
            betterE.StoreUnsafe(ref ranks, i + (4 * LaneLayout.Width));
        }
    }
}
