using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;
using MatchSim.Engine.Statistics;

namespace MatchSim.Engine.Tests.Simulation;

public sealed class PrecisionTests
{
    private static readonly Scenario Small = new SeasonShape(1, 3, 2, 10, 0, 4, 4, 4, 5).ToScenario();

    [Theory]
    [InlineData(2, new[] { 2 })]
    [InlineData(50, new[] { 50 })]
    [InlineData(51, new[] { 50, 51 })]
    [InlineData(400, new[] { 50, 100, 200, 400 })]
    [InlineData(1000, new[] { 50, 100, 200, 400, 800, 1000 })]
    public void A_run_looks_after_fixed_numbers_of_replications_and_at_the_end(int most, int[] looks) =>
        Assert.Equal(looks, Precision.Looks(most));

    [Fact]
    public void The_worst_rate_of_any_type_at_any_point_decides()
    {
        RunResult result = new(Small,
        [
            Point("", Rate(0.004, null), Rate(0.006, ApplicantType.UsImg), Rate(0.2, ApplicantType.UsImg, "internal-medicine")),
            Point("x=1", Rate(0.0065, ApplicantType.Other), Rate(0.5, null) with { Series = new Series(Measure.FillRate, null, null) }),
        ]);
        Assert.Equal("x=1", Precision.Widest(result)!.Point);
        Assert.True(new Precision(0.0065).IsReached(result));
        Assert.False(new Precision(0.0064).IsReached(result));
    }

    [Fact]
    public void A_rate_that_one_replication_alone_defines_is_not_known()
    {
        var once = new SummaryRow(new Series(Measure.MatchRate, null, null), 0.5, double.NaN, double.NaN, double.NaN, 1);
        Assert.False(new Precision(0.5).IsReached(new RunResult(Small, [Point("", once)])));
    }

    [Fact]
    public void A_run_ends_at_the_first_look_that_suffices_with_the_result_of_that_many_replications()
    {
        Scenario scenario = Small with { Replications = 120 };
        RunResult fifty = MonteCarlo.Run(scenario with { Replications = 50 }, new RunOptions(), null, CancellationToken.None);
        double half = Precision.Widest(fifty)!.HalfWidth;
        RunResult early = MonteCarlo.Run(scenario, new RunOptions(2) { Precision = new Precision(half) }, null, CancellationToken.None);
        Assert.Equal(50, early.Scenario.Replications);
        Assert.True(early.PrecisionReached);
        Assert.Equal(fifty.Baseline.Rows, early.Baseline.Rows);

        RunResult late = MonteCarlo.Run(scenario, new RunOptions(2) { Precision = new Precision(half / 1e6) }, null, CancellationToken.None);
        Assert.Equal(120, late.Scenario.Replications);
        Assert.False(late.PrecisionReached);
    }

    private static PointSummary Point(string label, params SummaryRow[] rows) => new(label, null, rows);

    private static SummaryRow Rate(double half, ApplicantType? type, string? specialty = null) =>
        new(new Series(Measure.MatchRate, type, specialty), 0, half / 2, -half, half, 50);
}
