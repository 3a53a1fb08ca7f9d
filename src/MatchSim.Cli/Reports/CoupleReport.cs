using MatchSim.Cli.Files;
using MatchSim.Engine.Advice;

namespace MatchSim.Cli.Reports;

/// <summary>A couple's advice as a page, the chart first. A pure function of the advice: no dates, no timings.</summary>
internal static class CoupleReport
{
    public static HtmlPage Page(CoupleAdvice advice)
    {
        var wording = new CoupleWording(advice);
        return new HtmlPage(wording.Question)
        {
            Lead = wording.Headline(),
            Sections =
            [
                new Section("Answer", [new Chart(Curve(advice)), new BulletList([.. wording.Answer()])]),
                new Section("In numbers", wording.Curve()),
                new Section("How to read it", new BulletList([.. CoupleWording.Limits()])),
            ],
            Footer = [AdviceReport.Synthetic(wording.Size), Wording.NotAffiliated],
        };
    }

    private static Figure Curve(CoupleAdvice advice) => new(
        "curve", "Chances of the two against programs applied to",
        new Axis("Programs each applies to", "programs") { Min = 0 },
        new Axis("PGY-1 positions", "%") { Numbers = NumberStyle.Percent, Min = 0, Max = 1 })
    {
        Traces =
        [
            .. CoupleCsv.Outcomes(advice.Points[0]).Select((outcome, series) =>
            {
                Estimate[] chances = [.. advice.Points.Select(point => CoupleCsv.Outcomes(point).ElementAt(series).Chance)];
                return new LineTrace(outcome.Name, series, [.. advice.Points.Select(point => (double)point.Programs)], [.. chances.Select(chance => chance.Mean)])
                {
                    Interval = new Interval([.. chances.Select(chance => chance.CiLow)], [.. chances.Select(chance => chance.CiHigh)]),
                };
            }),
        ],
        ReferenceLines = [new ReferenceLine(Orientation.Vertical, advice.Recommended.Programs, $"recommended: {advice.Recommended.Programs}")],
        Height = 520,
        Caption = $"{new CoupleWording(advice).Size}. Bands: {Wording.Interval}",
    };
}
