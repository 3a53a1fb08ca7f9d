using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MatchSim.Engine.Randomness;

/// <summary>Quantiles of the normal distribution for whole columns. A tail is another, dearer function than the middle, and
/// most groups of eight numbers have some of theirs in the tails: those are put together first, and done eight at a time.</summary>
public static partial class PortableMath
{
    // Numbers whose tails are put together; their places fit a byte.
    private const int QuantileBlock = 256;

    // Stands where a group of eight tails is not full.
    private const double AnyTail = 0.05;

    /// <summary>Replaces probabilities by quantiles of the standard normal distribution: <see cref="NormalQuantile"/>.</summary>
    [SkipLocalsInit]
    public static void NormalQuantiles(Span<double> probabilities)
    {
        Span<double> tails = stackalloc double[QuantileBlock];
        Span<byte> places = stackalloc byte[QuantileBlock];
        int whole = probabilities.Length & -Vector512<double>.Count;
        for (int start = 0; start < whole; start += QuantileBlock)
        {
            Span<double> block = probabilities[start..Math.Min(start + QuantileBlock, whole)];
            int count = CollectTails(block, tails, places);
            for (int i = 0; i < block.Length; i += Vector512<double>.Count)
                Middle(Vector512.LoadUnsafe(ref block[i])).StoreUnsafe(ref block[i]);
            tails[count..Math.Min(count + Vector512<double>.Count, QuantileBlock)].Fill(AnyTail);
            for (int i = 0; i < count; i += Vector512<double>.Count)
                Tail(Vector512.LoadUnsafe(ref tails[i])).StoreUnsafe(ref tails[i]);
            for (int i = 0; i < count; i++)
                block[places[i]] = tails[i];
        }

        foreach (ref double probability in probabilities[whole..])
            probability = NormalQuantile(probability);
    }

    /// <summary>Collects the numbers that are in the tails, and their places.</summary>
    /// <returns>How many there are.</returns>
    private static int CollectTails(ReadOnlySpan<double> probabilities, Span<double> tails, Span<byte> places)
    {
        int count = 0;
        for (int start = 0; start < probabilities.Length; start += 64)
        {
            for (ulong outside = Outside(probabilities[start..]); outside != 0; outside &= outside - 1)
            {
                int place = start + BitOperations.TrailingZeroCount(outside);
                tails[count] = probabilities[place];
                places[count++] = (byte)place;
            }
        }

        return count;
    }

    /// <summary>One bit for each of the next 64 numbers: whether it is in the tails.</summary>
    private static ulong Outside(ReadOnlySpan<double> probabilities)
    {
        ulong outside = 0;
        for (int i = 0; i < Math.Min(64, probabilities.Length); i += Vector512<double>.Count)
        {
            Vector512<double> distance = Vector512.Abs(Vector512.LoadUnsafe(in probabilities[i]) - Vector512.Create(0.5));
            outside |= Vector512.GreaterThan(distance, Vector512.Create(Central)).ExtractMostSignificantBits() << i;
        }

        return outside;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Middle(Vector512<double> p)
    {
        Vector512<double> q = p - Vector512.Create(0.5);
        return q * Ratio(CentralAbove, CentralBelow, Vector512.Create(0.180625) - (q * q));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Tail(Vector512<double> p)
    {
        Vector512<double> low = Vector512.LessThan(p - Vector512.Create(0.5), Vector512<double>.Zero);
        Vector512<double> r = Vector512.Sqrt(-Logarithm(Vector512.ConditionalSelect(low, p, Vector512.Create(1.0) - p)));
        Vector512<double> tail = Ratio(TailAbove, TailBelow, r - Vector512.Create(1.6));
        Vector512<double> near = Vector512.LessThanOrEqual(r, Vector512.Create(FarTail));
        if (near.ExtractMostSignificantBits() != byte.MaxValue)
            tail = Vector512.ConditionalSelect(near, tail, Ratio(FarTailAbove, FarTailBelow, r - Vector512.Create(FarTail)));
        return Vector512.ConditionalSelect(low, -tail, tail);
    }
}
