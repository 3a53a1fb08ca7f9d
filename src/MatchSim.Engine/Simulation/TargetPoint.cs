using MatchSim.Engine.Calibration;
using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Statistics;

namespace MatchSim.Engine.Simulation;

/// <summary>A scenario whose seasons are held against targets.</summary>
internal sealed class TargetPoint : IExperimentPoint
{
    private readonly SummarisedPoint _summary;
    private readonly TargetMeter _meter;
    private readonly IReadOnlyList<Target> _targets;
    private readonly double[][] _values;     // [replication][target]

    public TargetPoint(Scenario scenario, IReadOnlyList<Target> targets)
    {
        Scenario = scenario;
        _summary = new SummarisedPoint(new SweepPoint("", Mode: null, scenario));
        _meter = new TargetMeter(new SeriesCatalog(scenario), targets);
        _targets = targets;
        _values = new double[scenario.Replications][];
    }

    public Scenario Scenario { get; }

    public void Record(int replication, Season season, ReadOnlySpan<double> values)
    {
        _summary.Record(replication, season, values);
        _values[replication] = _meter.Measure(season, values);
    }

    public ValidationResult Result() => new(Scenario, _summary.Summarise(), [.. _targets.Select(Result)]);

    private TargetResult Result(Target target, int index)
    {
        var moments = new RunningMoments();
        foreach (double[] season in _values)
            moments.Add(season[index]);
        return TargetResult.Of(target, moments);
    }
}
