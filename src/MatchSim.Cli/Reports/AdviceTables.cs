using MatchSim.Engine.Advice;

namespace MatchSim.Cli.Reports;

/// <summary>The tables of advice: printed in the terminal and shown in the report.</summary>
internal static class AdviceTables
{
    private static readonly int[] Shown = [0, 5, 10, 15, 20, 30, 40, 60, 80, 100, 150, 200, 300, 400, 600, 800, 1000, 1500, 2000];

    public static IEnumerable<Table> All(AdviceResult result) =>
        [Curve(result), .. Where(result), .. result.MarketWide.Count > 0 ? [MarketWide(result)] : Array.Empty<Table>(), .. Mix(result), .. Alternatives(result)];

    private static Table Curve(AdviceResult result) => new(
        "Your chance if you alone change: PGY-1 position, %; behind ±, half of the 95 % interval",
        [N("programs"), N("chance"), N("95 % interval"), N("ten more add, points"), N("interviews"), N("programs ranked"), N("fees, USD")],
        [.. result.Curve.Points
            .Where(point => Shown.Contains(point.Programs) || point.Programs == result.Recommendation.Programs || point.Programs == result.Curve.Points.Count - 1)
            .Select(point => (IReadOnlyList<string>)
            [
                $"{point.Programs}{(point.Programs == result.Recommendation.Programs ? " *" : "")}", Wording.Percent(point.MatchProbability.Mean),
                Interval(point.MatchProbability), result.Curve.Marginal(point.Programs) is { } gain ? Wording.Points(gain) : "–",
                WithHalfWidth(point.Interviews, "0.00"), WithHalfWidth(point.Ranks, "0.00"), WithHalfWidth(point.CostUsd, "#,0"),
            ])]);

    /// <summary>Chances by specialty at the recommended number; none where there is only one.</summary>
    private static IEnumerable<Table> Where(AdviceResult result)
    {
        CurvePoint chosen = result.Curve.Points[result.Recommendation.Programs];
        if (result.Profile.SecondSpecialty is null && chosen.InPreliminary.Mean == 0)
            yield break;
        IReadOnlyList<string>[] rows =
        [
            [result.Profile.Specialty, Wording.Percent(chosen.InPreferred.Mean), Interval(chosen.InPreferred)],
            .. result.Profile.SecondSpecialty is { } second
                ? [[second, Wording.Percent(chosen.InSecond.Mean), Interval(chosen.InSecond)]] : Array.Empty<IReadOnlyList<string>>(),
            .. chosen.InPreliminary.Mean > 0
                ? [["a preliminary year beside it", Wording.Percent(chosen.InPreliminary.Mean), Interval(chosen.InPreliminary)]]
                : Array.Empty<IReadOnlyList<string>>(),
        ];
        yield return new Table(
            $"Where, at {chosen.Programs} programs: chance of a PGY-1 position by specialty, %",
            [new("specialty"), N("chance"), N("95 % interval")], rows);
    }

    /// <summary>A mean and half of its 95 % interval.</summary>
    private static string WithHalfWidth(Estimate estimate, string format) => estimate.HalfWidth > 0
        ? $"{estimate.Mean.ToString(format)} ±{estimate.HalfWidth.ToString(format)}"
        : estimate.Mean.ToString(format);

    private static Table MarketWide(AdviceResult result) => new(
        $"Everybody's chance if all {Wording.Name(result.Profile.Type)} change together: those who prefer {result.Profile.Specialty}, %",
        [N("programs, mean"), N("match rate of all who applied"), N("95 % interval"), N("interviews"), N("fees, USD")],
        [.. Files.CurveCsv.MarketWidePoints(result).Select(point => (IReadOnlyList<string>)
            [$"{point.Programs:0.#}", Wording.Percent(point.MatchRate.Mean), Interval(point.MatchRate), $"{point.Interviews:0.0}", $"{point.CostUsd:#,0}"])]);

    private static IEnumerable<Table> Alternatives(AdviceResult result) => result.Alternatives.Count == 0 ? [] :
    [
        new Table(
            $"What else would change your chance, at {result.Recommendation.Programs} programs (paired, same draws)",
            [new("change"), N("points"), N("95 % interval")],
            [.. result.Alternatives.Select(other => (IReadOnlyList<string>)
                [AdviceWording.Change(result.Profile, other.Profile), Wording.Points(other.Gain.Mean),
                    $"{Wording.Points(other.Gain.CiLow)} to {Wording.Points(other.Gain.CiHigh)}"])]),
    ];

    private static IEnumerable<Table> Mix(AdviceResult result) => result.Mix is not { } mix ? [] :
    [
        new Table(
            $"Reach, target and safe programs, of {mix.Programs}, mean number",
            [new("how they are divided"), N("reach"), N("target"), N("safe"), N("change of the chance, points"), N("95 % interval")],
            [
                [.. Row("as your strategy does", mix.Habit), "–", "–"],
                [.. Row("the best of 15 ways", mix.Sent), Wording.Points(mix.Gain.Mean), $"{Wording.Points(mix.Gain.CiLow)} to {Wording.Points(mix.Gain.CiHigh)}"],
            ]),
    ];

    private static string[] Row(string name, ClassCounts counts) => [name, $"{counts.Reach:0.0}", $"{counts.Target:0.0}", $"{counts.Safe:0.0}"];

    /// <summary>A chance's interval, which cannot leave 0 to 100 %.</summary>
    public static string Interval(Estimate chance) =>
        $"{Wording.Percent(Math.Max(0, chance.CiLow))} – {Wording.Percent(Math.Min(1, chance.CiHigh))}";

    private static Column N(string header) => new(header, Align.Number);
}
