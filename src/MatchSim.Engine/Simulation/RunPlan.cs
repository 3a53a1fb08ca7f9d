using MatchSim.Engine.Advice;
using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Simulation;

/// <summary>
/// What a run computes: the points whose seasons are simulated, and every series that is kept of them under its number.
/// A pure function of the scenario, so that two runs of it, or two shards, number alike.
/// </summary>
public sealed class RunPlan
{
    /// <summary>Lays out a run.</summary>
    /// <param name="scenario">A scenario without problems (see <see cref="ScenarioRules"/>).</param>
    public RunPlan(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        Scenario = scenario;
        var points = new List<RunPoint>();
        IndividualSweep? individual = IndividualSweep.IfAsked(scenario);
        foreach (SweepPoint point in SweepPoints.Of(scenario))
        {
            PointSeries all = Number(point.Label, point.Mode, null, new SeriesCatalog(point.Scenario).Series);
            points.Add(points.Count > 0 || individual is null
                ? RunPoint.Of(points.Count, point.Scenario, all)
                : new RunPoint(0, point.Scenario, [all, .. individual.Points.Select((alone, p) => Number(alone.Label, SweepMode.Individual, null, individual.Series[p]))])
                {
                    Individual = individual,
                });
        }

        Steps = SensitivitySteps.Of(scenario);
        Compared = scenario.Sensitivity is { } options ? SensitivityResult.SeriesOf(scenario, options) : [];
        HashSet<Series> wanted = [.. Compared];
        foreach (SensitivityStep step in Steps.Where(step => step.Moves))
        {
            Series[] series = [.. new SeriesCatalog(step.Scenario).Series.Where(wanted.Contains)];
            points.Add(RunPoint.Of(points.Count, step.Scenario, Number(step.Label, null, step, series)));
        }

        Points = points;

        PointSeries Number(string label, SweepMode? mode, SensitivityStep? step, IReadOnlyList<Series> series)
        {
            SeriesCount += series.Count;
            return new PointSeries(label, mode, step, SeriesCount - series.Count, series);
        }
    }

    /// <summary>The scenario that is run, seed and replications included.</summary>
    public Scenario Scenario { get; }

    /// <summary>The baseline, every point of a market-wide sweep, every sensitivity step that moves something.</summary>
    public IReadOnlyList<RunPoint> Points { get; }

    /// <summary>What is kept, in the order of series numbers.</summary>
    public IEnumerable<PointSeries> Kept => Points.SelectMany(point => point.Kept);

    /// <summary>Series of all points together; their numbers go from 0 to one less.</summary>
    public int SeriesCount { get; private set; }

    /// <summary>The steps of the sensitivity, those included that cannot move their parameter.</summary>
    internal IReadOnlyList<SensitivityStep> Steps { get; }

    /// <summary>What the sensitivity compares with the baseline.</summary>
    internal IReadOnlyList<Series> Compared { get; }
}

/// <summary>A scenario whose seasons are simulated.</summary>
/// <param name="Index">0-based place in the plan.</param>
/// <param name="Scenario">It has neither sweep nor sensitivity of its own.</param>
/// <param name="Kept">What its seasons are measured by; the series' numbers follow each other without a gap.</param>
public sealed record RunPoint(int Index, Scenario Scenario, IReadOnlyList<PointSeries> Kept)
{
    /// <summary>Number of the first series.</summary>
    public int First => Kept[0].First;

    /// <summary>Values a season.</summary>
    public int SeriesCount { get; } = Kept.Sum(kept => kept.Series.Count);

    /// <summary>What is looked up in its seasons; <c>null</c> = nothing, as everywhere but at the baseline.</summary>
    internal IndividualSweep? Individual { get; init; }

    internal static RunPoint Of(int index, Scenario scenario, PointSeries kept) => new(index, scenario, [kept]);
}

/// <summary>The series kept under one label.</summary>
/// <param name="Label">Label of the sweep point or sensitivity step; empty = the baseline.</param>
/// <param name="Mode">Whose behaviour a sweep changes; <c>null</c> = the baseline, or a step.</param>
/// <param name="Step">The sensitivity step; <c>null</c> = not one.</param>
/// <param name="First">Number of the first series; the others follow.</param>
/// <param name="Series">In the order of the catalogue.</param>
public sealed record PointSeries(string Label, SweepMode? Mode, SensitivityStep? Step, int First, IReadOnlyList<Series> Series);
