using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Tests.Scenarios;

public sealed class SweepPointsTests
{
    private const string Applications = "applicants.non-us-img.applications.mean";

    [Fact]
    public void Without_a_sweep_there_is_the_baseline()
    {
        var baseline = Assert.Single(SweepPoints.Of(SmallScenario.Sound));
        Assert.Equal("", baseline.Label);
        Assert.Null(baseline.Mode);
    }

    [Fact]
    public void Every_value_is_a_point_without_a_sweep_of_its_own()
    {
        var points = SweepPoints.Of(SmallScenario.WithSweep(new SweepParameter { Key = Applications, Values = [10, 25.5] }));

        Assert.Equal(["", $"{Applications}=10", $"{Applications}=25.5"], points.Select(point => point.Label));
        Assert.All(points, point => Assert.Null(point.Scenario.Sweep));
        Assert.Equal([null, SweepMode.MarketWide, SweepMode.MarketWide], points.Select(point => point.Mode));
        Assert.Equal([12, 10, 25.5], points.Select(point => point.Scenario.Applicants[ApplicantType.NonUsImg].Applications.Mean));
    }

    [Fact]
    public void Two_parameters_are_crossed_and_shown_as_written()
    {
        var points = SweepPoints.Of(SmallScenario.WithSweep(
            new SweepParameter { Key = Applications, Values = [10, 20], Written = ["10.0", "2e1"] },
            new SweepParameter { Key = "interviews.per_position", Values = [8, 12] }));

        Assert.Equal(
            [
                "",
                $"{Applications}=10.0;interviews.per_position=8", $"{Applications}=10.0;interviews.per_position=12",
                $"{Applications}=2e1;interviews.per_position=8", $"{Applications}=2e1;interviews.per_position=12",
            ],
            points.Select(point => point.Label));
        Assert.Equal(12, points[4].Scenario.Interviews.PerPosition);
        Assert.Equal(20, points[4].Scenario.Applicants[ApplicantType.NonUsImg].Applications.Mean);
    }

    [Theory]
    [InlineData(SweepMode.MarketWide, 3, 0)]
    [InlineData(SweepMode.Individual, 1, 2)]
    [InlineData(SweepMode.Both, 3, 2)]
    public void The_mode_says_whose_points_there_are(SweepMode mode, int marketWide, int individual)
    {
        Scenario scenario = SmallScenario.WithSweep(new SweepParameter { Key = Applications, Values = [10, 25] });
        scenario = scenario with { Sweep = scenario.Sweep! with { Mode = mode } };
        Assert.Equal(marketWide, SweepPoints.Of(scenario).Count);
        IReadOnlyList<IndividualPoint> alone = SweepPoints.Alone(scenario);
        Assert.Equal(individual, alone.Count);
        Assert.All(SweepPoints.Of(scenario).Skip(1), point => Assert.Equal(SweepMode.MarketWide, point.Mode));
        Assert.Equal(
            new[] { 10, 25 }.Take(individual).Select(k => $"{Applications}={k}: NonUsImg {k}"),
            alone.Select(point => $"{point.Label}: {Assert.Single(point.Counts).Type} {point.Counts[0].Programs}"));
    }
}
