using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Simulation;

/// <summary>A point whose seasons go to a store and are forgotten.</summary>
internal sealed class StoredPoint : IExperimentPoint
{
    private readonly RunPoint _point;
    private readonly IRunStore _store;
    private readonly Shard _shard;
    private readonly int[]? _columns;     // [series of the point] place in the catalogue; null = all of the catalogue

    public StoredPoint(RunPoint point, IRunStore store, Shard shard)
    {
        _point = point;
        _store = store;
        _shard = shard;
        IReadOnlyList<Series> catalog = new SeriesCatalog(point.Scenario).Series;
        if (point.Kept[0].Series.Count == catalog.Count)
            return;
        HashSet<Series> kept = [.. point.Kept.SelectMany(kept => kept.Series)];
        _columns = [.. Enumerable.Range(0, catalog.Count).Where(column => kept.Contains(catalog[column]))];
    }

    public Scenario Scenario => _point.Scenario;

    public bool Wants(int replication) => _shard.Has(replication) && !_store.Has(_point, replication);

    public void Record(int replication, Season season, ReadOnlySpan<double> values)
    {
        if (_point.Individual is { } sweep)
        {
            double[] all = [.. values, .. sweep.LookUp(replication, season)];
            _store.Add(_point, replication, all);
            return;
        }

        if (_columns is null)
        {
            _store.Add(_point, replication, values);
            return;
        }

        Span<double> kept = stackalloc double[_columns.Length];
        for (int i = 0; i < kept.Length; i++)
            kept[i] = values[_columns[i]];
        _store.Add(_point, replication, kept);
    }
}
