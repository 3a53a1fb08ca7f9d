using MatchSim.Engine.Calibration;
using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;

namespace MatchSim.Cli.Reports;

/// <summary>Published and simulated over each other.</summary>
internal sealed class ValidationCharts(ValidationResult result)
{
    private const string Error = "Whiskers and bands: " + Wording.Interval;

    /// <summary>Match rate by contiguous ranks, one chart for each type and specialty that has such figures.</summary>
    public IEnumerable<Figure> RankCurves() => result.Targets
        .Where(row => row.Target.Measure == TargetMeasure.MatchRateByRanks && row.Replications > 0)
        .GroupBy(row => (row.Target.Type, row.Target.Specialty))
        .Select((curve, i) => RankCurve($"ranks-{i + 1}", [.. curve.OrderBy(row => row.Target.Ranks)]));

    /// <summary>Registered → active → matched, by type.</summary>
    public Figure Funnel()
    {
        ApplicantType[] types = [.. result.Scenario.Applicants.Keys.Order()];
        string[] labels = [.. types.Select(type => Wording.Name(type))];
        double[] Mean(Func<ApplicantType, double> of) => [.. types.Select(of)];
        double PublishedActive(ApplicantType type) => Published(TargetMeasure.Active, type);
        return new Figure("funnel", "From applying to matching", new Axis("Applicant type"), new Axis("People", "applicants") { Min = 0 })
        {
            Traces =
            [
                new BarTrace("applied", 6, labels, Mean(type => Simulated(Measure.Applicants, type))),
                new BarTrace("active, simulated", 0, labels, Mean(type => Simulated(Measure.Active, type))),
                new BarTrace("active, published", 0, labels, Mean(PublishedActive)) { Muted = true },
                new BarTrace("matched, simulated", 1, labels, Mean(type => Simulated(Measure.Active, type) * Simulated(Measure.MatchRate, type))),
                new BarTrace("matched, published", 1, labels, Mean(type => PublishedActive(type) * Published(TargetMeasure.MatchRate, type))) { Muted = true },
            ],
            Caption = "Active = certified a rank order list; matched = to a PGY-1 position. How many of each type apply is not published.",
        };
    }

    /// <summary>Mean lengths of rank order lists, by type.</summary>
    public Figure ListLengths() => new(
        "lengths", "Length of rank order lists", new Axis("Applicant type"), new Axis("Mean length", "programs") { Min = 0 })
    {
        Traces = [.. Pair("matched", 0, TargetMeasure.RankListLengthMatched), .. Pair("unmatched", 1, TargetMeasure.RankListLengthUnmatched)],
        Caption = $"Couples left out, as NRMP does. {Error}",
    };

    /// <summary>Positions filled by specialty, then who fills them, type by type.</summary>
    public IEnumerable<Figure> Specialties() =>
    [
        .. BySpecialty("specialties", "Positions filled", "Positions filled", TargetMeasure.FillRateAll, null),
        .. result.Scenario.Applicants.Keys.Order().SelectMany(type => BySpecialty(
            $"share-{NameCase.Kebab(type)}", $"Positions filled by {Wording.Name(type)}", $"Of the positions filled, by {Wording.Name(type)}", TargetMeasure.FilledShare, type)),
    ];

    private static Figure RankCurve(string id, TargetResult[] curve)
    {
        Target first = curve[0].Target;
        double[] ranks = [.. curve.Select(row => (double)row.Target.Ranks)];
        return new Figure(
            id, $"Match rate by number of ranks: {Wording.Name(first.Type)} in {first.Specialty}",
            new Axis($"Contiguous ranks in {first.Specialty}", "programs") { Min = 0 },
            new Axis("Matched to the specialty ranked first", "%") { Numbers = NumberStyle.Percent, Min = 0, Max = 1.02 })
        {
            Traces =
            [
                new LineTrace("simulated", 0, ranks, [.. curve.Select(row => row.Simulated)])
                {
                    Interval = Array.TrueForAll(curve, row => double.IsFinite(row.CiLow)) ? Ends(curve) : null,
                },
                new LineTrace($"published {first.Year} ({first.Status})", 1, ranks, [.. curve.Select(row => row.Target.Published)])
                {
                    Style = LineStyle.Dashed,
                },
            ],
            Caption = $"Of those who rank the specialty first; people with longer lists are stronger people, so this is no effect of ranking more. {Error} Published: {first.Source}.",
        };
    }

    private IEnumerable<Trace> Pair(string name, int colour, TargetMeasure measure)
    {
        TargetResult[] rows = [.. result.Targets.Where(row => row.Target.Measure == measure)];
        string[] labels = [.. rows.Select(row => Wording.Name(row.Target.Type))];
        yield return new BarTrace($"{name}, simulated", colour, labels, [.. rows.Select(row => row.Simulated)]) { Interval = Ends(rows) };
        yield return new BarTrace($"{name}, published", colour, labels, [.. rows.Select(row => row.Target.Published)]) { Muted = true };
    }

    private IEnumerable<Figure> BySpecialty(string id, string title, string axis, TargetMeasure measure, ApplicantType? type)
    {
        TargetResult[] rows =
            [.. result.Targets.Where(row => row.Target.Measure == measure && row.Target.Type == type && row.Target.Specialty is not null && row.Replications > 0)];
        if (rows.Length == 0)
            yield break;
        string[] labels = [.. rows.Select(row => row.Target.Specialty!)];
        yield return new Figure(id, title, new Axis(axis, "%") { Numbers = NumberStyle.Percent, Min = 0, Max = 1.05 }, new Axis(""))
        {
            Traces =
            [
                new BarTrace("simulated", 0, labels, [.. rows.Select(row => row.Simulated)]) { Orientation = Orientation.Horizontal, Interval = Ends(rows) },
                new BarTrace($"published {rows[0].Target.Year}", 0, labels, [.. rows.Select(row => row.Target.Published)]) { Orientation = Orientation.Horizontal, Muted = true },
            ],
            Height = 150 + (36 * rows.Length),
            Caption = $"PGY-1 and PGY-2 positions, before SOAP. {Error}",
        };
    }

    private static Interval Ends(TargetResult[] rows) => new([.. rows.Select(row => row.CiLow)], [.. rows.Select(row => row.CiHigh)]);

    private double Simulated(Measure measure, ApplicantType type) =>
        result.Summary.Find(measure, type) is { } row ? row.Estimate : double.NaN;

    private double Published(TargetMeasure measure, ApplicantType type) =>
        result.Targets.FirstOrDefault(row => row.Target.Measure == measure && row.Target.Type == type)?.Target.Published ?? double.NaN;
}
