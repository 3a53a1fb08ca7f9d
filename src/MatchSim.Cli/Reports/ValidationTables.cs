using MatchSim.Engine.Calibration;
using MatchSim.Engine.Simulation;

namespace MatchSim.Cli.Reports;

/// <summary>Every target beside what was simulated: sources by number.</summary>
internal sealed class ValidationTables(ValidationResult result)
{
    private static readonly Column[] Columns =
    [
        new("what"), N("published"), N("year"), N("simulated"), N("95 % interval"), N("off by"), N("tolerance"), new("verdict"), N("source"),
    ];

    private readonly string[] sources = [.. result.Targets.Select(target => Source(target.Target)).Distinct()];

    /// <summary>Tables in the order of the targets; measures of one kind share one. What the scenario lacks has none.</summary>
    public IEnumerable<Table> All() => result.Targets
        .GroupBy(target => TargetWording.Section(target.Target))
        .Where(group => group.Any(target => target.Verdict != Engine.Calibration.Verdict.NotSimulated))
        .Select(group => new Table(group.Key, Columns, [.. group.Select(Row)]));

    /// <summary>What the numbers in the last column mean.</summary>
    public IReadOnlyList<string> Sources => [.. sources.Select((source, i) => $"[{i + 1}] {source}")];

    /// <summary>The whole in a sentence.</summary>
    public string Verdict()
    {
        int within = result.Count(Engine.Calibration.Verdict.Within);
        int outside = result.Count(Engine.Calibration.Verdict.Outside);
        return $"{within} of {within + outside} targets within their tolerance, {outside} outside; " +
            $"{result.Count(Engine.Calibration.Verdict.Shown)} figures shown and not judged (–)" +
            (result.Count(Engine.Calibration.Verdict.NotSimulated) is > 0 and var missing ? $", {missing} of groups that the scenario lacks (absent)." : ".");
    }

    private IReadOnlyList<string> Row(TargetResult target)
    {
        TargetMeasure measure = target.Target.Measure;
        return
        [
            TargetWording.Line(target.Target), TargetWording.Value(measure, target.Target.Published), $"{target.Target.Year}",
            TargetWording.Value(measure, target.Simulated), TargetWording.Interval(target), TargetWording.Difference(target),
            TargetWording.Tolerance(target.Target), TargetWording.Verdict(target.Verdict),
            $"[{Array.IndexOf(sources, Source(target.Target)) + 1}]",
        ];
    }

    private static string Source(Target target) => $"{target.Source} ({target.Status})";

    private static Column N(string header) => new(header, Align.Number);
}
