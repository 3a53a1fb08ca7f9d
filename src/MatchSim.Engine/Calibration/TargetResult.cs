using MatchSim.Engine.Statistics;

namespace MatchSim.Engine.Calibration;

/// <summary>A target beside what was simulated.</summary>
/// <param name="Target">The published figure.</param>
/// <param name="Simulated">Mean over replications; NaN if never defined.</param>
/// <param name="StdError">Monte Carlo standard error of that mean.</param>
/// <param name="CiLow">Lower end of the 95 % t interval over replications.</param>
/// <param name="CiHigh">Upper end of that interval.</param>
/// <param name="Replications">Replications in which it is defined.</param>
public sealed record TargetResult(
    Target Target, double Simulated, double StdError, double CiLow, double CiHigh, int Replications)
{
    /// <summary>Simulated − published, in the measure's unit.</summary>
    public double Difference => Simulated - Target.Published;

    /// <summary>The simulated mean against the tolerance; its interval is not judged.</summary>
    public Verdict Verdict
    {
        get
        {
            if (Replications == 0)
                return Verdict.NotSimulated;
            if (Target.Tolerance is not { } tolerance)
                return Verdict.Shown;
            const double Rounding = 1e-12;
            return Math.Abs(Difference) <= tolerance.Around(Target.Published) + Rounding ? Verdict.Within : Verdict.Outside;
        }
    }

    /// <summary>The result of a target from the moments of its values.</summary>
    public static TargetResult Of(Target target, RunningMoments values)
    {
        double half = values.Count == 0 ? double.NaN : Moments.HalfWidth(values.StdError, values.Count);
        double mean = values.Count == 0 ? double.NaN : values.Mean;
        return new TargetResult(target, mean, values.StdError, mean - half, mean + half, values.Count);
    }
}

/// <summary>How a simulated value stands to its target.</summary>
public enum Verdict
{
    Within,
    Outside,

    /// <summary>A figure without a tolerance.</summary>
    Shown,

    /// <summary>The scenario has nobody, or nothing, of the kind.</summary>
    NotSimulated,
}
