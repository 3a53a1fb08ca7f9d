namespace MatchSim.Engine.Calibration;

/// <summary>
/// How far simulated figures lie from published ones, each in tolerances: a miss of 1 is the edge of the tolerance. The
/// loss is the sum of squares over the targets that have a tolerance and that the scenario can be judged by.
/// </summary>
public sealed class Misfit
{
    /// <summary>What a figure counts that vanishes on the way, such as the fill of programs that are all empty now.</summary>
    private const double Vanished = 10;

    private readonly int[] _judged;     // places in the list of targets
    private readonly IReadOnlyList<Target> _targets;

    /// <param name="targets">The published figures.</param>
    /// <param name="simulated">[target] figures of the scenario as it stands; NaN = it has nothing of the kind, so it is not judged.</param>
    public Misfit(IReadOnlyList<Target> targets, IReadOnlyList<double> simulated)
    {
        _targets = targets;
        _judged = [.. Enumerable.Range(0, targets.Count).Where(t =>
            !double.IsNaN(simulated[t]) && targets[t].Tolerance is { } tolerance && tolerance.Around(targets[t].Published) > 0)];
    }

    /// <summary>Targets that count.</summary>
    public int Count => _judged.Length;

    /// <summary>[judged target] (simulated − published) / tolerance.</summary>
    /// <param name="simulated">[target]; NaN = not defined.</param>
    public double[] Of(IReadOnlyList<double> simulated) => [.. _judged.Select(t => double.IsNaN(simulated[t])
        ? Vanished
        : (simulated[t] - _targets[t].Published) / _targets[t].Tolerance!.Around(_targets[t].Published))];

    /// <summary>Sum of squared misses.</summary>
    public double Loss(IReadOnlyList<double> simulated) => Loss(Of(simulated));

    /// <summary>Targets within their tolerances.</summary>
    public int Within(IReadOnlyList<double> simulated) => Of(simulated).Count(miss => Math.Abs(miss) <= 1 + 1e-9);

    internal static double Loss(double[] misses) => misses.Sum(miss => miss * miss);
}
