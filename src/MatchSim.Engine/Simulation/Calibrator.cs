using MatchSim.Engine.Calibration;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Simulation;

/// <summary>
/// Refits parameters of a scenario to published figures: simulated moments, weighted by their tolerances, every point on
/// the same people and luck.
/// </summary>
public static class Calibrator
{
    /// <summary>Points simulated between two entries in the record.</summary>
    private const int Batch = 8;

    /// <summary>Most seasons a calibration runs.</summary>
    public static int MostSeasons(Scenario scenario, int parameters, int iterations) =>
        scenario.Replications * (1 + (iterations * (parameters + 4)) + (2 * parameters));

    /// <summary>Searches for better values.</summary>
    /// <param name="scenario">A scenario without problems; its sweep and sensitivity are left aside.</param>
    /// <param name="targets">The figures; those without a tolerance do not count.</param>
    /// <param name="parameters">What may change.</param>
    /// <param name="iterations">Most iterations.</param>
    /// <param name="record">Points simulated before, and where new ones go.</param>
    /// <param name="options">How to run the seasons.</param>
    /// <param name="observer">Told of seasons that are done.</param>
    /// <exception cref="OperationCanceledException">It was stopped; the record has what was finished.</exception>
    public static CalibrationResult Run(
        Scenario scenario, IReadOnlyList<Target> targets, IReadOnlyList<FitParameter> parameters, int iterations,
        ICalibrationRecord record, RunOptions options, IRunObserver? observer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(record);
        Scenario start = scenario with { Sweep = null, Sensitivity = null };
        var crew = new Crew(options, observer, cancellation);
        double[] startFigures = Figures([[.. parameters.Select(parameter => parameter.Start)]])[0];
        var misfit = new Misfit(targets, startFigures);
        IReadOnlyList<FitPoint> path = new LevenbergMarquardt(
            parameters, points => [.. Figures(points).Select(misfit.Of)]).Run(iterations);
        IReadOnlyList<double> found = path[^1].Values;
        return new CalibrationResult(
            start, FitParameters.Apply(start, parameters, found), misfit, startFigures, Figures([[.. found]])[0], path, Effects());

        IReadOnlyList<FittedParameter> Effects()
        {
            double[][] below = [.. parameters.Select((parameter, p) => LevenbergMarquardt.With(found, p, parameter.Nearest(found[p] - parameter.Step)))];
            double[][] above = [.. parameters.Select((parameter, p) => LevenbergMarquardt.With(found, p, parameter.Nearest(found[p] + parameter.Step)))];
            IReadOnlyList<double[]> figures = Figures([.. below, .. above]);
            return [.. parameters.Select((parameter, p) => new FittedParameter(
                parameter, found[p], Change(below[p][p], p, p), Change(above[p][p], p, p + parameters.Count)))];

            double? Change(double moved, int p, int point) =>
                Math.Abs(moved - found[p]) < parameters[p].Step / 2 ? null : misfit.Loss(figures[point]) - path[^1].Loss;
        }

        IReadOnlyList<double[]> Figures(IReadOnlyList<double[]> points)
        {
            foreach (double[][] batch in points.Where(point => record.Find(point) is null).Chunk(Batch))
                record.Add(Simulate(batch));
            return [.. points.Select(point => record.Find(point)!)];
        }

        (double[] Values, double[] Simulated)[] Simulate(double[][] batch)
        {
            TargetPoint?[] points = [.. batch.Select(values => PointOf(FitParameters.Apply(start, parameters, values), targets))];
            crew.Run([.. points.OfType<TargetPoint>()], start.Replications);
            return [.. batch.Zip(points, (values, point) => (values, point is null
                ? [.. targets.Select(_ => double.NaN)]
                : point.Result().Targets.Select(target => target.Simulated).ToArray()))];
        }
    }

    /// <summary><c>null</c> = values that are each in range and cannot go together.</summary>
    private static TargetPoint? PointOf(Scenario scenario, IReadOnlyList<Target> targets) =>
        ScenarioRules.OneSeason(scenario).Any() ? null : new TargetPoint(scenario, targets);
}
