using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Statistics;

namespace MatchSim.Engine.Simulation;

/// <summary>A finished comparison.</summary>
/// <param name="Scenario">The baseline as it was run, seed and replications included.</param>
/// <param name="Baseline">Its results.</param>
/// <param name="Others">The scenarios compared with it, in the order given.</param>
public sealed record ComparisonResult(Scenario Scenario, PointSummary Baseline, IReadOnlyList<ScenarioDifference> Others);

/// <summary>A scenario less the baseline.</summary>
/// <param name="Scenario">As it was run: on the baseline's seed and replications.</param>
/// <param name="Differences">In the fixed order of the catalogue; series that one of the two lacks are left out.</param>
public sealed record ScenarioDifference(Scenario Scenario, IReadOnlyList<PairedDifference> Differences)
{
    /// <summary>The difference in one series, or <c>null</c>.</summary>
    public PairedDifference? Find(Measure measure, ApplicantType? type = null, string? specialty = null) =>
        Differences.FirstOrDefault(difference => difference.Series == new Series(measure, type, specialty));
}
