namespace MatchSim.Engine.Advice;

/// <summary>What an individual curve comes to.</summary>
/// <param name="Programs">The smallest number of programs within <see cref="Tolerance"/> of the best chance on the curve.</param>
/// <param name="DiminishingReturns">The last number from which ten more programs still add <see cref="Tolerance"/>; 0 = none does.</param>
/// <param name="Best">The best chance on the curve.</param>
/// <param name="NextBlockGain">What ten more than recommended add to the chance; <c>null</c> = beyond the curve.</param>
/// <param name="NextBlockCostUsd">What those ten cost, US dollars; <c>null</c> = beyond the curve.</param>
public sealed record Recommendation(
    int Programs, int DiminishingReturns, double Best, double? NextBlockGain, double? NextBlockCostUsd)
{
    /// <summary>One percentage point.</summary>
    public const double Tolerance = 0.01;

    public static Recommendation Of(IndividualCurve curve)
    {
        ArgumentNullException.ThrowIfNull(curve);
        double best = curve.Points.Max(point => point.MatchProbability.Mean);
        int programs = curve.Points.First(point => point.MatchProbability.Mean >= best - Tolerance).Programs;
        int last = curve.Points.LastOrDefault(point => curve.Marginal(point.Programs) >= Tolerance)?.Programs ?? 0;
        int next = programs + IndividualCurve.BlockSize;
        return new Recommendation(programs, last, best, curve.Marginal(programs),
            next < curve.Points.Count ? curve.Points[next].CostUsd.Mean - curve.Points[programs].CostUsd.Mean : null);
    }
}
