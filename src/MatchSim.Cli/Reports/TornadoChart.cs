using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;
using MatchSim.Engine.Statistics;

namespace MatchSim.Cli.Reports;

/// <summary>Sensitivity as tornado charts, one for each measure and group: the largest swing on top.</summary>
internal sealed class TornadoChart(RunResult result, SensitivityResult sensitivity)
{
    /// <summary>Parameters beyond these are left to the table.</summary>
    private const int MostBars = 20;

    private readonly IReadOnlyList<Swing> swings = Swing.AllOf(sensitivity);

    /// <summary>Measures in their own order; of each, the group with the largest swing first.</summary>
    public IReadOnlyList<Figure> Figures() =>
    [
        .. sensitivity.Series
            .GroupBy(series => series.Measure)
            .SelectMany(groups => groups.OrderByDescending(series => swings.Max(swing => swing.Size(series))))
            .Select((series, i) => Draw(series, $"tornado-{i + 1}")),
    ];

    private Figure Draw(Series series, string id)
    {
        Swing[] largest = [.. swings.OrderByDescending(swing => swing.Size(series)).Take(MostBars)];
        string unit = MeasureWording.DifferenceUnit(series.Measure);
        string rest = swings.Count > largest.Length ? $" The {largest.Length} largest of {swings.Count} parameters." : "";
        return new Figure(
            id, $"What changes the {MeasureWording.Name(series.Measure)}: {Wording.Name(series.Type)}",
            new Axis($"Change of the {MeasureWording.Name(series.Measure)}", unit), new Axis(""))
        {
            Traces =
            [
                Bars("a step lower", 0, series, [.. largest.Select(swing => (swing, swing.Low))]),
                Bars("a step higher", 1, series, [.. largest.Select(swing => (swing, swing.High))]),
            ],
            ReferenceLines = Baseline(series),
            Height = 150 + (40 * largest.Length),
            Caption = $"One parameter at a time, a step of {Wording.Step(result.Scenario.Sensitivity!)} lower and higher (a number that is 0: {result.Scenario.Sensitivity!.ZeroStep}), within its allowed range; the values stand under " +
                $"its name.{rest} Whiskers: 95 % intervals of the paired difference over {result.Scenario.Replications} seasons. {Wording.Interval}",
        };
    }

    private ReferenceLine[] Baseline(Series series) => result.Baseline.Find(series.Measure, series.Type) is { } row
        ? [new ReferenceLine(Orientation.Vertical, 0, $"baseline {MeasureWording.Value(series.Measure, row.Estimate)}")]
        : [];

    private static BarTrace Bars(string name, int colour, Series series, IReadOnlyList<(Swing Swing, SensitivityEffect Effect)> bars)
    {
        double scale = MeasureWording.Scale(series.Measure);
        PairedDifference?[] rows = [.. bars.Select(bar => bar.Effect.Find(series))];
        double[] Values(Func<PairedDifference, double> of) => [.. rows.Select(row => row is null ? double.NaN : scale * of(row))];
        return new BarTrace(name, colour, [.. bars.Select(bar => Label(bar.Swing))], Values(row => row.Difference))
        {
            Orientation = Orientation.Horizontal,
            Interval = new Interval(Values(row => row.CiLow), Values(row => row.CiHigh)),
            HoverTexts = [.. bars.Select((bar, i) => Hover(bar.Effect.Step, rows[i]))],
        };
    }

    private static string Label(Swing swing) => $"{swing.Parameter}\n{swing.Values}{(swing.Unit.Length > 0 ? " " + swing.Unit : "")}";

    private static string Hover(SensitivityStep step, PairedDifference? row)
    {
        string what = $"{step.Parameter.Text} = {step.To} instead of {step.From}";
        if (row is null)
            return what;
        double scale = MeasureWording.Scale(row.Series.Measure);
        return $"{what}\n{Wording.Signed(scale * row.Difference)} {MeasureWording.DifferenceUnit(row.Series.Measure)} " +
            $"({Wording.Signed(scale * row.CiLow)} – {Wording.Signed(scale * row.CiHigh)})";
    }
}
