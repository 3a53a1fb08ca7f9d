using MatchSim.Engine.Calibration;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Statistics;

namespace MatchSim.Engine.Simulation;

/// <summary>A scenario held against published figures.</summary>
/// <param name="Scenario">As it was run, seed and replications included.</param>
/// <param name="Summary">Its results.</param>
/// <param name="Targets">Every target with its verdict, in the order given.</param>
public sealed record ValidationResult(Scenario Scenario, PointSummary Summary, IReadOnlyList<TargetResult> Targets)
{
    /// <summary>How many targets have a verdict.</summary>
    public int Count(Verdict verdict) => Targets.Count(target => target.Verdict == verdict);
}
