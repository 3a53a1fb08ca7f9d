using MathNet.Numerics.Distributions;
using MatchSim.Engine.Outcomes;

namespace MatchSim.Engine.Statistics;

/// <summary>Mean and 95 % t interval of one series over replications, the independent unit.</summary>
public static class Moments
{
    private const double Confidence = 0.95;

    /// <summary>Summarises the values of one series; <c>null</c> if it is defined in no replication.</summary>
    /// <param name="values">[replication] values; NaN = not defined there.</param>
    public static SummaryRow? Summarise(Series series, ReadOnlySpan<double> values)
    {
        var moments = new RunningMoments();
        foreach (double value in values)
            moments.Add(value);
        return SummaryRow.Of(series, moments);
    }

    /// <summary>Half of the 95 % t interval's width.</summary>
    /// <param name="error">Standard error of the mean.</param>
    /// <param name="n">Independent values it is the mean of.</param>
    internal static double HalfWidth(double error, int n) => error == 0 ? 0 : error * Quantile(n - 1);

    private static double Quantile(int degrees) =>
        degrees < 1 ? double.NaN : StudentT.InvCDF(0, 1, degrees, 0.5 + (0.5 * Confidence));
}
