using MatchSim.Engine.Advice;
using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Statistics;

namespace MatchSim.Engine.Simulation;

/// <summary>The scenario as it stands, with the individual mode of its sweep looked up in its seasons.</summary>
internal sealed class BaselinePoint(Scenario scenario, SweepPoint point) : IExperimentPoint
{
    private readonly IndividualSweep? _individual = IndividualSweep.IfAsked(scenario);
    private readonly double[][][] _alone = new double[scenario.Replications][][];     // [replication][point][series]

    /// <summary>How everybody fared.</summary>
    public SummarisedPoint Everybody { get; } = new(point);

    public Scenario Scenario => Everybody.Scenario;

    public void Record(int replication, Season season, ReadOnlySpan<double> values)
    {
        Everybody.Record(replication, season, values);
        if (_individual is { } sweep)
            _alone[replication] = sweep.LookUp(replication, season);
    }

    /// <summary>The points of the individual mode, in the order of the sweep; none without it.</summary>
    public IEnumerable<PointSummary> Individual() => _individual is not { } sweep
        ? []
        : sweep.Points.Select((point, p) => new PointSummary(
            point.Label, SweepMode.Individual, SummarisedPoint.Rows(sweep.Series[p], [.. _alone.Select(season => season[p])])));
}
