namespace MatchSim.Engine.Simulation;

/// <summary>Where the outcomes of finished seasons go, and from where all results are computed.</summary>
public interface IRunStore
{
    /// <summary>Whether a season was added before. Called from worker threads.</summary>
    bool Has(RunPoint point, int replication);

    /// <summary>Takes in a finished season. Called from worker threads, in any order, once a season.</summary>
    /// <param name="values">[series of the point]; NaN = not defined in that season. Valid during the call.</param>
    void Add(RunPoint point, int replication, ReadOnlySpan<double> values);

    /// <summary>Hands back replications 0 … <paramref name="replications"/> − 1, of which every season has been added, in order.</summary>
    void Read(int replications, ReplicationReader reader);
}

/// <summary>Takes one replication of all points.</summary>
/// <param name="values">[series of the plan]; valid during the call.</param>
public delegate void ReplicationReader(int replication, ReadOnlySpan<double> values);
