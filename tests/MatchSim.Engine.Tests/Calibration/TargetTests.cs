using MatchSim.Engine.Calibration;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Matching;
using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;
using MatchSim.Engine.Tests.Simulation;

namespace MatchSim.Engine.Tests.Calibration;

public sealed class TargetTests
{
    [Theory]
    [InlineData(0.58, 0.01, ToleranceKind.Absolute, 0.59, Verdict.Within)]
    [InlineData(0.58, 0.01, ToleranceKind.Absolute, 0.57, Verdict.Within)]
    [InlineData(0.58, 0.01, ToleranceKind.Absolute, 0.5901, Verdict.Outside)]
    [InlineData(47208, 0.02, ToleranceKind.Relative, 48152, Verdict.Within)]
    [InlineData(47208, 0.02, ToleranceKind.Relative, 48153, Verdict.Outside)]
    [InlineData(139, 0.03, ToleranceKind.Relative, 134.8, Verdict.Outside)]
    public void The_mean_is_judged_by_the_tolerance(double published, double amount, ToleranceKind kind, double simulated, Verdict expected)
    {
        Target target = Figure(TargetMeasure.MatchRate) with { Published = published, Tolerance = new Tolerance(amount, kind) };
        var result = new TargetResult(target, simulated, 0, simulated, simulated, 5);
        Assert.Equal(expected, result.Verdict);
        Assert.Equal(Verdict.Shown, (result with { Target = target with { Tolerance = null } }).Verdict);
        Assert.Equal(Verdict.NotSimulated, (result with { Replications = 0 }).Verdict);
    }

    [Property(MaxTest = 100, Arbitrary = [typeof(SeasonMarkets)])]
    public void Targets_of_the_same_name_are_the_measures_of_a_run(SeasonShape shape)
    {
        Scenario scenario = shape.ToScenario() with { Replications = 3 };
        Target[] targets = [.. Enum.GetValues<TargetMeasure>().Select(Figure)];
        ValidationResult result = MonteCarlo.Validate(scenario, targets, new RunOptions(2), null, CancellationToken.None);
        foreach (TargetResult row in result.Targets.Where(row => Enum.TryParse<Measure>(row.Target.Measure.ToString(), out _)))
        {
            var same = result.Summary.Find(Enum.Parse<Measure>(row.Target.Measure.ToString()));
            Assert.Equal(same?.Replications ?? 0, row.Replications);
            if (same is not null)
                Assert.Equal(same.Estimate, row.Simulated, 1e-9);
        }
    }

    [Property(MaxTest = 100, Arbitrary = [typeof(SeasonMarkets)])]
    public void Types_fill_a_specialty_together_and_lists_have_as_many_entries_as_counted(SeasonShape shape)
    {
        Scenario scenario = shape.ToScenario() with { Replications = 2 };
        Target Share(ApplicantType type) => Figure(TargetMeasure.FilledShare) with { Type = type, Specialty = "internal-medicine" };
        Target[] targets =
            [.. Enum.GetValues<ApplicantType>().Select(Share), Figure(TargetMeasure.ApplicantListEntries), Figure(TargetMeasure.ProgramListEntries)];
        ValidationResult result = MonteCarlo.Validate(scenario, targets, new RunOptions(), null, CancellationToken.None);
        TargetResult[] shares = [.. result.Targets.Take(5)];
        if (shares[0].Replications > 0)
            Assert.Equal(1, shares.Sum(row => row.Simulated), 1e-9);
        Season[] seasons = [ConservationLaws.Run(scenario, 0), ConservationLaws.Run(scenario, 1)];
        Assert.Equal(seasons.Average(season => Enumerable.Range(0, season.Market.Applicants.Count).Sum(a => season.Lists.ListOf(a).Length)), result.Targets[5].Simulated, 1e-9);
        Assert.Equal(seasons.Average(season => season.Lists.RankedBy.Sum()), result.Targets[6].Simulated, 1e-9);
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(SeasonMarkets)])]
    public void Those_who_rank_a_specialty_first_are_counted_by_their_contiguous_ranks(SeasonShape shape)
    {
        Season season = ConservationLaws.Run(shape.ToScenario());
        const ApplicantType Type = ApplicantType.NonUsImg;
        var counted = new FirstSpecialty(season, Type, 0);
        MarketLayout layout = season.Market.Layout;
        bool InIt(int program) => program != MatchInstance.None && layout.SpecialtyOf(program) == 0 && layout.TrackOf(program) != Track.Preliminary;
        var people = Enumerable.Range(0, season.Market.Applicants.Count)
            .Where(a => season.Market.Applicants.Type[a] == Type)
            .Select(a => (
                Ranks: season.Lists.ListOf(a).ToArray().TakeWhile(entry => InIt(entry.Program)).Count(),
                Matched: InIt(season.Match.ProgramOf[a]), Score: (double)season.Market.Applicants.Step2[a]))
            .Where(person => person.Ranks > 0).ToList();
        for (int ranks = 1; ranks <= 6; ranks++)
        {
            var same = people.Where(person => person.Ranks == ranks).ToList();
            Assert.Equal(same.Count == 0 ? double.NaN : same.Average(person => person.Matched ? 1.0 : 0.0), counted.MatchRate(ranks), 1e-12);
        }

        double gap = people.Where(p => p.Matched).Select(p => p.Score).DefaultIfEmpty(double.NaN).Average()
            - people.Where(p => !p.Matched).Select(p => p.Score).DefaultIfEmpty(double.NaN).Average();
        Assert.Equal(gap, counted.Step2Gap(), 1e-6);
    }

    [Fact]
    public void What_a_scenario_lacks_is_not_simulated()
    {
        Scenario scenario = new SeasonShape(1, 3, 2, 10, 0, 4, 4, 4, 5).ToScenario();
        Target[] targets =
        [
            Figure(TargetMeasure.FillRateAll) with { Specialty = "dermatology" },
            Figure(TargetMeasure.FilledShare) with { Specialty = "dermatology", Type = ApplicantType.UsImg },
            Figure(TargetMeasure.MatchRateByRanks) with { Specialty = "dermatology", Type = ApplicantType.UsImg, Ranks = 1 },
            Figure(TargetMeasure.Step2Gap) with { Specialty = "dermatology", Type = ApplicantType.UsImg },
        ];
        ValidationResult result = MonteCarlo.Validate(scenario, targets, new RunOptions(), null, CancellationToken.None);
        Assert.All(result.Targets, row => Assert.Equal(Verdict.NotSimulated, row.Verdict));
        Assert.Equal(4, result.Count(Verdict.NotSimulated));
    }

    private static Target Figure(TargetMeasure measure) => new(measure, null, null, 0, 1, null, 2025, "nowhere", "derived");
}
