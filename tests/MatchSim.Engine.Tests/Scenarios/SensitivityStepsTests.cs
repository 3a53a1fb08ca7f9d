using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Tests.Scenarios;

public sealed class SensitivityStepsTests
{
    [Fact]
    public void Without_sensitivity_there_are_no_steps() => Assert.Empty(SensitivitySteps.Of(SmallScenario.Sound));

    [Fact]
    public void Every_assumption_and_nothing_else_is_moved_both_ways()
    {
        Scenario scenario = SmallScenario.Sound with { Sensitivity = new SensitivityOptions() };
        string[] assumptions =
        [
            .. ScenarioSchema.Leaves(scenario)
                .Where(leaf => leaf.Field.Parameter.Source == "assumption" && leaf.Schema.IsNumber).Select(leaf => leaf.Path),
        ];
        Assert.True(assumptions.Length > 60);
        IReadOnlyList<SensitivityStep> steps = SensitivitySteps.Of(scenario);
        Assert.Equal(assumptions.SelectMany(path => new[] { path, path }), steps.Select(step => step.Parameter.Text));
        Assert.All(steps.Chunk(2), pair => Assert.True(pair[0].To <= pair[0].From && pair[1].To >= pair[1].From));
    }

    [Theory]
    [InlineData("interviews.per_position", 14.3, 12.87, 15.73)]
    [InlineData("applications.level_center", -1, -1.1, -0.9)]           // a step of a negative number is one of its size
    [InlineData("applicants.us-md-senior.quality.mean", 0, -0.05, 0.05)]
    [InlineData("match.restart_budget", 3, 2, 4)]                       // whole numbers move by 1 at least
    [InlineData("couples.max_pairs", 150, 135, 165)]
    [InlineData("couples.counts.us-md-senior", 4, 3, 5)]                // any number, if it is asked for
    public void Steps_are_relative_and_absolute_for_zero(string path, double from, double low, double high)
    {
        IReadOnlyList<SensitivityStep> steps = Steps(new SensitivityOptions { Parameters = [path], ZeroStep = 0.05 });
        Assert.Equal([(from, low, false), (from, high, false)], steps.Select(step => (step.From, step.To, step.IsClipped)));
        Assert.Equal([low, high], steps.Select(step => step.Parameter.Get(step.Scenario)!.Value));
        Assert.All(steps, step => Assert.Null(step.Scenario.Sensitivity));
    }

    [Fact]
    public void Steps_end_at_the_allowed_range()
    {
        IReadOnlyList<SensitivityStep> steps = Steps(new SensitivityOptions { Parameters = ["applicants.us-md-senior.us_experience"], Step = 0.2 });
        Assert.Equal([(0.8, false, true), (1, true, false)], steps.Select(step => (step.To, step.IsClipped, step.Moves)));
        steps = Steps(new SensitivityOptions { Parameters = ["market.programs.visa_j1"], Step = 0.9 });
        Assert.Equal((1, true, true), (steps[1].To, steps[1].IsClipped, steps[1].Moves));
    }

    [Fact]
    public void The_order_in_which_parameters_are_asked_for_changes_nothing()
    {
        string[] paths = ["ranking.performance", "applicants.non-us-img.quality.sd", "interviews.noise"];
        Assert.Equal(
            Steps(new SensitivityOptions { Parameters = paths }).Select(step => (step.Parameter.Text, step.To)),
            Steps(new SensitivityOptions { Parameters = [.. paths.Reverse()] }).Select(step => (step.Parameter.Text, step.To)));
    }

    [Theory]
    [InlineData("interviews.per_positon", "sensitivity.parameters.0", "did you mean per_position?")]
    [InlineData("interviews", "sensitivity.parameters.0", "is not a number (interviews.per_position is one)")]
    [InlineData("applications.strategy", "sensitivity.parameters.0", "is not a number")]
    [InlineData("sensitivity.step", "sensitivity.parameters.0", "says how a run is done")]
    [InlineData("market.specialties.surgery.interviews_per_position", "sensitivity.parameters.0", "does not give")]
    public void A_parameter_that_cannot_be_moved_says_why(string path, string where, string expected)
    {
        var problem = Assert.Single(Check(new SensitivityOptions { Parameters = [path] }));
        Assert.Equal(where, problem.Path);
        Assert.Contains(expected, problem.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_is_named_once_and_exists()
    {
        var problems = Check(new SensitivityOptions
        {
            Parameters = ["interviews.noise", "interviews.noise"],
            Measures = [SensitivityMeasure.FillRate, SensitivityMeasure.FillRate],
            ApplicantTypes = [ApplicantType.NonUsImg, ApplicantType.UsImg],
        });
        Assert.Equal(
            ["sensitivity.parameters.1", "sensitivity.measures.1", "sensitivity.applicant_types.1"], problems.Select(problem => problem.Path));
    }

    [Fact]
    public void Steps_after_which_numbers_do_not_go_together_are_found_before_the_run()
    {
        var options = new SensitivityOptions { Parameters = ["market.programs.failed_attempt_seldom"], Step = 0.5 };
        var problem = Assert.Single(Check(options));
        Assert.Contains("with market.programs.failed_attempt_seldom = 0.855 (a step from 0.57)", problem.Found, StringComparison.Ordinal);
        Assert.Contains("a smaller sensitivity.step", problem.Allowed, StringComparison.Ordinal);
        Assert.Empty(Check(options with { Step = 0.1 }));
    }

    private static IReadOnlyList<SensitivityStep> Steps(SensitivityOptions options) =>
        SensitivitySteps.Of(SmallScenario.Sound with { Sensitivity = options });

    private static IReadOnlyList<ScenarioProblem> Check(SensitivityOptions options) =>
        ScenarioRules.Check(SmallScenario.Sound with { Sensitivity = options });
}
