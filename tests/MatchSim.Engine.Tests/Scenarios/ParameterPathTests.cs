using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Tests.Scenarios;

public sealed class ParameterPathTests
{
    [Theory]
    [InlineData("applicants.non-us-img.applications.mean", 139)]
    [InlineData("applicants.non-us-img.specialties.surgery", 0.3)]
    [InlineData("market.specialties.internal-medicine.categorical.positions", 120)]
    [InlineData("market.specialties.internal-medicine.interviews_per_position", 9.5)]
    [InlineData("couples.counts.us-md-senior", 7)]
    [InlineData("interviews.per_position", 10)]
    public void What_is_set_is_read_back_and_nothing_else_changes(string text, double value)
    {
        var path = ParameterPath.Find(SmallScenario.Sound, text, out _)!;
        Scenario changed = path.Set(SmallScenario.Sound, value);

        Assert.Equal(value, path.Get(changed));
        var before = ScenarioSchema.Leaves(SmallScenario.Sound).Where(leaf => leaf.Path != text).Select(leaf => (leaf.Path, leaf.Value));
        var after = ScenarioSchema.Leaves(changed).Where(leaf => leaf.Path != text).Select(leaf => (leaf.Path, leaf.Value));
        Assert.Equal(before, after);
    }

    [Fact]
    public void The_original_scenario_is_left_alone()
    {
        var path = ParameterPath.Find(SmallScenario.Sound, "applicants.non-us-img.registered", out _)!;
        path.Set(SmallScenario.Sound, 1);
        Assert.Equal(60, path.Get(SmallScenario.Sound));
    }

    [Theory]
    [InlineData("applicants.non-us-imgs.registered", "did you mean non-us-img?")]
    [InlineData("applicants.us-img.registered", "there is no \"us-img\" in applicants")]
    [InlineData("applicants.non-us-img.application.mean", "did you mean applications?")]
    [InlineData("market.specialties.surgery.advanced.positions", "the scenario gives no market.specialties.surgery.advanced")]
    [InlineData("applicants.non-us-img", "is not a number (applicants.non-us-img.registered is one)")]
    [InlineData("applications.strategy", "is not a number")]
    [InlineData("interviews.per_position.mean", "there is nothing further in interviews.per_position")]
    [InlineData("seed", "says how a run is done")]
    [InlineData("", "names nothing")]
    [InlineData("interviews..per_position", "names nothing")]
    public void A_path_to_no_number_says_why(string text, string expected)
    {
        Assert.Null(ParameterPath.Find(SmallScenario.Sound, text, out string problem));
        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("applicants.non-us-img.registered", 1.5)]
    [InlineData("applicants.non-us-img.registered", -1)]
    [InlineData("applicants.non-us-img.registered", 1e300)]
    [InlineData("applicants.non-us-img.visa_need", 1.01)]
    [InlineData("applicants.non-us-img.visa_need", double.NaN)]
    public void A_value_that_is_not_allowed_is_refused(string text, double value)
    {
        var path = ParameterPath.Find(SmallScenario.Sound, text, out _)!;
        Assert.False(path.Allows(value));
        Assert.Throws<ArgumentException>(() => path.Set(SmallScenario.Sound, value));
    }
}
