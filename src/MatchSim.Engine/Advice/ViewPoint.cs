using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;

namespace MatchSim.Engine.Advice;

/// <summary>The scenario as it stands: keeps a view of every season.</summary>
internal sealed class ViewPoint(Scenario scenario) : IExperimentPoint
{
    private readonly CutoffReaders _cutoffs = new();

    public Scenario Scenario => scenario;

    /// <summary>[replication]</summary>
    public SeasonView[] Views { get; } = new SeasonView[scenario.Replications];

    public void Record(int replication, Season season, ReadOnlySpan<double> values) =>
        Views[replication] = SeasonView.Of(season, _cutoffs.Read(season), values);
}
