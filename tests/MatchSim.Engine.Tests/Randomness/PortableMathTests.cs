using MathNet.Numerics.Distributions;
using MatchSim.Engine.Randomness;

namespace MatchSim.Engine.Tests.Randomness;

/// <summary>Our logarithm, exponential and normal quantile against the platform's and MathNet's.</summary>
public sealed class PortableMathTests
{
    [Property(MaxTest = 5000)]
    public void Log_agrees_with_the_platform(double seed)
    {
        double x = Math.Exp(Wrap(seed, 600));
        Assert.Equal(Math.Log(x), PortableMath.Log(x), 1e-14 * Math.Max(1, Math.Abs(Math.Log(x))));
    }

    [Property(MaxTest = 5000)]
    public void Exp_agrees_with_the_platform(double seed)
    {
        double x = Wrap(seed, 690);
        Assert.InRange(PortableMath.Exp(x) / Math.Exp(x), 1 - 1e-13, 1 + 1e-13);
    }

    [Property(MaxTest = 5000)]
    public void Normal_quantile_agrees_with_MathNet(ulong bits)
    {
        double p = ((bits >> 11) + 0.5) / (1UL << 53);
        Assert.Equal(Normal.InvCDF(0, 1, p), PortableMath.NormalQuantile(p), 1e-9);
    }

    [Theory]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.5, 0)]
    [InlineData(1e-10, -6.361340902404056)]
    [InlineData(1e-300, -37.0471)]
    public void Normal_quantile_at_known_points(double p, double expected) =>
        Assert.Equal(expected, PortableMath.NormalQuantile(p), 1e-4);

    [Fact]
    public void Arguments_outside_the_domain_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PortableMath.Log(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => PortableMath.Exp(701));
        Assert.Throws<ArgumentOutOfRangeException>(() => PortableMath.Exp(-701));
    }

    /// <summary>Any double as a number of at most the given size.</summary>
    private static double Wrap(double seed, double size) =>
        double.IsFinite(seed) ? Math.IEEERemainder(seed, 2 * size) : 0.5;
}
