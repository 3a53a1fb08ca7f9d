using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Statistics;

namespace MatchSim.Engine.Simulation;

/// <summary>A point whose outcomes are kept, season by season: the baseline, or a point of the sweep.</summary>
internal sealed class SummarisedPoint(SweepPoint point) : IExperimentPoint
{
    private readonly SeriesCatalog _catalog = new(point.Scenario);
    private readonly double[][] _values = new double[point.Scenario.Replications][];     // [replication][series]

    public Scenario Scenario => point.Scenario;

    public IReadOnlyList<Series> Series => _catalog.Series;

    /// <summary>[series] values of a replication that was run.</summary>
    public ReadOnlySpan<double> Values(int replication) => _values[replication];

    public void Record(int replication, Season season, ReadOnlySpan<double> values) => _values[replication] = values.ToArray();

    public PointSummary Summarise()
    {
        var rows = new List<SummaryRow>();
        var column = new double[_values.Length];
        for (int s = 0; s < Series.Count; s++)
        {
            for (int r = 0; r < column.Length; r++)
                column[r] = _values[r][s];
            if (Moments.Summarise(Series[s], column) is { } row)
                rows.Add(row);
        }

        return new PointSummary(point.Label, point.Mode, rows);
    }
}
