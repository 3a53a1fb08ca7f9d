namespace MatchSim.Engine.Randomness;

/// <summary>
/// Logarithm, exponential and normal quantile from + − × ÷ √ alone, in a fixed order: the same bits on every machine,
/// which the C runtime's functions do not promise.
/// </summary>
public static class PortableMath
{
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;

    /// <summary>Natural logarithm of a positive, finite, normal number; relative error below 1e-15.</summary>
    /// <remarks>ln x = e·ln 2 + 2 artanh((m − 1)/(m + 1)), x = m·2^e, m in [√½, √2).</remarks>
    public static double Log(double x)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(x);
        long bits = BitConverter.DoubleToInt64Bits(x);
        int exponent = (int)(bits >> 52) - 1023;
        double m = BitConverter.Int64BitsToDouble((bits & 0x000F_FFFF_FFFF_FFFF) | (1023L << 52));
        if (m > 1.4142135623730951)
        {
            m *= 0.5;
            exponent++;
        }

        double s = (m - 1) / (m + 1);
        double s2 = s * s;
        double series = 0;
        for (int k = 21; k >= 3; k -= 2)
            series = (series + (1.0 / k)) * s2;
        return (exponent * Ln2High) + ((2 * s) + (2 * s * series) + (exponent * Ln2Low));
    }

    /// <summary>e^x for −700 ≤ x ≤ 700; relative error below 1e-15.</summary>
    public static double Exp(double x)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(x, 700);
        ArgumentOutOfRangeException.ThrowIfLessThan(x, -700);
        int n = (int)Math.Floor((x / 0.6931471805599453) + 0.5);
        double r = x - (n * Ln2High) - (n * Ln2Low);
        double sum = 1;
        for (int k = 14; k >= 1; k--)
            sum = 1 + (r * sum / k);
        return sum * BitConverter.Int64BitsToDouble((long)(1023 + n) << 52);
    }

    /// <summary>Quantile of the standard normal distribution, 0 &lt; p &lt; 1; relative error about 1e-16.</summary>
    /// <remarks>Wichura, Algorithm AS 241 (PPND16), Applied Statistics 37 (1988) 477–484.</remarks>
    public static double NormalQuantile(double p)
    {
        double q = p - 0.5;
        if (Math.Abs(q) <= 0.425)
            return q * Ratio(Central, 0.180625 - (q * q));
        double r = Math.Sqrt(-Log(q < 0 ? p : 1 - p));
        double tail = r <= 5 ? Ratio(Tail, r - 1.6) : Ratio(FarTail, r - 5);
        return q < 0 ? -tail : tail;
    }

    private static double Ratio((double[] Numerator, double[] Denominator) polynomials, double x) =>
        Horner(polynomials.Numerator, x) / Horner(polynomials.Denominator, x);

    private static double Horner(double[] coefficients, double x)
    {
        double sum = 0;
        for (int i = coefficients.Length - 1; i >= 0; i--)
            sum = (sum * x) + coefficients[i];
        return sum;
    }

    private static readonly (double[], double[]) Central = (
        [3.3871328727963666080e0, 1.3314166789178437745e+2, 1.9715909503065514427e+3, 1.3731693765509461125e+4,
            4.5921953931549871457e+4, 6.7265770927008700853e+4, 3.3430575583588128105e+4, 2.5090809287301226727e+3],
        [1.0, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3,
            2.1213794301586595867e+4, 3.9307895800092710610e+4, 2.8729085735721942674e+4, 5.2264952788528545610e+3]);

    private static readonly (double[], double[]) Tail = (
        [1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
            1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4],
        [1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
            1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9]);

    private static readonly (double[], double[]) FarTail = (
        [6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
            2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7],
        [1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
            7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15]);
}
