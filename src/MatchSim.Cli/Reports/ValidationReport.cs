using MatchSim.Engine.Calibration;
using MatchSim.Engine.Simulation;

namespace MatchSim.Cli.Reports;

/// <summary>The report of a validation as a page. A pure function of the result.</summary>
internal static class ValidationReport
{
    public static HtmlPage Page(ValidationResult result)
    {
        var tables = new ValidationTables(result);
        var charts = new ValidationCharts(result);
        var scenario = result.Scenario;
        return new HtmlPage($"{scenario.Name} against published figures")
        {
            Lead = tables.Verdict(),
            Sections =
            [
                new Section("Curves over each other", [.. Charts([.. charts.RankCurves(), charts.Funnel(), charts.ListLengths()])]),
                .. charts.Specialties().ToArray() is { Length: > 0 } specialties ? [new Section("Specialties", [.. Charts(specialties)])] : Array.Empty<Section>(),
                .. Outside(result),
                new Section("Every figure", [.. tables.All(), new BulletList(tables.Sources)]),
                new Section("How to read it", HowToRead()),
            ],
            Footer =
            [
                $"Scenario {scenario.Name}: {scenario.Replications} seasons, seed {scenario.Seed}, published figures of {scenario.Reference} " +
                    "or, where not published every year, of the nearest year. All programs and people are synthetic.",
                Wording.NotAffiliated,
            ],
        };
    }

    private static IEnumerable<Block> Charts(IEnumerable<Figure> figures) => figures.Select(figure => new Chart(figure));

    /// <summary>What misses, before the long tables.</summary>
    private static IEnumerable<Section> Outside(ValidationResult result)
    {
        string[] outside =
        [
            .. result.Targets.Where(row => row.Verdict == Verdict.Outside).Select(row =>
                $"{TargetWording.Caption(row.Target.Measure)}, {TargetWording.Group(row.Target)}: {TargetWording.Value(row.Target.Measure, row.Simulated)} " +
                $"instead of {TargetWording.Value(row.Target.Measure, row.Target.Published)} ({TargetWording.Difference(row)}, tolerance {TargetWording.Tolerance(row.Target)})"),
        ];
        if (outside.Length > 0)
            yield return new Section("Outside tolerance", new BulletList(outside));
    }

    private static BulletList HowToRead() => new(
        "A verdict compares the simulated mean with the published figure; the tolerance is about the model, the interval about chance. " +
            Wording.Interval,
        "Targets of the scenario's own year were used to set its parameters, so that meeting them proves little. What proves something " +
            "is another year: change the counts of applicants and positions and the reference, and nothing else.",
        "Surveys and derived figures disagree with counts by more than chance; where they do, the counts win. Their status stands beside the source.",
        "Figures not judged stand there for comparison only.");
}
