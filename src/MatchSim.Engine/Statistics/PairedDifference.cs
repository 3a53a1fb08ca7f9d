using MatchSim.Engine.Outcomes;

namespace MatchSim.Engine.Statistics;

/// <summary>
/// One measure of one group in a scenario less the same in a baseline, replication by replication: both see the same
/// people, tastes and impressions (common random numbers), so what is luck in both cancels.
/// </summary>
/// <param name="Series">What is measured, and in which group.</param>
/// <param name="Difference">Mean over replications of scenario − baseline, in the measure's unit (shares 0–1).</param>
/// <param name="StdError">Monte Carlo standard error of that mean.</param>
/// <param name="CiLow">Lower end of the 95 % t interval over replications.</param>
/// <param name="CiHigh">Upper end of that interval.</param>
/// <param name="Replications">Replications in which the measure is defined in both.</param>
public sealed record PairedDifference(
    Series Series, double Difference, double StdError, double CiLow, double CiHigh, int Replications)
{
    /// <summary>The difference whose moments were gathered; <c>null</c> if it is defined in no replication.</summary>
    public static PairedDifference? Of(Series series, RunningMoments differences)
    {
        if (differences.Count == 0)
            return null;
        double half = Moments.HalfWidth(differences.StdError, differences.Count);
        return new PairedDifference(
            series, differences.Mean, differences.StdError, differences.Mean - half, differences.Mean + half, differences.Count);
    }
}
