using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Tests.Scenarios;

public sealed class ScenarioRulesTests
{
    private const string Applications = "applicants.non-us-img.applications.mean";

    [Fact]
    public void The_sound_scenario_is_sound() => Assert.Empty(ScenarioRules.Check(SmallScenario.Sound));

    [Theory]
    [InlineData("applicants.non-us-img.specialties.surgery", 0.5, "applicants.non-us-img.specialties", "adding up to 1.25")]
    [InlineData("applicants.non-us-img.specialties.surgery", 0.2494, "applicants.non-us-img.specialties", "adding up to 0.9994")]
    [InlineData("couples.counts.us-md-senior", 41, "couples.counts.us-md-senior", "at most 40, half of the 80")]
    [InlineData("market.programs.visa_h1b", 0.9, "market.programs.visa_h1b", "at most visa_j1 (0.637)")]
    [InlineData("market.programs.failed_attempt_never", 0.5, "market.programs.failed_attempt_never", "adding up to 1.07")]
    [InlineData("market.specialties.surgery.categorical.programs", 31, "market.specialties.surgery.categorical.programs", "31 programs for 30 positions")]
    public void Numbers_that_do_not_go_together(string path, double value, string where, string expected)
    {
        var problem = Assert.Single(ScenarioRules.Check(SmallScenario.With(path, value)));
        Assert.Equal(where, problem.Path);
        Assert.Contains(expected, problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Shares_may_miss_1_by_rounding() =>
        Assert.Empty(ScenarioRules.Check(SmallScenario.With("applicants.non-us-img.specialties.surgery", 0.2495)));

    [Fact]
    public void Nobody_adds_a_preliminary_year_to_a_preliminary_year()
    {
        var year = new SpecialtyOptions
        {
            Preliminary = new TrackOptions { Programs = 2, Positions = 4 },
            PreliminaryYear = new PreliminaryYearOptions { Specialties = ["surgery"] },
        };
        Scenario scenario = SmallScenario.Sound with
        {
            Market = SmallScenario.Sound.Market with
            {
                Specialties = new Dictionary<string, SpecialtyOptions>(SmallScenario.Sound.Market.Specialties)
                {
                    ["transitional-year"] = year,
                },
            },
        };
        Assert.Equal("market.specialties.transitional-year.preliminary_year", Assert.Single(ScenarioRules.Check(scenario)).Path);
    }

    [Fact]
    public void All_problems_are_found_at_once()
    {
        var scenario = SmallScenario.Sound with
        {
            Name = "Not a slug/..",
            Question = " ",
            Replications = 1,
            Couples = new CoupleOptions { Counts = new Dictionary<ApplicantType, int> { [ApplicantType.UsImg] = 1 } },
            Interviews = new InterviewOptions { PerPosition = double.NaN, Noise = -1 },
        };
        Assert.Equal(
            ["name", "question", "replications", "interviews.per_position", "interviews.noise", "couples.counts.us-img"],
            ScenarioRules.Check(scenario).Select(problem => problem.Path));
    }

    [Fact]
    public void Specialties_that_do_not_exist_are_named()
    {
        var market = SmallScenario.Sound.Market;
        var surgery = market.Specialties["surgery"] with
        {
            PreliminaryYear = new PreliminaryYearOptions { Specialties = ["internal-medicin", "internal-medicine", "surgery", "surgery"] },
        };
        var scenario = SmallScenario.Sound with
        {
            Market = market with
            {
                Specialties = new Dictionary<string, SpecialtyOptions>(market.Specialties, StringComparer.Ordinal)
                {
                    ["surgery"] = surgery,
                    ["empty"] = new SpecialtyOptions(),
                },
            },
        };
        var problems = ScenarioRules.Check(scenario);
        Assert.Equal(
            [
                "market.specialties.surgery.preliminary_year.specialties.0", "market.specialties.surgery.preliminary_year.specialties.1",
                "market.specialties.surgery.preliminary_year.specialties.3", "market.specialties.empty",
            ],
            problems.Select(problem => problem.Path));
        Assert.Contains("did you mean internal-medicine?", problems[0].Allowed, StringComparison.Ordinal);
    }

    [Fact]
    public void Screening_shares_add_up_to_1()
    {
        var screening = new Dictionary<ApplicantType, ScreeningOptions> { [ApplicantType.UsImg] = new() { Often = 0.5, Seldom = 0.2, Never = 0.2 } };
        var market = SmallScenario.Sound.Market;
        var problem = Assert.Single(ScenarioRules.Check(SmallScenario.Sound with
        {
            Market = market with { Programs = market.Programs with { Screening = screening } },
        }));
        Assert.Equal("market.programs.screening.us-img", problem.Path);
        Assert.Contains("0.9", problem.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("applicants.nobody.mean", new[] { 1.0 }, "sweep.parameters.0.key")]
    [InlineData(Applications, new double[0], "sweep.parameters.0.values")]
    [InlineData(Applications, new[] { 10.0, 0.5 }, "sweep.parameters.0.values.1")]
    [InlineData(Applications, new[] { 10.0, 20, 10 }, "sweep.parameters.0.values.2")]
    [InlineData("couples.counts.us-md-senior", new[] { 2.5 }, "sweep.parameters.0.values.0")]
    [InlineData("couples.counts.us-md-senior", new[] { 3.0, 99 }, "sweep.parameters")]
    public void Sweeps_are_checked_before_they_run(string key, double[] values, string where)
    {
        var problem = Assert.Single(ScenarioRules.Check(SmallScenario.WithSweep(new SweepParameter { Key = key, Values = values })));
        Assert.Equal(where, problem.Path);
    }

    [Theory]
    [InlineData("interviews.noise", new[] { 1.0 }, "sweep.parameters.0.key", "applicants.<type>.applications.mean")]
    [InlineData("applicants.non-us-img.applications.log_sd", new[] { 0.2 }, "sweep.parameters.0.key", "mode: market-wide")]
    [InlineData(Applications, new[] { 10, 25.5 }, "sweep.parameters.0.values.1", "whole numbers of programs")]
    public void The_individual_curve_is_one_against_programs_applied_to(string key, double[] values, string where, string words)
    {
        Scenario scenario = SmallScenario.WithSweep(new SweepParameter { Key = key, Values = values });
        Assert.Empty(ScenarioRules.Check(scenario));
        foreach (SweepMode mode in (SweepMode[])[SweepMode.Individual, SweepMode.Both])
        {
            var problem = Assert.Single(ScenarioRules.Check(scenario with { Sweep = scenario.Sweep! with { Mode = mode } }));
            Assert.Equal(where, problem.Path);
            Assert.Contains(words, problem.Allowed, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Nobody_has_the_individual_curve_of_a_type_without_people()
    {
        Scenario scenario = SmallScenario.With("applicants.non-us-img.registered", 0) with
        {
            Sweep = new SweepOptions { Mode = SweepMode.Individual, Parameters = [new SweepParameter { Key = Applications, Values = [10] }] },
        };
        Assert.Contains("of whom nobody applies", Assert.Single(ScenarioRules.Check(scenario)).Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sweep_has_one_or_two_parameters_and_they_differ()
    {
        var one = new SweepParameter { Key = Applications, Values = [10] };
        Assert.Equal("sweep.parameters.1.key", Assert.Single(ScenarioRules.Check(SmallScenario.WithSweep(one, one))).Path);
        Assert.Equal("sweep.parameters", Assert.Single(ScenarioRules.Check(SmallScenario.WithSweep())).Path);
        Assert.Equal("sweep.parameters", Assert.Single(ScenarioRules.Check(SmallScenario.WithSweep(one, one, one))).Path);
    }
}
