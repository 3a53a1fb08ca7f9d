using System.Globalization;
using MatchSim.Cli.Files;
using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;
using MatchSim.Engine.Statistics;

namespace MatchSim.Cli.Reports;

/// <summary>The tables of a run: printed in the terminal and shown in the report.</summary>
internal sealed class RunTables(RunResult result, PublishedFigures published)
{
    private const string None = "–";

    private static readonly Measure[] MarketMeasures =
    [
        Measure.FillRate, Measure.FillRateAll, Measure.ProgramsUnfilled,
        Measure.CouplesBoth, Measure.CouplesOne, Measure.CouplesNeither,
        Measure.FillRateAfterSoap, Measure.FillRateAllAfterSoap, Measure.ProgramsUnfilledAfterSoap,
    ];

    private static readonly Measure[] SoapMeasures =
    [
        Measure.SoapPositionsOffered, Measure.SoapPositionsFilled, Measure.SoapFilledRound1, Measure.SoapFilledRound2,
        Measure.SoapFilledRound3, Measure.SoapFilledRound4, Measure.PositionsUnfilledAfterSoap,
    ];

    /// <summary>The applicant types of the scenario, then all.</summary>
    public IReadOnlyList<ApplicantType?> Groups { get; } =
        [.. result.Scenario.Applicants.Keys.Order().Select(type => (ApplicantType?)type), null];

    /// <summary>Simulated match rates beside the published ones.</summary>
    public Table MatchRates() => new(
        "PGY-1 match rate, % of active applicants (those who certified a rank order list)",
        [new("applicant type"), N("simulated"), N("95 % interval"), N("published"), N("year"), N("difference, points"), N("of all who applied")],
        [.. Groups.Select(MatchRate).OfType<IReadOnlyList<string>>()]);

    /// <summary>How positions and couples fared.</summary>
    public Table Market() => new(
        "The market, %",
        [new("measure"), N("simulated"), N("95 % interval"), N("published"), N("year"), N("difference, points")],
        [.. MarketMeasures.Select(MarketRow).OfType<IReadOnlyList<string>>()]);

    /// <summary>How many programs people applied to, what came of it and what it cost.</summary>
    public Table Applying() => new(
        "Applying, mean of all who applied",
        [new("applicant type"), N("programs applied to"), N("published"), N("year"), N("interviews"), N("fees, USD")],
        [.. Groups.Select(ApplyingRow).OfType<IReadOnlyList<string>>()]);

    /// <summary>Who got a position in SOAP, and which positions found somebody; empty where the scenario has no SOAP.</summary>
    public IReadOnlyList<Table> AfterSoap() => result.Baseline.Find(Measure.MatchRateAfterSoap) is null ? [] :
    [
        new(
            "After SOAP: PGY-1 position from the match or from SOAP, % of active applicants",
            [new("applicant type"), N("after SOAP"), N("95 % interval"), N("of all who applied"), N("took part in SOAP"), N("placed")],
            [.. Groups.Select(SoapPeopleRow).OfType<IReadOnlyList<string>>()]),
        new(
            "SOAP, positions",
            [new("measure"), N("simulated"), N("95 % interval"), N("published"), N("year"), N("difference")],
            [.. SoapMeasures.Select(SoapPositionRow).OfType<IReadOnlyList<string>>()]),
    ];

    /// <summary>Match rate by point of a market-wide sweep and type; <c>null</c> without one.</summary>
    public Table? Sweep() => result.Scenario.Sweep is not { Mode: not SweepMode.Individual } sweep ? null : new(
        "PGY-1 match rate, % of active applicants, ± half of the 95 % interval, by " +
            $"{string.Join("; ", sweep.Parameters.Select(parameter => parameter.Key))} (market-wide: all whom the parameter speaks of change together)",
        [new("value", sweep.Parameters.Count == 1 ? Align.Number : Align.Text), .. Groups.Select(type => N(Wording.Name(type)))],
        [.. result.MarketWide.Select(point => (IReadOnlyList<string>)
            [Values(point), .. Groups.Select(type => SweepCell(point.Find(Measure.MatchRate, type)))])]);

    /// <summary>The published figures that these tables and the charts show, with their sources.</summary>
    public Table Sources() => new(
        "Published figures shown",
        [new("figure"), new("applicants"), N("year"), N("value"), new("source"), new("status")],
        [.. Shown().Select(figure => (IReadOnlyList<string>)
            [figure.Measure, Wording.Name(figure.Type), $"{figure.Year}",
                figure.Value <= 1 ? Wording.Percent(figure.Value) + " %" : Wording.Number(figure.Value), figure.Source, figure.Status])]);

    /// <summary>The sentence to print when more than 1 % of seasons ended without a stable matching, else <c>null</c>.</summary>
    public string? Warning()
    {
        var worst = result.Points.MaxBy(point => NotStable(point))!;
        return NotStable(worst) <= 0.01
            ? null
            : $"Warning: {Wording.Percent(NotStable(worst))} % of the seasons {(worst.Point.Length == 0 ? "of the baseline" : $"at {worst.Point}")} " +
                "ended without a stable matching; the best matching found is counted.";
    }

    /// <summary>The published match rate of the reference year, or <c>null</c>.</summary>
    public PublishedFigure? PublishedRate(ApplicantType? type) => published.Find(Measure.MatchRate, type, result.Scenario.Reference);

    /// <summary>The published mean number of applications nearest to the reference year, or <c>null</c>.</summary>
    public PublishedFigure? PublishedApplications(ApplicantType? type) =>
        published.Nearest(Measure.ApplicationsMean, type, result.Scenario.Reference);

    private static double NotStable(PointSummary point) => point.Find(Measure.SeasonsNotStable)?.Estimate ?? 0;

    /// <summary>The values of a point without their long keys.</summary>
    private static string Values(PointSummary point) => point.Point.Length == 0
        ? "baseline"
        : string.Join("; ", point.Point.Split(';').Select(part => part[(part.LastIndexOf('=') + 1)..]));

    private static Column N(string header) => new(header, Align.Number);

    private IReadOnlyList<string>? MatchRate(ApplicantType? type)
    {
        if (result.Baseline.Find(Measure.MatchRate, type) is not { } row)
            return null;
        string ofAll = result.Baseline.Find(Measure.MatchRateApplicants, type) is { } all ? Wording.Percent(all.Estimate) : None;
        return [Wording.Name(type), Wording.Percent(row.Estimate), Wording.PercentInterval(row), .. Beside(PublishedRate(type), row), ofAll];
    }

    private IReadOnlyList<string>? MarketRow(Measure measure) => result.Baseline.Find(measure) is { } row
        ? [MeasureWording.Name(measure), Wording.Percent(row.Estimate), Wording.PercentInterval(row),
            .. Beside(published.Find(measure, null, result.Scenario.Reference), row)]
        : null;

    private IReadOnlyList<string>? SoapPeopleRow(ApplicantType? type) =>
        result.Baseline.Find(Measure.MatchRateAfterSoap, type) is not { } row ? null :
        [
            Wording.Name(type), Wording.Percent(row.Estimate), Wording.PercentInterval(row),
            result.Baseline.Find(Measure.MatchRateApplicantsAfterSoap, type) is { } all ? Wording.Percent(all.Estimate) : None,
            Mean(Measure.SoapApplicants, type, "#,0"), Mean(Measure.SoapPlaced, type, "#,0"),
        ];

    private IReadOnlyList<string>? SoapPositionRow(Measure measure)
    {
        if (result.Baseline.Find(measure) is not { } row)
            return null;
        var figure = published.Find(measure, null, result.Scenario.Reference);
        return
        [
            MeasureWording.Name(measure), Wording.Number(row.Estimate), $"{Wording.Number(row.CiLow)} – {Wording.Number(row.CiHigh)}",
            figure is null ? None : Wording.Number(figure.Value), figure is null ? None : $"{figure.Year}",
            figure is null ? None : Wording.Number(row.Estimate - figure.Value),
        ];
    }

    private static string[] Beside(PublishedFigure? figure, SummaryRow row) => figure is null
        ? [None, None, None]
        : [Wording.Percent(figure.Value), $"{figure.Year}", Wording.Points(row.Estimate - figure.Value)];

    private IReadOnlyList<string>? ApplyingRow(ApplicantType? type)
    {
        if (result.Baseline.Find(Measure.ApplicationsMean, type) is not { } row)
            return null;
        var figure = PublishedApplications(type);
        return
        [
            Wording.Name(type), Wording.Number(row.Estimate),
            figure is null ? None : Wording.Number(figure.Value), figure is null ? None : $"{figure.Year}",
            Mean(Measure.InterviewsMean, type, "0.0"), Mean(Measure.CostMeanUsd, type, "#,0"),
        ];
    }

    private string Mean(Measure measure, ApplicantType? type, string format) =>
        result.Baseline.Find(measure, type) is { } row ? row.Estimate.ToString(format, CultureInfo.InvariantCulture) : None;

    private static string SweepCell(SummaryRow? row) =>
        row is null ? None : $"{Wording.Percent(row.Estimate)} {Wording.HalfWidth(row)}";

    private IEnumerable<PublishedFigure> Shown() =>
    [
        .. Groups.Select(PublishedRate).OfType<PublishedFigure>(),
        .. MarketMeasures.Concat(SoapMeasures).Where(measure => result.Baseline.Find(measure) is not null)
            .Select(measure => published.Find(measure, null, result.Scenario.Reference)).OfType<PublishedFigure>(),
        .. Groups.Select(PublishedApplications).OfType<PublishedFigure>(),
    ];
}
