using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;
using MatchSim.Engine.Statistics;

namespace MatchSim.Cli.Reports;

/// <summary>The market-wide sweep as charts: match rate of every applicant type against the first parameter, one chart for each
/// value of the second one.</summary>
internal sealed class SweepChart(RunResult result, RunTables tables)
{
    /// <summary>Values of a second parameter beyond these are left to the table.</summary>
    private const int MostCharts = 6;

    private readonly SweepOptions? sweep = result.Scenario.Sweep;
    private readonly IReadOnlyList<PointSummary> points = result.MarketWide;

    /// <summary>Charts in the order of the second parameter; none without a market-wide sweep.</summary>
    public IEnumerable<Figure> Figures()
    {
        if (sweep is null || points.Count == 1)
            yield break;
        var second = sweep.Parameters.Count == 2 ? sweep.Parameters[1] : null;
        for (int chart = 0; chart < Math.Min(MostCharts, second?.Values.Count ?? 1); chart++)
        {
            string at = second is null ? "" : $", {second.Key} = {second.Label(chart)}";
            yield return Draw(chart, at, [.. Line(chart, second?.Values.Count ?? 1)]);
        }
    }

    /// <summary>Whose behaviour the first parameter is about; <c>null</c> = not one applicant type.</summary>
    public ApplicantType? Subject => sweep is not null && sweep.Parameters[0].Key.Split('.') is ["applicants", var word, ..]
        ? tables.Groups.FirstOrDefault(type => type is { } known && NameCase.Kebab(known) == word)
        : null;

    /// <summary>The first parameter is a number of programs applied to.</summary>
    public bool IsAboutApplications => Subject is not null && sweep!.Parameters[0].Key.EndsWith(".applications.mean", StringComparison.Ordinal);

    /// <summary>Points of one chart, ascending in x; the baseline too, where it belongs to the same line.</summary>
    private IEnumerable<(double X, PointSummary Point)> Line(int chart, int charts)
    {
        var first = sweep!.Parameters[0];
        var line = first.Values.Select((value, i) => (X: value, Point: points[1 + (i * charts) + chart])).ToList();
        double? baseline = ParameterPath.Find(result.Scenario, first.Key, out _)!.Get(result.Scenario);
        if (charts == 1 && baseline is { } x && !first.Values.Contains(x))
            line.Add((x, result.Baseline));
        return line.OrderBy(point => point.X);
    }

    private Figure Draw(int chart, string at, IReadOnlyList<(double X, PointSummary Point)> line)
    {
        string title = IsAboutApplications
            ? $"Match rate against programs applied to by {Wording.Name(Subject)}{at}"
            : $"Match rate against {sweep!.Parameters[0].Key}{at}";
        return new Figure($"sweep-{chart + 1}", title, XAxis(), new Axis("PGY-1 match rate of active applicants", "%")
        {
            Numbers = NumberStyle.Percent, Min = 0, Max = 1,
        })
        {
            Traces = [.. tables.Groups.OfType<ApplicantType>().SelectMany(type => Traces(type, line)), .. OfAllWhoApplied(line)],
            ReferenceLines = Marker(),
            Height = 520,
            Caption = $"Market-wide: all whom the parameter speaks of change together, and positions do not multiply. Solid lines: " +
                $"simulated, {result.Scenario.Replications} seasons a point, bands = {Wording.Interval} Dashed lines: published " +
                $"match rates of {result.Scenario.Reference}. Dotted line: of all who applied, whether or not they got an interview.",
        };
    }

    private Axis XAxis()
    {
        string key = sweep!.Parameters[0].Key;
        string unit = ParameterPath.Find(result.Scenario, key, out _)!.Field.Parameter.Unit;
        return IsAboutApplications
            ? new Axis($"Programs applied to, mean of {Wording.Name(Subject)}", "programs") { Min = 0 }
            : new Axis(key, unit);
    }

    private IEnumerable<Trace> Traces(ApplicantType type, IReadOnlyList<(double X, PointSummary Point)> line)
    {
        SummaryRow?[] rows = [.. line.Select(point => point.Point.Find(Measure.MatchRate, type))];
        double[] x = [.. line.Select(point => point.X)];
        string name = Wording.Name(type);
        yield return new LineTrace(name, (int)type, x, [.. rows.Select(row => row?.Estimate ?? double.NaN)])
        {
            Interval = rows.Contains(null) ? null : new Interval([.. rows.Select(row => row!.CiLow)], [.. rows.Select(row => row!.CiHigh)]),
        };
        if (tables.PublishedRate(type) is { } published)
        {
            yield return new LineTrace($"{name}, published {published.Year}", (int)type, [x[0], x[^1]], [published.Value, published.Value])
            {
                Style = LineStyle.Dashed, LegendGroup = name, InLegend = false,
            };
        }
    }

    /// <summary>Of the type the sweep is about: fewer applications leave more of them without any interview, and those
    /// are not in the rate of active applicants.</summary>
    private IEnumerable<Trace> OfAllWhoApplied(IReadOnlyList<(double X, PointSummary Point)> line) => Subject is not { } type ? [] :
    [
        new LineTrace($"{Wording.Name(type)}, of all who applied", (int)type, [.. line.Select(point => point.X)],
            [.. line.Select(point => point.Point.Find(Measure.MatchRateApplicants, type)?.Estimate ?? double.NaN)])
        {
            Style = LineStyle.Dotted,
        },
    ];

    private ReferenceLine[] Marker()
    {
        if (!IsAboutApplications || tables.PublishedApplications(Subject) is not { } mean)
            return [];
        string whose = Subject is ApplicantType.UsImg or ApplicantType.NonUsImg ? "all IMGs, " : "";
        return [new ReferenceLine(Orientation.Vertical, mean.Value, $"published mean: {mean.Value} ({whose}{mean.Year})")];
    }
}
