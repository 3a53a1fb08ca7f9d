using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MatchSim.Engine.Randomness;

/// <summary>The same functions for whole columns, eight numbers at a time: the same operations in the same order, so the same
/// bits.</summary>
public static partial class PortableMath
{
    /// <summary>Replaces numbers by their exponentials: <see cref="Exp"/>.</summary>
    public static void Exponentials(Span<double> numbers)
    {
        int i = 0;
        for (; i <= numbers.Length - Vector512<double>.Count; i += Vector512<double>.Count)
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
        for (; i <= numbers.Length - Vector512<double>.Count; i += Vector512<double>.Count)
            Logarithm(Vector512.LoadUnsafe(ref numbers[i])).StoreUnsafe(ref numbers[i]);
        for (; i < numbers.Length; i++)
            numbers[i] = Log(numbers[i]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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
