using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MatchSim.Engine.Interviews;

/// <summary>Sorting a few dozen scores by counting: the place of one is the number of better ones, found sixteen at a time and
/// without a branch.</summary>
internal static class RankAmong
{
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
}
