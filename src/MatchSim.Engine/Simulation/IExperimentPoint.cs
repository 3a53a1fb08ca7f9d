using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Simulation;

/// <summary>One point of an experiment: a scenario whose seasons are run and measured.</summary>
internal interface IExperimentPoint
{
    Scenario Scenario { get; }

    /// <summary>Takes in the outcome of one season. Called from worker threads, in any order of replications.</summary>
    /// <param name="values">[series] in the order of the scenario's catalogue; valid during the call.</param>
    void Record(int replication, ReadOnlySpan<double> values);
}
