using MatchSim.Cli.Files;
using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;
using MatchSim.Engine.Statistics;

namespace MatchSim.Cli.Reports;

/// <summary>The report of a run as a page. A pure function of the result: no dates, no timings.</summary>
internal sealed class RunReport(RunResult result, PublishedFigures published)
{
    private readonly RunTables tables = new(result, published);
    private readonly ArmsRace alone = new(result);

    public HtmlPage Page()
    {
        var scenario = result.Scenario;
        return new HtmlPage(scenario.Report.Title.Length > 0 ? scenario.Report.Title : scenario.Question)
        {
            Lead = Lead(),
            Sections =
            [
                new Section("Answer", [.. Warnings(), Headline(), .. Curves().Select(figure => new Chart(figure))]),
                new Section("Simulated beside published", [new Chart(Rates()), tables.MatchRates(), tables.Market(), .. tables.AfterSoap(), tables.Applying()]),
                new Section("Specialties", new Chart(Specialties())),
                .. Points() is { Length: > 0 } points ? [new Section("Every point of the sweep", points)] : Array.Empty<Section>(),
                .. result.Sensitivity is { } sensitivity ? [SensitivitySection.Of(result, sensitivity)] : Array.Empty<Section>(),
                new Section("How to read it", HowToRead()),
                new Section("Assumptions and sources", Assumptions(), tables.Sources()),
            ],
            Footer =
            [
                $"Scenario {scenario.Name}: {Wording.Size(result)}, seed {scenario.Seed}. " +
                    "All programs and people are synthetic; published figures are aggregates, shown with their sources.",
                Wording.NotAffiliated,
            ],
        };
    }

    private IEnumerable<Figure> Curves() => [.. new SweepChart(result, tables).Figures(), .. alone.Figures()];

    private Block[] Points() => [.. tables.Sweep() is { } sweep ? [sweep] : Array.Empty<Block>(), .. alone.Tables()];

    /// <summary>The answer in a sentence or two.</summary>
    private string Lead() => result.MarketWide.Count == 1 && result.Individual.Count > 0
        ? alone.Sentence()
        : $"{MarketWide()} {alone.Sentence()}".TrimEnd();

    private string MarketWide()
    {
        var chart = new SweepChart(result, tables);
        if (!chart.IsAboutApplications || result.Scenario.Sweep!.Parameters.Count != 1)
            return $"Simulated on {result.Scenario.Replications} seasons of a synthetic market.";
        var parameter = result.Scenario.Sweep.Parameters[0];
        int least = parameter.Values.ToList().IndexOf(parameter.Values.Min());
        int most = parameter.Values.ToList().IndexOf(parameter.Values.Max());
        return result.Points[1 + least].Find(Measure.MatchRate, chart.Subject) is { } low
            && result.Points[1 + most].Find(Measure.MatchRate, chart.Subject) is { } high
            ? $"When all {Wording.Name(chart.Subject)} apply to {parameter.Label(least)} programs on average, {Wording.Percent(low.Estimate)} % of the active " +
                $"ones match; with {parameter.Label(most)} programs, {Wording.Percent(high.Estimate)} %. Everybody changes: this is not one applicant's chance."
            : "";
    }

    private IEnumerable<Block> Warnings() => tables.Warning() is { } warning ? [new Callout(warning)] : [];

    private KeyNumbers Headline() => new([.. tables.Groups
        .Select(type => (Type: type, Row: result.Baseline.Find(Measure.MatchRate, type)))
        .Where(group => group.Row is not null)
        .Select(group => new KeyNumber(
            Wording.Name(group.Type),
            Wording.Percent(group.Row!.Estimate) + " %",
            Wording.PercentInterval(group.Row) + (tables.PublishedRate(group.Type) is { } figure
                ? $"; published {Wording.Percent(figure.Value)} % ({figure.Year})" : "")))]);

    private Figure Rates()
    {
        ApplicantType?[] groups = [.. tables.Groups.Where(type => result.Baseline.Find(Measure.MatchRate, type) is not null)];
        SummaryRow[] rows = [.. groups.Select(type => result.Baseline.Find(Measure.MatchRate, type)!)];
        string[] labels = [.. groups.Select(Wording.Name)];
        return new Figure("rates", "Simulated and published match rates", new Axis("Applicant type"),
            new Axis("PGY-1 match rate of active applicants", "%") { Numbers = NumberStyle.Percent, Min = 0, Max = 1.05 })
        {
            Traces =
            [
                new BarTrace("simulated", 0, labels, [.. rows.Select(row => row.Estimate)]) { Interval = Ends(rows) },
                new BarTrace($"published {result.Scenario.Reference}", 0, labels,
                    [.. groups.Select(type => tables.PublishedRate(type)?.Value ?? double.NaN)]) { Muted = true },
            ],
            Caption = $"The scenario as it stands (baseline). {Wording.Interval}",
        };
    }

    private Figure Specialties()
    {
        SummaryRow[] rows = [.. result.Baseline.Rows
            .Where(row => row.Series is { Measure: Measure.FillRateAll, Type: null, Specialty: not null })
            .OrderByDescending(row => row.Estimate).ThenBy(row => row.Series.Specialty, StringComparer.Ordinal)];
        return new Figure("specialties", "Positions filled, by specialty of the program",
            new Axis("Positions filled", "%") { Numbers = NumberStyle.Percent, Min = 0, Max = 1.05 }, new Axis(""))
        {
            Traces =
            [
                new BarTrace("positions filled", 0, [.. rows.Select(row => row.Series.Specialty!)], [.. rows.Select(row => row.Estimate)])
                {
                    Orientation = Orientation.Horizontal, Interval = Ends(rows),
                },
            ],
            Height = 140 + (24 * rows.Length),
            Caption = $"All tracks of the specialty, before SOAP. {Wording.Interval}",
        };
    }

    private static Interval Ends(SummaryRow[] rows) => new([.. rows.Select(row => row.CiLow)], [.. rows.Select(row => row.CiHigh)]);

    private BulletList HowToRead() => new(
        "Match rate of active applicants is NRMP's figure: matched to a PGY-1 position (categorical, preliminary or supplemental), " +
            "of those who certified a rank order list. Whoever applies and gets no interview certifies none and is not counted in it.",
        "The rate of all who applied counts them too. It is lower, and closer to what somebody who is about to apply needs.",
        "A market-wide sweep changes everybody whom the parameter speaks of. Positions do not multiply, so the curve stays nearly flat " +
            "although each applicant alone would gain: it does not say what one applicant gains by applying to more programs. The individual " +
            "mode of a sweep, and matchsim advise, say that.",
        Wording.Interval + " They are t intervals over independent seasons. Whether the model is right is another question: compare " +
            "simulated with published, and see the assumptions.",
        tables.AfterSoap().Count == 0 ? "All figures are before SOAP." : "Figures are before SOAP unless they say after SOAP.");

    /// <summary>Every parameter whose value has no published source of its own.</summary>
    private Details Assumptions()
    {
        IReadOnlyList<string>[] rows = [.. ScenarioSchema.Leaves(result.Scenario with { Sweep = null, Sensitivity = null })
            .Where(leaf => leaf.Field.Parameter.Source == "assumption")
            .Select(leaf => (IReadOnlyList<string>)
                [leaf.Path, leaf.Value is Enum choice ? NameCase.Kebab(choice.ToString()) : $"{leaf.Value}", leaf.Field.Parameter.Unit, leaf.Field.Parameter.Meaning])];
        return new Details(
            $"{rows.Length} parameters are assumptions, unless the scenario file cites a source beside the value",
            new Table("Assumptions", [new("parameter"), new("value", Align.Number), new("unit"), new("meaning")], rows));
    }
}
