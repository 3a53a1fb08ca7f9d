using MatchSim.Engine.Advice;

namespace MatchSim.Cli.Reports;

/// <summary>A couple's advice in sentences and a table, the same in the terminal and in the report.</summary>
internal sealed class CoupleWording(CoupleAdvice advice)
{
    private readonly CouplePoint best = advice.Recommended;

    public string Question =>
        $"How many programs should a couple apply to: {AdviceWording.Who(advice.First)}, and {AdviceWording.Who(advice.Second)}?";

    public string Size => $"{advice.Scenario.Name}: {advice.Scenario.Replications} seasons, {Couples} in each, seed {advice.Scenario.Seed}; " +
        $"{advice.ReRuns:#,0} national matches run again";

    private string Couples => advice.Couples == 1 ? "1 such couple" : $"{advice.Couples} such couples";

    public string Headline() =>
        $"Apply to about {best.Programs} programs each: {AdviceWording.Percent(best.Both)} chance that both have a PGY-1 position, " +
        $"{AdviceWording.Percent(best.One)} that only one has, {AdviceWording.Percent(best.Neither)} that neither has; ${best.CostUsd:#,0} in fees for the two.";

    public IEnumerable<string> Answer()
    {
        yield return Headline();
        yield return "It is the fewest of the numbers below within a point of the best; where the intervals are wider than that, a larger --budget makes them narrower.";
    }

    public Table Curve() => new(
        "The couple's chances if they alone change: PGY-1 positions, %",
        [N("programs each"), N("both"), N("95 % interval"), N("one"), N("95 % interval"), N("neither"), N("95 % interval"), N("interviews each"), N("fees of both, USD")],
        [.. advice.Points.Select(point => (IReadOnlyList<string>)
        [
            $"{point.Programs}{(point == best ? " *" : "")}", Wording.Percent(point.Both.Mean), AdviceTables.Interval(point.Both),
            Wording.Percent(point.One.Mean), AdviceTables.Interval(point.One), Wording.Percent(point.Neither.Mean), AdviceTables.Interval(point.Neither),
            $"{point.Interviews:0.0}", $"{point.CostUsd:#,0}",
        ])]);

    public static IEnumerable<string> Limits()
    {
        yield return Wording.Interval;
        yield return "Couples have no look-up: both applicants' interviews are looked up, their lists joined as the scenario joins those of its couples " +
            "(docs/model.md, L5), and the whole national match is run again with them. The same couples stand behind every row.";
        yield return "Everybody else does what they do in the scenario, and nobody loses an interview to the two. No interview, or withdrawal before ranking, counts as not matched.";
    }

    private static Column N(string header) => new(header, Align.Number);
}
