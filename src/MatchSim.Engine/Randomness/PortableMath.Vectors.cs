using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MatchSim.Engine.Randomness;

/// <summary>The same functions for whole columns, eight numbers at a time: the same operations in the same order, so the same
/// bits.</summary>
public static partial class PortableMath
{
    private static readonly int Width = Vector512<double>.Count;

    /// <summary>Replaces probabilities by quantiles of the standard normal distribution: <see cref="NormalQuantile"/>.</summary>
    public static void NormalQuantiles(Span<double> probabilities)
    {
        int i = 0;
        for (; i <= probabilities.Length - Width; i += Width)
        {
            Vector512<double> p = Vector512.LoadUnsafe(ref probabilities[i]);
            Vector512<double> q = p - Vector512.Create(0.5);
            Vector512<double> central = Vector512.LessThanOrEqual(Vector512.Abs(q), Vector512.Create(Central));
            Vector512<double> quantile = q * Ratio(CentralAbove, CentralBelow, Vector512.Create(0.180625) - (q * q));
            if (central.ExtractMostSignificantBits() != byte.MaxValue)
                quantile = Vector512.ConditionalSelect(central, quantile, Tails(p, q));
            quantile.StoreUnsafe(ref probabilities[i]);
        }

        for (; i < probabilities.Length; i++)
            probabilities[i] = NormalQuantile(probabilities[i]);
    }

    /// <summary>Replaces numbers by their exponentials: <see cref="Exp"/>.</summary>
    public static void Exponentials(Span<double> numbers)
    {
        int i = 0;
        for (; i <= numbers.Length - Width; i += Width)
        {
            Vector512<double> x = Vector512.LoadUnsafe(ref numbers[i]);
            if (Vector512.GreaterThanAny(Vector512.Abs(x), Vector512.Create(700.0)))
                throw new ArgumentOutOfRangeException(nameof(numbers), "An exponent is not between -700 and 700.");
            Vector512<double> n = Vector512.Floor((x / Vector512.Create(Ln2)) + Vector512.Create(0.5));
            Vector512<double> r = x - (n * Vector512.Create(Ln2High)) - (n * Vector512.Create(Ln2Low));
            Vector512<double> sum = Vector512<double>.Zero;
            foreach (double coefficient in Factorials)
                sum = (sum * r) + Vector512.Create(coefficient);
            Vector512<long> exponent = Vector512.ConvertToInt64(n) + Vector512.Create(1023L);
            (sum * (exponent << 52).AsDouble()).StoreUnsafe(ref numbers[i]);
        }

        for (; i < numbers.Length; i++)
            numbers[i] = Exp(numbers[i]);
    }

    /// <summary>Replaces positive normal numbers by their natural logarithms: <see cref="Log"/>.</summary>
    public static void Logarithms(Span<double> numbers)
    {
        int i = 0;
        for (; i <= numbers.Length - Width; i += Width)
            Logarithm(Vector512.LoadUnsafe(ref numbers[i])).StoreUnsafe(ref numbers[i]);
        for (; i < numbers.Length; i++)
            numbers[i] = Log(numbers[i]);
    }

    private static Vector512<double> Tails(Vector512<double> p, Vector512<double> q)
    {
        Vector512<double> low = Vector512.LessThan(q, Vector512<double>.Zero);
        Vector512<double> r = Vector512.Sqrt(-Logarithm(Vector512.ConditionalSelect(low, p, Vector512.Create(1.0) - p)));
        Vector512<double> tail = Ratio(TailAbove, TailBelow, r - Vector512.Create(1.6));
        Vector512<double> near = Vector512.LessThanOrEqual(r, Vector512.Create(FarTail));
        if (near.ExtractMostSignificantBits() != byte.MaxValue)
            tail = Vector512.ConditionalSelect(near, tail, Ratio(FarTailAbove, FarTailBelow, r - Vector512.Create(FarTail)));
        return Vector512.ConditionalSelect(low, -tail, tail);
    }

    private static Vector512<double> Logarithm(Vector512<double> x)
    {
        Vector512<long> bits = x.AsInt64();
        Vector512<long> exponent = (bits >> 52) - Vector512.Create(1023L);
        Vector512<double> m = ((bits & Vector512.Create(0x000F_FFFF_FFFF_FFFF)) | Vector512.Create(1023L << 52)).AsDouble();
        Vector512<double> large = Vector512.GreaterThan(m, Vector512.Create(Sqrt2));
        m = Vector512.ConditionalSelect(large, m * Vector512.Create(0.5), m);
        Vector512<double> e = Vector512.ConvertToDouble(exponent - large.AsInt64());
        Vector512<double> s = (m - Vector512.Create(1.0)) / (m + Vector512.Create(1.0));
        Vector512<double> s2 = s * s;
        Vector512<double> series = Vector512<double>.Zero;
        foreach (double coefficient in OddReciprocals)
            series = (series + Vector512.Create(coefficient)) * s2;
        Vector512<double> twice = Vector512.Create(2.0) * s;
        return (e * Vector512.Create(Ln2High)) + (twice + (twice * series) + (e * Vector512.Create(Ln2Low)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Ratio(ReadOnlySpan<double> numerator, ReadOnlySpan<double> denominator, Vector512<double> x)
    {
        Vector512<double> above = Vector512<double>.Zero;
        Vector512<double> below = Vector512<double>.Zero;
        for (int i = 0; i < numerator.Length && i < denominator.Length; i++)
        {
            above = (above * x) + Vector512.Create(numerator[i]);
            below = (below * x) + Vector512.Create(denominator[i]);
        }

        return above / below;
    }
}
