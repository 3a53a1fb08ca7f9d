using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MatchSim.Engine.Interviews;

/// <summary>Sixteen records of words, from anywhere, as vectors: one a word, one lane a record.</summary>
internal static class Transposed
{
    private const int Words = 4;

    /// <summary>The words of sixteen records of four.</summary>
    /// <param name="words">The records, one behind the other.</param>
    /// <param name="rows">Which records: sixteen indices.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Four(
        ref uint words, ref int rows,
        out Vector512<uint> first, out Vector512<uint> second, out Vector512<uint> third, out Vector512<uint> fourth)
    {
        Vector512<uint> p = Every4th(ref words, ref rows);
        Vector512<uint> q = Every4th(ref words, ref Unsafe.Add(ref rows, 1));
        Vector512<uint> r = Every4th(ref words, ref Unsafe.Add(ref rows, 2));
        Vector512<uint> s = Every4th(ref words, ref Unsafe.Add(ref rows, 3));
        Four(p, q, r, s, out first, out second, out third, out fourth);
    }

    /// <summary>The words of sixteen records of four that stand one behind the other.</summary>
    /// <param name="words">The records.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Four(
        ref uint words, out Vector512<uint> first, out Vector512<uint> second, out Vector512<uint> third, out Vector512<uint> fourth)
    {
        Vector512<uint> p = Every4th(ref words, 0);
        Vector512<uint> q = Every4th(ref words, 1);
        Vector512<uint> r = Every4th(ref words, 2);
        Vector512<uint> s = Every4th(ref words, 3);
        Four(p, q, r, s, out first, out second, out third, out fourth);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four(
        Vector512<uint> p, Vector512<uint> q, Vector512<uint> r, Vector512<uint> s,
        out Vector512<uint> first, out Vector512<uint> second, out Vector512<uint> third, out Vector512<uint> fourth)
    {
        Vector512<ulong> pq = Low(p, q).AsUInt64();
        Vector512<ulong> rs = Low(r, s).AsUInt64();
        (first, second) = (Low(pq, rs).AsUInt32(), High(pq, rs).AsUInt32());
        pq = High(p, q).AsUInt64();
        rs = High(r, s).AsUInt64();
        (third, fourth) = (Low(pq, rs).AsUInt32(), High(pq, rs).AsUInt32());
    }

    /// <summary>Both words of sixteen records of two.</summary>
    /// <param name="pairs">The records, one behind the other.</param>
    /// <param name="rows">Which records: sixteen indices.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Two(ref ulong pairs, ref int rows, out Vector512<uint> first, out Vector512<uint> second)
    {
        Vector512<ulong> lower = Eight(ref pairs, ref rows);
        Vector512<ulong> upper = Eight(ref pairs, ref Unsafe.Add(ref rows, 8));
        first = Vector512.Narrow(lower, upper);
        second = Vector512.Narrow(lower >>> 32, upper >>> 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Eight(ref ulong pairs, ref int rows)
    {
        Vector256<ulong> lower = Two(ref pairs, ref rows).ToVector256Unsafe().WithUpper(Two(ref pairs, ref Unsafe.Add(ref rows, 2)));
        Vector256<ulong> upper = Two(ref pairs, ref Unsafe.Add(ref rows, 4)).ToVector256Unsafe()
            .WithUpper(Two(ref pairs, ref Unsafe.Add(ref rows, 6)));
        return Lanes.Join(lower, upper);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> Two(ref ulong pairs, ref int rows) =>
        Vector128.Create(Of(ref pairs, rows), Of(ref pairs, Unsafe.Add(ref rows, 1)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Of(ref ulong pairs, int row) => Unsafe.Add(ref pairs, (nint)(uint)row);

    /// <summary>Four words each of the records of rows 0, 4, 8 and 12.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Every4th(ref uint words, ref int rows)
    {
        Vector256<uint> lower = Of(ref words, rows).ToVector256Unsafe().WithUpper(Of(ref words, Unsafe.Add(ref rows, 4)));
        Vector256<uint> upper = Of(ref words, Unsafe.Add(ref rows, 8)).ToVector256Unsafe()
            .WithUpper(Of(ref words, Unsafe.Add(ref rows, 12)));
        return Lanes.Join(lower, upper);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Every4th(ref uint words, int row)
    {
        Vector256<uint> lower = Of(ref words, row).ToVector256Unsafe().WithUpper(Of(ref words, row + 4));
        Vector256<uint> upper = Of(ref words, row + 8).ToVector256Unsafe().WithUpper(Of(ref words, row + 12));
        return Lanes.Join(lower, upper);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> Of(ref uint words, int row) =>
        Vector128.LoadUnsafe(ref words, (nuint)(uint)row * Words);

    /// <summary>The lower halves of each four words, one from either vector in turn.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Low(Vector512<uint> a, Vector512<uint> b) =>
        Avx512F.IsSupported ? Avx512F.UnpackLow(a, b)
        : Avx2.IsSupported ? Vector512.Create(
            Avx2.UnpackLow(a.GetLower(), b.GetLower()), Avx2.UnpackLow(a.GetUpper(), b.GetUpper()))
        : Interleave(a, b, 0);

    /// <summary>The upper halves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> High(Vector512<uint> a, Vector512<uint> b) =>
        Avx512F.IsSupported ? Avx512F.UnpackHigh(a, b)
        : Avx2.IsSupported ? Vector512.Create(
            Avx2.UnpackHigh(a.GetLower(), b.GetLower()), Avx2.UnpackHigh(a.GetUpper(), b.GetUpper()))
        : Interleave(a, b, 2);

    /// <summary>The same for pairs of words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Low(Vector512<ulong> a, Vector512<ulong> b) =>
        Avx512F.IsSupported ? Avx512F.UnpackLow(a, b)
        : Avx2.IsSupported ? Vector512.Create(
            Avx2.UnpackLow(a.GetLower(), b.GetLower()), Avx2.UnpackLow(a.GetUpper(), b.GetUpper()))
        : InterleavePairs(a, b, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> High(Vector512<ulong> a, Vector512<ulong> b) =>
        Avx512F.IsSupported ? Avx512F.UnpackHigh(a, b)
        : Avx2.IsSupported ? Vector512.Create(
            Avx2.UnpackHigh(a.GetLower(), b.GetLower()), Avx2.UnpackHigh(a.GetUpper(), b.GetUpper()))
        : InterleavePairs(a, b, 1);

    private static Vector512<uint> Interleave(Vector512<uint> a, Vector512<uint> b, int from)
    {
        Vector512<uint> result = a;
        for (int i = 0; i < Vector512<uint>.Count; i++)
            result = result.WithElement(i, (i % 2 == 0 ? a : b)[(i / 4 * 4) + from + (i % 4 / 2)]);
        return result;
    }

    private static Vector512<ulong> InterleavePairs(Vector512<ulong> a, Vector512<ulong> b, int from)
    {
        Vector512<ulong> result = a;
        for (int i = 0; i < Vector512<ulong>.Count; i++)
            result = result.WithElement(i, (i % 2 == 0 ? a : b)[(i / 2 * 2) + from]);
        return result;
    }
}
