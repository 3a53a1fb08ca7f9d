using MatchSim.Cli.Reports;

namespace MatchSim.Cli.Tests.Reports;

/// <summary>A page with every kind of block and trace; its numbers are invented.</summary>
internal static class SamplePage
{
    private static readonly string[] Types = ["MD seniors", "DO seniors", "US IMGs", "Non-US IMGs"];

    /// <summary>Plotly traces of <see cref="Curve"/>: four lines, their bands, three published averages.</summary>
    public const int CurveTraces = 11;

    public static Figure Curve { get; } = new(
        "curve", "Match rate against the number of programs applied to",
        new Axis("Programs applied to", "per applicant") { Min = 0, Max = 205 },
        new Axis("Match rate", "% of active applicants") { Numbers = NumberStyle.Percent, Min = 0, Max = 1.02 })
    {
        Traces =
        [
            .. Types.Select((name, i) => Line(name, i, 0.97 - (0.07 * i), 3.0 + (16 * i))),
            Published(0, 68, 0.935),
            Published(1, 92, 0.926) with { InLegend = false },
            Published(3, 139, 0.58) with { InLegend = false },
        ],
        ReferenceLines =
        [
            new ReferenceLine(Orientation.Vertical, 68, "MD average 68", 0),
            new ReferenceLine(Orientation.Vertical, 92, "DO average 92", 1),
            new ReferenceLine(Orientation.Vertical, 139, "non-US IMG average 139", 3),
        ],
        Caption = "Bands: 95 % Monte Carlo intervals over 50 replications, given the scenario. Invented numbers.",
    };

    public static Figure Bars { get; } = new(
        "bars", "Simulated and published match rates",
        new Axis("Applicant type"), new Axis("Match rate", "%") { Numbers = NumberStyle.Percent, Min = 0, Max = 1 })
    {
        Traces =
        [
            new BarTrace("Simulated", 0, [.. Types], [0.93, 0.91, 0.66, 0.59])
            {
                Interval = new Interval([0.92, 0.9, 0.64, 0.57], [0.94, 0.92, 0.68, 0.61]),
            },
            new BarTrace("Published", 1, [.. Types], [0.935, 0.926, 0.678, 0.58]) { Muted = true },
        ],
    };

    public static Figure Tornado { get; } = new(
        "tornado", "What moves the match rate of non-US IMGs",
        new Axis("Match rate", "%") { Numbers = NumberStyle.Percent },
        new Axis(""))
    {
        Bars = BarLayout.Overlaid,
        Height = 320,
        Traces =
        [
            Effect("Low value", 0, [0.5, 0.55, 0.565]),
            Effect("High value", 1, [0.67, 0.6, 0.59]),
        ],
        ReferenceLines = [new ReferenceLine(Orientation.Vertical, 0.58, "baseline 58.0%")],
    };

    public static HtmlPage Page { get; } = new("How many programs should I apply to?")
    {
        Lead = "A non-US IMG gains little beyond 110 applications: the match rate rises by less than 1 point per 10.",
        Sections =
        [
            new Section(
                "The answer",
                new KeyNumbers(
                    new KeyNumber("Recommended", "110 programs", "95 % interval 95 – 125"),
                    new KeyNumber("Match rate there", "57.9 %", "published, all: 58.0 %"),
                    new KeyNumber("Cost", "$2,310", "ERAS fees of the season")),
                new Chart(Curve),
                new Callout("The intervals are Monte Carlo error given the scenario, not the error of the model.")),
            new Section("Against the published figures", new Chart(Bars), Rates()),
            new Section(
                "Sensitivity", new Chart(Tornado),
                new Details(
                    "What was varied", new BulletList("Screening <strictness>", "Interview capacity"),
                    new Chart(Tornado with { Id = "hidden" }))),
        ],
        Footer = ["Invented numbers, for tests. Not affiliated with NRMP, AAMC, ERAS or ECFMG/Intealth."],
    };

    private static LineTrace Line(string name, int series, double top, double scale)
    {
        double[] x = [10, 25, 50, 75, 100, 150, 200];
        double[] y = [.. x.Select(k => top * k / (k + scale))];
        return new LineTrace(name, series, x, y)
        {
            Interval = new Interval([.. y.Select(v => v - 0.02)], [.. y.Select(v => v + 0.02)]),
        };
    }

    private static MarkerTrace Published(int series, double programs, double rate) =>
        new("Published average", series, [programs], [rate]);

    private static BarTrace Effect(string name, int series, double[] ends) =>
        new(name, series, ["Programs' screen on scores", "Interviews per position", "Couples"], ends)
        {
            Orientation = Orientation.Horizontal,
            Base = 0.58,
        };

    private static Table Rates() => new(
        "Match rate of active applicants",
        [
            new Column("Applicant type"), new Column("Simulated", Align.Number),
            new Column("95 % interval", Align.Number), new Column("Published", Align.Number),
        ],
        [
            ["MD seniors", "93.0 %", "92.0 – 94.0", "93.5 %"],
            ["DO seniors", "91.0 %", "90.0 – 92.0", "92.6 %"],
            ["US IMGs", "66.0 %", "64.0 – 68.0", "67.8 %"],
            ["Non-US IMGs", "59.0 %", "57.0 – 61.0", "58.0 %"],
        ]);
}
