namespace MatchSim.Engine.Simulation;

/// <summary>Keeps a run in memory, for those who want the results and no file.</summary>
/// <param name="plan">The run.</param>
/// <param name="replications">Replications there is room for.</param>
public sealed class MemoryStore(RunPlan plan, int replications) : IRunStore
{
    private readonly double[]?[][] _seasons = [.. plan.Points.Select(_ => new double[]?[replications])];     // [point][replication][series]

    public bool Has(RunPoint point, int replication) => Season(point, replication) is not null;

    public void Add(RunPoint point, int replication, ReadOnlySpan<double> values) => Season(point, replication) = values.ToArray();

    public void Read(int replications, ReplicationReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var row = new double[plan.SeriesCount];
        for (int r = 0; r < replications; r++)
        {
            foreach (RunPoint point in plan.Points)
                Season(point, r)!.CopyTo(row, point.First);
            reader(r, row);
        }
    }

    private ref double[]? Season(RunPoint point, int replication) => ref _seasons[point.Index][replication];
}
