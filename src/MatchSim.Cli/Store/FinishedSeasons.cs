using MatchSim.Engine.Simulation;
using Microsoft.Data.Sqlite;

namespace MatchSim.Cli.Store;

/// <summary>Which seasons a store has. Workers ask and tell at the same time, each of its own seasons.</summary>
internal sealed class FinishedSeasons
{
    private readonly bool[][] byPoint;     // [point][replication]

    private FinishedSeasons(int points, int replications) =>
        byPoint = [.. Enumerable.Range(0, points).Select(_ => new bool[replications])];

    /// <inheritdoc cref="FoundStore.Reach"/>
    public int Reach { get; private init; }

    /// <summary>What a store has at the beginning, with room for a run.</summary>
    public static FinishedSeasons In(SqliteConnection connection, RunPlan plan)
    {
        int reach = (int)(long)connection.Ask("SELECT coalesce(max(replication) + 1, 0) FROM season")!;
        var finished = new FinishedSeasons(plan.Points.Count, Math.Max(reach, plan.Scenario.Replications)) { Reach = reach };
        using var seasons = new Statement(connection, $"SELECT point, replication FROM season WHERE point < {plan.Points.Count}");
        while (seasons.Step())
            finished.byPoint[seasons.Integer(0)][seasons.Integer(1)] = true;
        return finished;
    }

    public bool Has(RunPoint point, int replication) => byPoint[point.Index][replication];

    public void Add(RunPoint point, int replication) => byPoint[point.Index][replication] = true;
}
