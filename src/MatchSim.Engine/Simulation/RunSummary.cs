using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Statistics;

namespace MatchSim.Engine.Simulation;

/// <summary>
/// Results from stored values: the moments of every series, of a sensitivity step those of its difference to the baseline,
/// gathered in the order of replications, so that their bits do not depend on who finished first.
/// </summary>
internal sealed class RunSummary
{
    private readonly RunPlan _plan;
    private readonly RunningMoments[] _moments;     // [series]
    private readonly int[] _pair;                   // [series] the baseline's series it is compared with; None
    private int _replications;

    private const int None = -1;

    private RunSummary(RunPlan plan)
    {
        _plan = plan;
        _moments = new RunningMoments[plan.SeriesCount];
        _pair = new int[plan.SeriesCount];
        Array.Fill(_pair, None);
        PointSeries baseline = plan.Points[0].Kept[0];
        var numbers = baseline.Series.Select((series, i) => (series, Number: baseline.First + i)).ToDictionary(pair => pair.series, pair => pair.Number);
        foreach (PointSeries kept in plan.Kept.Where(kept => kept.Step is not null))
        {
            for (int i = 0; i < kept.Series.Count; i++)
                _pair[kept.First + i] = numbers[kept.Series[i]];
        }
    }

    /// <summary>Results over the first replications of a store.</summary>
    public static RunResult Of(RunPlan plan, IRunStore store, int replications)
    {
        var summary = new RunSummary(plan);
        store.Read(replications, (_, values) => summary.Take(values));
        return summary.Result();
    }

    private void Take(ReadOnlySpan<double> values)
    {
        for (int i = 0; i < _moments.Length; i++)
            _moments[i].Add(_pair[i] == None ? values[i] : values[i] - values[_pair[i]]);
        _replications++;
    }

    private RunResult Result() => new(
        _plan.Scenario with { Replications = _replications },
        [.. _plan.Kept.Where(kept => kept.Step is null).Select(kept => new PointSummary(kept.Label, kept.Mode, Rows(kept)))])
    {
        Sensitivity = _plan.Scenario.Sensitivity is null ? null : new SensitivityResult(_plan.Compared, Effects()),
    };

    private SummaryRow[] Rows(PointSeries kept) =>
        [.. kept.Series.Select((series, i) => SummaryRow.Of(series, _moments[kept.First + i])).OfType<SummaryRow>()];

    private SensitivityEffect[] Effects()
    {
        Dictionary<SensitivityStep, PointSeries> moved = _plan.Kept.Where(kept => kept.Step is not null).ToDictionary(kept => kept.Step!);
        return [.. _plan.Steps.Select(step => new SensitivityEffect(step, moved.TryGetValue(step, out PointSeries? kept) ? Differences(kept) : []))];
    }

    private PairedDifference[] Differences(PointSeries kept) =>
        [.. kept.Series.Select((series, i) => PairedDifference.Of(series, _moments[kept.First + i])).OfType<PairedDifference>()];
}
