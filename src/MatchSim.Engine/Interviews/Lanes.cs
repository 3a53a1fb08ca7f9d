using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MatchSim.Engine.Interviews;

/// <summary>What sixteen lanes need beyond the runtime's vectors.</summary>
internal static class Lanes
{
    private const int HalfWidth = 8;

    // [set of eight lanes × 8] the lanes of the set, ascending; then anything.
    private static readonly int[] ChosenFirst = Orders();

    /// <summary>0 … 15.</summary>
    public static Vector512<int> Indices
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    }

    /// <summary>Writes the chosen lanes one behind the other, in order. May write up to sixteen entries.</summary>
    /// <param name="chosen">Bit i: lane i is chosen; the same as <paramref name="mask"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Compress(Vector512<float> mask, ulong chosen, Vector512<float> values, ref float target)
    {
        if (Avx512F.IsSupported)
        {
            Avx512F.Compress(Vector512<float>.Zero, mask, values).StoreUnsafe(ref target);
            return;
        }

        if (Avx2.IsSupported)
        {
            int lower = (int)chosen & byte.MaxValue;
            Chosen(values.GetLower(), lower).StoreUnsafe(ref target);
            Chosen(values.GetUpper(), (int)(chosen >> HalfWidth)).StoreUnsafe(ref target, (nuint)BitOperations.PopCount((uint)lower));
            return;
        }

        for (int i = 0; chosen != 0; chosen &= chosen - 1)
            Unsafe.Add(ref target, i++) = values[BitOperations.TrailingZeroCount(chosen)];
    }

    /// <summary>Writes the chosen lanes behind what is there, and up to sixteen entries in all.</summary>
    /// <param name="count">Entries that are there.</param>
    /// <returns>Entries that are there now.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Append(Vector512<float> mask, Vector512<float> values, ref float target, int count)
    {
        ulong chosen = mask.ExtractMostSignificantBits();
        Compress(mask, chosen, values, ref Unsafe.Add(ref target, count));
        return count + BitOperations.PopCount(chosen);
    }

    /// <summary>One more in the lanes of a mask.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> OneMore(Vector512<int> counts, Vector512<float> mask) => Vector512.IsHardwareAccelerated
        ? Vector512.ConditionalSelect(mask.AsInt32(), counts + Vector512<int>.One, counts)     // one instruction
        : counts - mask.AsInt32();

    /// <summary>The chosen ones of eight lanes first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Chosen(Vector256<float> values, int chosen) =>
        Avx2.PermuteVar8x32(values, Vector256.LoadUnsafe(ref ChosenFirst[chosen * HalfWidth]));

    private static int[] Orders()
    {
        var orders = new int[(1 << HalfWidth) * HalfWidth];
        for (int chosen = 0; chosen < 1 << HalfWidth; chosen++)
        {
            int next = chosen * HalfWidth;
            for (int lane = 0; lane < HalfWidth; lane++)
            {
                if ((chosen & (1 << lane)) != 0)
                    orders[next++] = lane;
            }
        }

        return orders;
    }

    /// <summary>Two halves side by side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Join<T>(Vector256<T> lower, Vector256<T> upper)
    {
        if (Vector512.IsHardwareAccelerated)
            return lower.ToVector512Unsafe().WithUpper(upper);
        // The runtime's own way is a call where much is inlined already.
        Unsafe.SkipInit(out Vector512<T> joined);
        ref Vector256<T> half = ref Unsafe.As<Vector512<T>, Vector256<T>>(ref joined);
        half = lower;
        Unsafe.Add(ref half, 1) = upper;
        return joined;
    }

    /// <summary>Entries of a table, each by the lowest four bits of an index.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LookUp(Vector512<float> table, Vector512<int> indices)
    {
        if (Avx512F.IsSupported)
            return Avx512F.PermuteVar16x32(table, indices);
        if (Avx2.IsSupported)
            return Join(LookUp(table, indices.GetLower()), LookUp(table, indices.GetUpper()));
        Vector512<float> found = default;
        for (int i = 0; i < LaneLayout.Width; i++)
            found = found.WithElement(i, table[indices[i] & (LaneLayout.Width - 1)]);
        return found;
    }

    /// <summary>The same for half as many, with an instruction that knows only eight entries.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> LookUp(Vector512<float> table, Vector256<int> indices) => Avx.BlendVariable(
        Avx2.PermuteVar8x32(table.GetLower(), indices), Avx2.PermuteVar8x32(table.GetUpper(), indices), (indices << 28).AsSingle());

    /// <summary>The least of sixteen numbers, all of them numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Min(Vector512<float> values)
    {
        Vector256<float> half = Vector256.MinNative(values.GetLower(), values.GetUpper());
        Vector128<float> quarter = Vector128.MinNative(half.GetLower(), half.GetUpper());
        return float.MinNative(float.MinNative(quarter[0], quarter[1]), float.MinNative(quarter[2], quarter[3]));
    }
}
