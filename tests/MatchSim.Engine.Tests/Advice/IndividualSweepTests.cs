using MatchSim.Engine.Advice;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;
using MatchSim.Engine.Statistics;
using MatchSim.Engine.Tests.Scenarios;
using MatchSim.Engine.Tests.Simulation;

namespace MatchSim.Engine.Tests.Advice;

/// <summary>The individual mode of a sweep: the same people and chances as advice, and no change of anything else.</summary>
public sealed class IndividualSweepTests
{
    private const string Imgs = "applicants.non-us-img.applications.mean";
    private const string Seniors = "applicants.us-md-senior.applications.mean";

    private static readonly Scenario Both = SmallScenario.Sound with
    {
        Sweep = new SweepOptions
        {
            Mode = SweepMode.Both,
            FocalApplicants = 300,
            Parameters = [new() { Key = Imgs, Values = [3, 12, 8] }, new() { Key = Seniors, Values = [4, 10] }],
        },
    };

    /// <summary>Somebody of the type is drawn exactly as the market draws the type: with a key of the market, it is that person.</summary>
    [Property(MaxTest = 100, Arbitrary = [typeof(SeasonMarkets)])]
    public void Focal_people_are_drawn_as_the_market_draws_its_own(SeasonShape shape)
    {
        Scenario scenario = shape.ToScenario();
        Season season = ConservationLaws.Run(scenario);
        MarketLayout layout = season.Market.Layout;
        for (int t = 0; t < MarketLayout.TypeCount; t++)
        {
            var people = new FocalPeople(layout, (ApplicantType)t);
            for (int a = layout.TypeStarts[t]; a < layout.TypeStarts[t + 1]; a++)
            {
                if (season.Market.Applicants.Couple[a] < 0)
                    Assert.Equal(FocalApplicant.Of(season.Market, a), people.Draw(new Streams(scenario.Seed, 0), a - layout.TypeStarts[t + 1]));
            }
        }
    }

    [Fact]
    public void Where_a_type_wants_one_specialty_only_the_curve_is_that_of_advice()
    {
        ApplicantOptions imgs = Both.Applicants[ApplicantType.NonUsImg];
        Scenario scenario = Both with
        {
            Applicants = new Dictionary<ApplicantType, ApplicantOptions>(Both.Applicants)
            {
                [ApplicantType.NonUsImg] = imgs with { Specialties = new Dictionary<string, double> { ["surgery"] = 1 } },
            },
        };
        AdviceResult advice = Advisor.Advise(
            scenario, new Profile(ApplicantType.NonUsImg, "surgery"), new AdviceOptions { MaxPrograms = 12, FocalApplicants = 300, Alternatives = false });
        foreach (PointSummary point in Run(scenario).Individual)
        {
            int programs = int.Parse(point.Point.Split(';')[0].Split('=')[1], System.Globalization.CultureInfo.InvariantCulture);
            Estimate expected = advice.Curve.Points[programs].MatchProbability;
            foreach (string? specialty in new[] { null, "surgery" })
            {
                SummaryRow row = point.Find(Measure.MatchProbability, ApplicantType.NonUsImg, specialty)!;
                Assert.Equal(expected.Mean, row.Estimate, 1e-12);
                Assert.Equal(expected.HalfWidth, (row.CiHigh - row.CiLow) / 2, 1e-12);
            }
        }
    }

    [Fact]
    public void Every_point_has_its_types_and_only_the_chance()
    {
        RunResult result = Run(Both);
        Assert.Equal(7, result.PointCount);
        Assert.Equal(7, new RunPlan(Both).Points.Count);
        Assert.Equal(result.MarketWide.Skip(1).Select(point => point.Point), result.Individual.Select(point => point.Point));
        Assert.All(result.Individual, point =>
        {
            Assert.Equal(SweepMode.Individual, point.Mode);
            Assert.All(point.Rows, row => Assert.Equal(Measure.MatchProbability, row.Series.Measure));
            Assert.Equal(
                [ApplicantType.NonUsImg, ApplicantType.UsMdSenior],
                point.Rows.Where(row => row.Series.Specialty is null).Select(row => row.Series.Type!.Value));
        });
        // What the others apply to is the baseline's at every point: the other parameter changes nothing.
        Assert.Equal(Img(result.Individual[0]), Img(result.Individual[1]));
        Assert.True(Img(result.Individual[2]).Estimate > Img(result.Individual[0]).Estimate, "12 programs are better than 3");
    }

    [Fact]
    public void Nothing_else_changes_and_threads_change_nothing()
    {
        RunResult both = Run(Both);
        RunResult alone = Run(Both with { Sweep = Both.Sweep! with { Mode = SweepMode.Individual } });
        RunResult everybody = Run(Both with { Sweep = Both.Sweep! with { Mode = SweepMode.MarketWide } });
        Assert.Equal(1, alone.PointCount);
        Assert.Empty(everybody.Individual);
        Assert.Equal(Rows(everybody.MarketWide), Rows(both.MarketWide));
        Assert.Equal(Rows(alone.Individual), Rows(both.Individual));
        Assert.Equal(Rows(both.Individual), Rows(Run(Both, threads: 3).Individual));
    }

    /// <summary>Where nobody's number of applications varies, one who does as all others do has the chance that all others have.</summary>
    [Fact]
    public void At_the_mean_of_all_others_one_alone_fares_as_they_do()
    {
        Scenario scenario = Both with
        {
            Replications = 200,
            Sweep = Both.Sweep! with { Mode = SweepMode.Individual },
            Couples = new CoupleOptions(),
            Applicants = Both.Applicants.ToDictionary(pair => pair.Key, pair => pair.Value with { Applications = new() { Mean = 12, LogSd = 0 } }),
        };
        RunResult result = Run(scenario);
        SummaryRow chance = Img(result.Individual[2]);
        SummaryRow rate = result.Baseline.Find(Measure.MatchRateApplicants, ApplicantType.NonUsImg)!;
        // One more applicant and one more interview place in a market of 140: a little more or less.
        Assert.InRange(chance.Estimate - rate.Estimate, -0.02, 0.02);
    }

    private static SummaryRow Img(PointSummary point) => point.Find(Measure.MatchProbability, ApplicantType.NonUsImg)!;

    private static IEnumerable<SummaryRow> Rows(IEnumerable<PointSummary> points) => points.SelectMany(point => point.Rows);

    private static RunResult Run(Scenario scenario, int threads = 1) =>
        MonteCarlo.Run(scenario, new RunOptions(threads), observer: null, CancellationToken.None);
}
