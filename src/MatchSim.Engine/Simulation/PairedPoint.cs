using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Statistics;

namespace MatchSim.Engine.Simulation;

/// <summary>
/// A point of which only the paired differences with the baseline are wanted: their moments are gathered in the order
/// of replications, so that the bits do not depend on who finishes first, and the seasons are forgotten.
/// </summary>
internal sealed class PairedPoint : IExperimentPoint
{
    private readonly SummarisedPoint _baseline;
    private readonly List<(Series Series, int Here, int There)> _pairs = [];   // the series and its place in both catalogues
    private readonly RunningMoments[] _moments;                              // [pair]
    private readonly Dictionary<int, double[]> _early = [];                  // replication → [pair], waiting for those before it
    private int _next;

    /// <param name="scenario">The scenario to compare, with the baseline's seed.</param>
    /// <param name="baseline">The baseline; its replications are finished before the first of these is recorded.</param>
    /// <param name="isWanted">Which series; those that one of the two scenarios lacks are left out.</param>
    public PairedPoint(Scenario scenario, SummarisedPoint baseline, Predicate<Series> isWanted)
    {
        Scenario = scenario;
        _baseline = baseline;
        var there = baseline.Series.Select((series, i) => (series, i)).ToDictionary(pair => pair.series, pair => pair.i);
        IReadOnlyList<Series> series = new SeriesCatalog(scenario).Series;
        for (int s = 0; s < series.Count; s++)
        {
            if (isWanted(series[s]) && there.TryGetValue(series[s], out int place))
                _pairs.Add((series[s], s, place));
        }

        _moments = new RunningMoments[_pairs.Count];
    }

    public Scenario Scenario { get; }

    public void Record(int replication, Season season, ReadOnlySpan<double> values)
    {
        ReadOnlySpan<double> baseline = _baseline.Values(replication);
        var differences = new double[_pairs.Count];
        for (int i = 0; i < differences.Length; i++)
            differences[i] = values[_pairs[i].Here] - baseline[_pairs[i].There];
        lock (_early)
        {
            _early.Add(replication, differences);
            while (_early.Remove(_next, out double[]? turn))
                TakeIn(turn);
        }
    }

    /// <summary>Differences in the order of the catalogue; series never defined are left out.</summary>
    public IReadOnlyList<PairedDifference> Differences() =>
        [.. _pairs.Select((pair, i) => PairedDifference.Of(pair.Series, _moments[i])).OfType<PairedDifference>()];

    private void TakeIn(double[] differences)
    {
        for (int i = 0; i < differences.Length; i++)
            _moments[i].Add(differences[i]);
        _next++;
    }
}
