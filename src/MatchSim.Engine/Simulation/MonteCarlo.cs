using MatchSim.Engine.Calibration;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Simulation;

/// <summary>
/// Many seasons of a scenario, its sweep points and its sensitivity steps, or of a scenario and others, or published
/// figures, to compare it with. The same replication at two points sees the same people (common random numbers).
/// </summary>
public static class MonteCarlo
{
    /// <summary>Runs the baseline, every sweep point and every sensitivity step, and keeps the seasons in memory.</summary>
    /// <param name="scenario">A scenario without problems (see <see cref="ScenarioRules"/>).</param>
    /// <inheritdoc cref="Run(RunPlan, IRunStore, RunOptions, IRunObserver?, CancellationToken)"/>
    public static RunResult Run(
        Scenario scenario, RunOptions options, IRunObserver? observer, CancellationToken cancellation)
    {
        var plan = new RunPlan(scenario);
        return Run(plan, new MemoryStore(plan, scenario.Replications), options, observer, cancellation);
    }

    /// <summary>Runs the seasons that a store lacks, and computes the results of all of them from it.</summary>
    /// <param name="plan">The run.</param>
    /// <param name="store">Has the seasons that were finished before, and takes those that follow.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="observer">Told of progress, from worker threads.</param>
    /// <param name="cancellation">Stops the run between two seasons.</param>
    /// <exception cref="OperationCanceledException">The run was stopped; the store has what was finished.</exception>
    public static RunResult Run(
        RunPlan plan, IRunStore store, RunOptions options, IRunObserver? observer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(options);
        int most = plan.Scenario.Replications;
        foreach (int replications in options.Precision is null ? [most] : Precision.Looks(most))
        {
            Simulate(plan, store, Shard.Whole, replications, options, observer, cancellation);
            RunResult result = Summarise(plan, store, replications);
            bool? reached = options.Precision?.IsReached(result);
            if (replications == most || reached == true)
                return result with { PrecisionReached = reached };
        }

        throw new InvalidOperationException("The last look is at all replications.");
    }

    /// <summary>Runs the seasons of a shard that a store lacks, without any results: those need all shards.</summary>
    /// <param name="shard">The share of the replications.</param>
    /// <inheritdoc cref="Run(RunPlan, IRunStore, RunOptions, IRunObserver?, CancellationToken)"/>
    public static void RunShard(
        RunPlan plan, IRunStore store, Shard shard, RunOptions options, IRunObserver? observer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(options);
        Simulate(plan, store, shard, plan.Scenario.Replications, options, observer, cancellation);
    }

    /// <summary>Results of the first replications in a store, which has them all.</summary>
    /// <param name="plan">The run.</param>
    /// <param name="replications">How many; 2 or more for intervals.</param>
    public static RunResult Summarise(RunPlan plan, IRunStore store, int replications)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(store);
        return RunSummary.Of(plan, store, replications);
    }

    /// <summary>Runs a baseline and other scenarios on its seed and its number of replications, and pairs them.</summary>
    /// <param name="baseline">What the others are compared with; its sweep and sensitivity are left aside, as are theirs.</param>
    /// <param name="others">The scenarios to compare.</param>
    /// <inheritdoc cref="Run(RunPlan, IRunStore, RunOptions, IRunObserver?, CancellationToken)"/>
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
    /// <inheritdoc cref="Run(RunPlan, IRunStore, RunOptions, IRunObserver?, CancellationToken)"/>
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

    private static void Simulate(
        RunPlan plan, IRunStore store, Shard shard, int replications, RunOptions options, IRunObserver? observer, CancellationToken cancellation)
    {
        StoredPoint[] points = [.. plan.Points.Select(point => new StoredPoint(point, store, shard))];
        new Crew(options, observer, cancellation).Run(points, replications);
    }
}
