using MatchSim.Cli.Files;
using MatchSim.Engine.Advice;

namespace MatchSim.Cli.Reports;

/// <summary>Advice as a page, the chart first. A pure function of the result: no dates, no timings.</summary>
internal static class AdviceReport
{
    private const int Individual = 0;
    private const int MarketWide = 3;

    public static HtmlPage Page(AdviceResult result)
    {
        var wording = new AdviceWording(result);
        return new HtmlPage(wording.Question)
        {
            Lead = wording.Headline(),
            Sections =
            [
                new Section("Answer", [new Chart(Curve(result)), new BulletList([.. wording.Answer()])]),
                new Section("In numbers", [.. AdviceTables.All(result)]),
                new Section("How to read it", new BulletList([.. wording.Limits(),
                    "The individual curve asks what you gain if you alone apply to more programs. The market-wide line asks what happens if " +
                    "everybody of your type does: what one gains, another loses. The gap between them is the arms race."])),
            ],
            Footer =
            [
                Synthetic(wording.Size),
                Wording.NotAffiliated,
            ],
        };
    }

    /// <summary>What every page of advice says of itself.</summary>
    public static string Synthetic(string size) =>
        $"Scenario {size}. Its parameters without a published source are assumptions, marked so in the scenario file. " +
        "All programs and people are synthetic: this is not a forecast for any real person.";

    private static Figure Curve(AdviceResult result)
    {
        IReadOnlyList<CurvePoint> points = result.Curve.Points;
        MarketWidePoint[] everybody = [.. CurveCsv.MarketWidePoints(result)];
        double[] x = [.. everybody.Select(point => point.Programs)];
        double[] y = [.. everybody.Select(point => point.MatchRate.Mean)];
        var ends = new Interval([.. everybody.Select(point => point.MatchRate.CiLow)], [.. everybody.Select(point => point.MatchRate.CiHigh)]);
        string together = $"everybody: all {Wording.Name(result.Profile.Type)} who prefer {result.Profile.Specialty}";
        return new Figure("curve", "Chance of matching against programs applied to",
            new Axis("Programs applied to", "programs") { Min = 0 },
            new Axis("PGY-1 position, of all who apply", "%") { Numbers = NumberStyle.Percent, Min = 0, Max = 1 })
        {
            Traces =
            [
                new LineTrace("you alone", Individual, [.. points.Select(point => (double)point.Programs)],
                    [.. points.Select(point => point.MatchProbability.Mean)])
                {
                    Interval = new Interval([.. points.Select(point => point.MatchProbability.CiLow)], [.. points.Select(point => point.MatchProbability.CiHigh)]),
                },
                .. everybody.Length switch
                {
                    0 => Array.Empty<Trace>(),
                    1 => [new MarkerTrace($"{together}, today", MarketWide, x, y) { Interval = ends }],
                    _ => [new LineTrace(together, MarketWide, x, y) { Interval = ends, Style = LineStyle.Dashed }],
                },
            ],
            ReferenceLines = [new ReferenceLine(Orientation.Vertical, result.Recommendation.Programs, $"recommended: {result.Recommendation.Programs}")],
            Height = 520,
            Caption = $"{new AdviceWording(result).Size}. Bands: {Wording.Interval}",
        };
    }
}
