using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Statistics;

namespace MatchSim.Engine.Simulation;

/// <summary>What a run is asked for; the rest is the scenario.</summary>
/// <param name="Threads">Worker threads, ≥ 1. Changes the speed, never the result.</param>
public sealed record RunOptions(int Threads = 1)
{
    /// <summary>Ends the run early, once its results are that exact; <c>null</c> = all replications are run.</summary>
    public Precision? Precision { get; init; }
}

/// <summary>A finished run: the baseline first, then the points of one applicant alone, which are looked up in its seasons, then
/// those of the market-wide sweep; each in the scenario's order.</summary>
/// <param name="Scenario">The scenario that was run, with the seed and the replications that the results are of.</param>
/// <param name="Points">Summaries over replications.</param>
public sealed record RunResult(Scenario Scenario, IReadOnlyList<PointSummary> Points)
{
    /// <summary>The scenario as it stands, without a sweep.</summary>
    public PointSummary Baseline => Points[0];

    /// <summary>The baseline and the market-wide points, each with seasons of its own.</summary>
    public IReadOnlyList<PointSummary> MarketWide => [.. Points.Where(point => point.Mode != SweepMode.Individual)];

    /// <summary>The points of one applicant alone, looked up in the seasons of the baseline.</summary>
    public IReadOnlyList<PointSummary> Individual => [.. Points.Where(point => point.Mode == SweepMode.Individual)];

    /// <summary>Points that were run: the baseline, the market-wide sweep, the sensitivity steps that moved something.</summary>
    public int PointCount => MarketWide.Count + (Sensitivity?.Effects.Count(effect => effect.Step.Moves) ?? 0);

    /// <summary>What small changes of parameters do; <c>null</c> if the scenario does not ask.</summary>
    public SensitivityResult? Sensitivity { get; init; }

    /// <summary>Whether the precision asked for is reached; <c>null</c> = none was asked for.</summary>
    public bool? PrecisionReached { get; init; }
}

/// <summary>
/// Watches a run from outside; the engine itself has no clock. Methods are called from worker threads.
/// </summary>
public interface IRunObserver
{
    /// <summary>A worker starts a season.</summary>
    void SeasonStarted(int worker);

    /// <summary>A worker finished a stage of its season.</summary>
    void StageFinished(int worker, SeasonStage stage);

    /// <summary>A worker finished its season.</summary>
    void SeasonFinished(int worker);
}

/// <summary>The stages of a season, in order.</summary>
public enum SeasonStage
{
    Market,
    Applications,
    Interviews,
    Ranking,
    Match,

    /// <summary>Only where the scenario has SOAP.</summary>
    Soap,
    Outcome,
}
