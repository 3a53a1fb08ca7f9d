using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;
using MatchSim.Engine.Statistics;

namespace MatchSim.Engine.Tests.Simulation;

/// <summary>Paired runs: what is not changed cancels to the last bit, and what is changed is the difference of two runs.</summary>
public sealed class SensitivityLaws
{
    private static readonly string[] Parameters = ["ranking.performance", "applicants.non-us-img.quality.mean", "interviews.per_position"];

    [Property(MaxTest = 50, Arbitrary = [typeof(SeasonMarkets)])]
    public void A_parameter_without_effect_makes_exactly_no_difference(SeasonShape shape)
    {
        var effects = Run(shape, "applications.fees.first_fee").Effects;
        Assert.Equal(2, effects.Count);
        Assert.All(effects.SelectMany(effect => effect.Differences), IsExactlyZero);
    }

    [Property(MaxTest = 30, Arbitrary = [typeof(SeasonMarkets)])]
    public void Neither_the_order_of_parameters_nor_threads_nor_other_parameters_change_an_effect(SeasonShape shape)
    {
        string all = Text(Run(shape, Parameters));
        Assert.Equal(all, Text(Run(shape, [.. Parameters.Reverse()])));
        Assert.Equal(all, Text(Run(shape, 3, Parameters)));
        Assert.Contains(Text(Run(shape, Parameters[2])), all, StringComparison.Ordinal);
    }

    [Property(MaxTest = 30, Arbitrary = [typeof(SeasonMarkets)])]
    public void An_effect_is_the_difference_of_two_runs(SeasonShape shape)
    {
        SensitivityEffect effect = Run(shape, "interviews.per_position").Effects[^1];
        Scenario changed = effect.Step.Scenario;
        PointSummary before = MonteCarlo.Run(effect.Step.Baseline, new RunOptions(), null, CancellationToken.None).Baseline;
        PointSummary after = MonteCarlo.Run(changed, new RunOptions(), null, CancellationToken.None).Baseline;
        foreach (PairedDifference difference in effect.Differences)
        {
            SummaryRow one = before.Find(difference.Series.Measure, difference.Series.Type)!;
            SummaryRow other = after.Find(difference.Series.Measure, difference.Series.Type)!;
            if (one.Replications == difference.Replications && other.Replications == difference.Replications)
                Assert.Equal(other.Estimate - one.Estimate, difference.Difference, 1e-12);
        }
    }

    [Property(MaxTest = 30, Arbitrary = [typeof(SeasonMarkets)])]
    public void A_comparison_runs_on_the_seed_and_replications_of_the_baseline(SeasonShape shape)
    {
        Scenario baseline = shape.ToScenario() with { Replications = 4 };
        Scenario other = baseline with { Seed = baseline.Seed + 1, Replications = 2 };
        ComparisonResult result = MonteCarlo.Compare(baseline, [other, other], new RunOptions(2), null, CancellationToken.None);
        Assert.Equal(2, result.Others.Count);
        Assert.All(result.Others.SelectMany(scenario => scenario.Differences), IsExactlyZero);
        Assert.Equal(4, result.Others[0].Find(Measure.Applicants)!.Replications);
    }

    [Fact]
    public void Series_that_one_of_two_scenarios_lacks_are_left_out()
    {
        Scenario small = new SeasonShape(1, 3, 2, 10, 0, 4, 4, 4, 5).ToScenario();
        Scenario large = new SeasonShape(3, 3, 2, 10, 0, 4, 4, 4, 5).ToScenario();
        ComparisonResult result = MonteCarlo.Compare(small, [large], new RunOptions(), null, CancellationToken.None);
        Assert.NotNull(result.Others[0].Find(Measure.Applicants, null, "internal-medicine"));
        Assert.Null(result.Others[0].Find(Measure.Applicants, null, "general-surgery"));
    }

    private static void IsExactlyZero(PairedDifference difference)
    {
        Assert.Equal(0, difference.Difference);
        if (difference.Replications > 1)     // one replication has no interval
            Assert.Equal((0, 0, 0), (difference.StdError, difference.CiLow, difference.CiHigh));
    }

    private static SensitivityResult Run(SeasonShape shape, params string[] parameters) => Run(shape, 1, parameters);

    private static SensitivityResult Run(SeasonShape shape, int threads, params string[] parameters)
    {
        Scenario scenario = shape.ToScenario() with
        {
            Replications = 5,
            Sensitivity = new SensitivityOptions { Parameters = parameters, Measures = [SensitivityMeasure.MatchRate, SensitivityMeasure.FillRate] },
        };
        return MonteCarlo.Run(scenario, new RunOptions(threads), null, CancellationToken.None).Sensitivity!;
    }

    private static string Text(SensitivityResult result) => string.Join('\n', result.Effects.SelectMany(
        effect => effect.Differences.Select(row => $"{effect.Step.Parameter.Text} {effect.Step.To} {row}")));
}
