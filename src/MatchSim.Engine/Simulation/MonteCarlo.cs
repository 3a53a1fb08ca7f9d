using MatchSim.Engine.Calibration;
using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Simulation;

/// <summary>
/// Many seasons of a scenario, its sweep points and its sensitivity steps, or of a scenario and others, or published
/// figures, to compare it with. The same replication at two points sees the same people (common random numbers).
/// </summary>
public static class MonteCarlo
{
    /// <summary>Points with seasons of their own: the baseline, every point of a market-wide sweep, every sensitivity step
    /// that moves something.</summary>
    public static int PointCount(Scenario scenario) =>
        SweepPoints.Of(scenario).Count + SensitivitySteps.Of(scenario).Count(step => step.Moves);

    /// <summary>Runs the baseline, every sweep point and every sensitivity step.</summary>
    /// <param name="scenario">A scenario without problems (see <see cref="ScenarioRules"/>).</param>
    /// <param name="options">How to run it.</param>
    /// <param name="observer">Told of progress, from worker threads.</param>
    /// <param name="cancellation">Stops the run between two seasons.</param>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static RunResult Run(
        Scenario scenario, RunOptions options, IRunObserver? observer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(options);
        var crew = new Crew(options, observer, cancellation);
        IReadOnlyList<SweepPoint> sweep = SweepPoints.Of(scenario);
        var baseline = new BaselinePoint(scenario, sweep[0]);
        SummarisedPoint[] points = [.. sweep.Skip(1).Select(point => new SummarisedPoint(point))];
        crew.Run([baseline, .. points], scenario.Replications);
        return new RunResult(
            scenario, [baseline.Everybody.Summarise(), .. points.Select(point => point.Summarise()), .. baseline.Individual()])
        {
            Sensitivity = Sensitivity(scenario, baseline.Everybody, crew),
        };
    }

    /// <summary>Runs a baseline and other scenarios on its seed and its number of replications, and pairs them.</summary>
    /// <param name="baseline">What the others are compared with; its sweep and sensitivity are left aside, as are theirs.</param>
    /// <param name="others">The scenarios to compare.</param>
    /// <inheritdoc cref="Run"/>
    public static ComparisonResult Compare(
        Scenario baseline, IReadOnlyList<Scenario> others, RunOptions options, IRunObserver? observer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(others);
        ArgumentNullException.ThrowIfNull(options);
        var crew = new Crew(options, observer, cancellation);
        var first = new SummarisedPoint(new SweepPoint("", Mode: null, Alone(baseline)));
        crew.Run([first], baseline.Replications);
        PairedPoint[] points = [.. others.Select(other => new PairedPoint(
            Alone(other) with { Seed = baseline.Seed, Replications = baseline.Replications }, first, _ => true))];
        crew.Run(points, baseline.Replications);
        return new ComparisonResult(
            first.Scenario, first.Summarise(), [.. points.Select(point => new ScenarioDifference(point.Scenario, point.Differences()))]);
    }

    /// <summary>Runs a scenario and holds its seasons against published figures.</summary>
    /// <param name="scenario">A scenario without problems; its sweep and sensitivity are left aside.</param>
    /// <param name="targets">The figures.</param>
    /// <inheritdoc cref="Run"/>
    public static ValidationResult Validate(
        Scenario scenario, IReadOnlyList<Target> targets, RunOptions options, IRunObserver? observer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(options);
        var point = new TargetPoint(Alone(scenario), targets);
        new Crew(options, observer, cancellation).Run([point], scenario.Replications);
        return point.Result();
    }

    private static Scenario Alone(Scenario scenario) => scenario with { Sweep = null, Sensitivity = null };

    private static SensitivityResult? Sensitivity(Scenario scenario, SummarisedPoint baseline, Crew crew)
    {
        if (scenario.Sensitivity is not { } options)
            return null;
        IReadOnlyList<Series> series = SensitivityResult.SeriesOf(scenario, options);
        HashSet<Series> wanted = [.. series];
        (SensitivityStep Step, PairedPoint? Point)[] steps =
        [
            .. SensitivitySteps.Of(scenario).Select(step =>
                (step, step.Moves ? new PairedPoint(step.Scenario, baseline, wanted.Contains) : null)),
        ];
        crew.Run([.. steps.Select(step => step.Point).OfType<PairedPoint>()], scenario.Replications);
        return new SensitivityResult(
            series, [.. steps.Select(step => new SensitivityEffect(step.Step, step.Point?.Differences() ?? []))]);
    }
}
