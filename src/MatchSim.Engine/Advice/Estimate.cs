using MatchSim.Engine.Statistics;

namespace MatchSim.Engine.Advice;

/// <summary>A mean over seasons with its 95 % t interval.</summary>
/// <param name="Mean">In the unit of what is estimated.</param>
/// <param name="CiLow">Lower end.</param>
/// <param name="CiHigh">Upper end.</param>
public readonly record struct Estimate(double Mean, double CiLow, double CiHigh)
{
    /// <summary>Half of the interval's width.</summary>
    public double HalfWidth => (CiHigh - CiLow) / 2;

    internal static Estimate Of(RunningMoments moments)
    {
        double half = Moments.HalfWidth(moments.StdError, moments.Count);
        return new Estimate(moments.Mean, moments.Mean - half, moments.Mean + half);
    }
}
