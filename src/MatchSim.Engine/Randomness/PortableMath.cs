namespace MatchSim.Engine.Randomness;

/// <summary>
/// Logarithm, exponential and normal quantile from + − × ÷ √ alone, in a fixed order: the same bits on every machine,
/// which the C runtime's functions do not promise.
/// </summary>
public static partial class PortableMath
{
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double Ln2 = 0.6931471805599453;
    private const double Sqrt2 = 1.4142135623730951;
    private const double Central = 0.425;      // half width of the central part of the quantile
    private const double FarTail = 5;          // √−ln p where the far tail begins

    /// <summary>Natural logarithm of a positive, finite, normal number; relative error below 1e-15.</summary>
    /// <remarks>ln x = e·ln 2 + 2 artanh((m − 1)/(m + 1)), x = m·2^e, m in [√½, √2).</remarks>
    public static double Log(double x)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(x);
        long bits = BitConverter.DoubleToInt64Bits(x);
        int exponent = (int)(bits >> 52) - 1023;
        double m = BitConverter.Int64BitsToDouble((bits & 0x000F_FFFF_FFFF_FFFF) | (1023L << 52));
        if (m > Sqrt2)
        {
            m *= 0.5;
            exponent++;
        }

        double s = (m - 1) / (m + 1);
        double s2 = s * s;
        double series = 0;
        foreach (double coefficient in OddReciprocals)
            series = (series + coefficient) * s2;
        return (exponent * Ln2High) + ((2 * s) + (2 * s * series) + (exponent * Ln2Low));
    }

    /// <summary>e^x for −700 ≤ x ≤ 700; relative error below 1e-15.</summary>
    public static double Exp(double x)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(x, 700);
        ArgumentOutOfRangeException.ThrowIfLessThan(x, -700);
        int n = (int)Math.Floor((x / Ln2) + 0.5);
        double r = x - (n * Ln2High) - (n * Ln2Low);
        double sum = 0;
        foreach (double coefficient in Factorials)
            sum = (sum * r) + coefficient;
        return sum * BitConverter.Int64BitsToDouble((long)(1023 + n) << 52);
    }

    /// <summary>Quantile of the standard normal distribution, 0 &lt; p &lt; 1; relative error about 1e-16.</summary>
    /// <remarks>Wichura, Algorithm AS 241 (PPND16), Applied Statistics 37 (1988) 477–484.</remarks>
    public static double NormalQuantile(double p)
    {
        double q = p - 0.5;
        if (Math.Abs(q) <= Central)
            return q * Ratio(CentralAbove, CentralBelow, 0.180625 - (q * q));
        double r = Math.Sqrt(-Log(q < 0 ? p : 1 - p));
        double tail = r <= FarTail ? Ratio(TailAbove, TailBelow, r - 1.6) : Ratio(FarTailAbove, FarTailBelow, r - 5);
        return q < 0 ? -tail : tail;
    }

    // 1/21, 1/19 … 1/3.
    private static ReadOnlySpan<double> OddReciprocals =>
        [1.0 / 21, 1.0 / 19, 1.0 / 17, 1.0 / 15, 1.0 / 13, 1.0 / 11, 1.0 / 9, 1.0 / 7, 1.0 / 5, 1.0 / 3];

    // 1/14!, 1/13! … 1/0!.
    private static ReadOnlySpan<double> Factorials =>
    [
        1.0 / 87_178_291_200, 1.0 / 6_227_020_800, 1.0 / 479_001_600, 1.0 / 39_916_800, 1.0 / 3_628_800, 1.0 / 362_880,
        1.0 / 40_320, 1.0 / 5_040, 1.0 / 720, 1.0 / 120, 1.0 / 24, 1.0 / 6, 0.5, 1, 1,
    ];

    private static double Ratio(ReadOnlySpan<double> numerator, ReadOnlySpan<double> denominator, double x)
    {
        double above = 0;
        double below = 0;
        for (int i = 0; i < numerator.Length && i < denominator.Length; i++)
        {
            above = (above * x) + numerator[i];
            below = (below * x) + denominator[i];
        }

        return above / below;
    }

    // Coefficients of AS 241, highest power first.
    private static ReadOnlySpan<double> CentralAbove =>
    [
        2.5090809287301226727e+3, 3.3430575583588128105e+4, 6.7265770927008700853e+4, 4.5921953931549871457e+4,
        1.3731693765509461125e+4, 1.9715909503065514427e+3, 1.3314166789178437745e+2, 3.3871328727963666080e0,
    ];

    private static ReadOnlySpan<double> CentralBelow =>
    [
        5.2264952788528545610e+3, 2.8729085735721942674e+4, 3.9307895800092710610e+4, 2.1213794301586595867e+4,
        5.3941960214247511077e+3, 6.8718700749205790830e+2, 4.2313330701600911252e+1, 1.0,
    ];

    private static ReadOnlySpan<double> TailAbove =>
    [
        7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e0,
        3.64784832476320460504e0, 5.76949722146069140550e0, 4.63033784615654529590e0, 1.42343711074968357734e0,
    ];

    private static ReadOnlySpan<double> TailBelow =>
    [
        1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
        6.89767334985100004550e-1, 1.67638483018380384940e0, 2.05319162663775882187e0, 1.0,
    ];

    private static ReadOnlySpan<double> FarTailAbove =>
    [
        2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
        2.96560571828504891230e-1, 1.78482653991729133580e0, 5.46378491116411436990e0, 6.65790464350110377720e0,
    ];

    private static ReadOnlySpan<double> FarTailBelow =>
    [
        2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
        1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1.0,
    ];
}
