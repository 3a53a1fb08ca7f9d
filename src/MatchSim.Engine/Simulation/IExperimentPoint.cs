using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Simulation;

/// <summary>One point of an experiment: a scenario whose seasons are run and measured.</summary>
internal interface IExperimentPoint
{
    Scenario Scenario { get; }

    /// <summary>Whether a season is still to be run. Called from worker threads.</summary>
    bool Wants(int replication) => true;

    /// <summary>Takes in the outcome of one season. Called from worker threads, in any order of replications.</summary>
    /// <param name="season">The season itself: a view into the worker's buffers, valid during the call.</param>
    /// <param name="values">[series] in the order of the scenario's catalogue; valid during the call.</param>
    void Record(int replication, Season season, ReadOnlySpan<double> values);
}
