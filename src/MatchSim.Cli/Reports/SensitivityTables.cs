using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Simulation;

namespace MatchSim.Cli.Reports;

/// <summary>The tables of a sensitivity run.</summary>
/// <param name="step">How far parameters were moved, in words.</param>
internal sealed class SensitivityTables(SensitivityResult result, string step)
{
    private const int Shown = 10;

    private const string Paired = "difference to the baseline on the same people and luck, ± half of the 95 % interval";

    private readonly IReadOnlyList<Swing> swings = Swing.AllOf(result);

    /// <summary>The ten parameters that change the first measure most, each with the group it changes most.</summary>
    public Table Largest()
    {
        Measure measure = result.Series[0].Measure;
        Series[] groups = Groups(measure);
        var rows =
            from swing in swings
            let series = groups.MaxBy(swing.Size)!
            orderby swing.Size(series) descending
            select (IReadOnlyList<string>)
            [
                swing.Parameter, Wording.Name(series.Type), Cell(swing.Low, series), Cell(swing.High, series),
            ];
        return new Table(
            $"What changes the {MeasureWording.Name(measure)} most, {MeasureWording.DifferenceUnit(measure)}, a step of " +
                $"{step} each: {Paired}",
            [new("parameter"), new("applicants"), N("a step lower"), N("a step higher")],
            [.. rows.Take(Shown)]);
    }

    /// <summary>Every step, one table a measure.</summary>
    public IEnumerable<Table> Every() => result.Series.Select(series => series.Measure).Distinct().Select(Every);

    private Table Every(Measure measure)
    {
        Series[] groups = Groups(measure);
        return new Table(
            $"{MeasureWording.Name(measure)}, {MeasureWording.DifferenceUnit(measure)}: {Paired}",
            [new("parameter"), N("baseline"), N("value"), .. groups.Select(series => N(Wording.Name(series.Type)))],
            [
                .. result.Effects.Select(effect => (IReadOnlyList<string>)
                [
                    effect.Step.Parameter.Text, $"{effect.Step.From}", Swing.End(effect.Step),
                    .. groups.Select(series => Cell(effect, series)),
                ]),
            ]);
    }

    private Series[] Groups(Measure measure) => [.. result.Series.Where(series => series.Measure == measure)];

    private static string Cell(SensitivityEffect effect, Series series) =>
        effect.Find(series) is { } difference ? Wording.Difference(difference) : "–";

    private static Column N(string header) => new(header, Align.Number);
}
