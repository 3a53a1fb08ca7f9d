using MatchSim.Engine.Advice;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Tests.Scenarios;

namespace MatchSim.Engine.Tests.Advice;

/// <summary>Whole answers on a small market: they make sense, and threads change nothing.</summary>
public sealed class AdvisorTests
{
    private static readonly AdviceOptions Options = new() { MaxPrograms = 20, FocalApplicants = 400, Alternatives = false, Threads = 2 };

    private static readonly Scenario Small = SmallScenario.Sound with
    {
        Replications = 4,
        Applicants = SmallScenario.Sound.Applicants.ToDictionary(pair => pair.Key, pair => pair.Value with
        {
            FailedAttempt = 0.1,
            VisaNeed = pair.Key == ApplicantType.NonUsImg ? 0.6 : 0,
            VisaH1bOnly = 0.1,
            Withdrawn = 0.05,
        }),
    };

    /// <summary>Fewer positions than people, so that files matter.</summary>
    private static readonly Scenario Scarce = Small with
    {
        Applicants = Small.Applicants.ToDictionary(pair => pair.Key, pair => pair.Value with { Registered = 3 * pair.Value.Registered }),
    };

    private static readonly Profile Img = new(ApplicantType.NonUsImg, "internal-medicine");

    [Fact]
    public void A_better_file_helps_on_average()
    {
        double Chance(Profile profile) => Advisor.Advise(Scarce, profile, Options).Curve.Points[10].MatchProbability.Mean;
        void Helps(Profile better, Profile worse)
        {
            (double more, double less) = (Chance(better), Chance(worse));
            Assert.True(more > less + 0.01, $"{more:0.000} with {better}, {less:0.000} with {worse}");
        }

        Helps(Img with { Step2 = 265 }, Img with { Step2 = 235 });
        Helps(Img with { Visa = VisaNeed.None }, Img with { Visa = VisaNeed.Any });
        Helps(Img with { Visa = VisaNeed.Any }, Img with { Visa = VisaNeed.H1bOnly });
        Helps(Img with { FailedAttempt = false }, Img with { FailedAttempt = true });
    }

    /// <summary>Half of the width needs four times the seasons, and so much is said.</summary>
    [Fact]
    public void The_seasons_that_a_precision_needs_follow_from_the_widest_interval()
    {
        static CurvePoint At(int k, double half) => new(k, new Estimate(0.5, 0.5 - half, 0.5 + half), default, default, default)
        {
            InPreferred = default,
            InSecond = default,
            InPreliminary = default,
        };

        var curve = new IndividualCurve([At(0, 0), At(1, 0.02), At(2, 0.015)]);
        Assert.Equal(0.02, curve.WidestHalfWidth, 1e-12);
        Assert.Equal(96.0, curve.SeasonsFor(0.01, 24), 1.0);
        Assert.Equal(24.0, curve.SeasonsFor(0.02, 24), 1.0);
    }

    /// <summary>More programs help on average; where they do not, that is more than chance only if something crowds out.</summary>
    [Fact]
    public void With_room_in_the_calendar_more_programs_never_hurt_on_average()
    {
        Scenario roomy = Scarce with
        {
            Interviews = Scarce.Interviews with { LimitMean = 1000 },
            Ranking = Scarce.Ranking with { ApplicantUnranked = 0 },
        };
        CurvePoint[] points = [.. Advisor.Advise(roomy, Img, Options).Curve.Points];
        Assert.All(points.Skip(1).Zip(points), pair => Assert.True(
            pair.First.MatchProbability.Mean >= pair.Second.MatchProbability.Mean, $"{pair.First.Programs} programs are worse than one less"));
    }

    [Fact]
    public void Threads_change_nothing()
    {
        AdviceResult one = Advisor.Advise(Small, Img, Options with { Threads = 1, Alternatives = true });
        AdviceResult two = Advisor.Advise(Small, Img, Options with { Threads = 2, Alternatives = true });
        Assert.Equal(one.Curve.Points, two.Curve.Points);
        Assert.Equal(one.Alternatives, two.Alternatives);
        Assert.Equal(one.Recommendation, two.Recommendation);
    }

    [Fact]
    public void The_recommendation_is_the_least_within_a_point_of_the_best()
    {
        AdviceResult advice = Advisor.Advise(Small, Img, Options);
        CurvePoint[] points = [.. advice.Curve.Points];
        double best = points.Max(point => point.MatchProbability.Mean);
        Assert.Equal(best, advice.Recommendation.Best, 1e-12);
        Assert.True(points[advice.Recommendation.Programs].MatchProbability.Mean >= best - 0.01);
        Assert.All(points.Take(advice.Recommendation.Programs), point => Assert.True(point.MatchProbability.Mean < best - 0.01));
        Assert.Equal(0, points[0].MatchProbability.Mean);
        Assert.Equal(0, points[0].CostUsd.Mean);
        Assert.All(points.Skip(1).Zip(points), pair => Assert.True(pair.First.CostUsd.Mean > pair.Second.CostUsd.Mean));
    }

    /// <summary>Somebody of two specialties matches in one of them or in a preliminary program, and never in two.</summary>
    [Fact]
    public void The_chances_by_specialty_add_up_to_the_chance()
    {
        AdviceResult advice = Advisor.Advise(Small, Img with { SecondSpecialty = "surgery" }, Options);
        Assert.All(advice.Curve.Points, point => Assert.Equal(
            point.MatchProbability.Mean, point.InPreferred.Mean + point.InSecond.Mean + point.InPreliminary.Mean, 1e-9));
        CurvePoint last = advice.Curve.Points[^1];
        Assert.True(last.InPreferred.Mean > 0 && last.InSecond.Mean > 0);
        Assert.All([last.InPreferred, last.InSecond, last.Interviews, last.Ranks], estimate => Assert.True(estimate.HalfWidth > 0));
    }

    [Fact]
    public void What_the_scenario_does_not_know_gets_a_sentence()
    {
        void Says(Profile profile, string path, string words)
        {
            ScenarioProblem problem = Assert.Single(ProfileRules.Check(Small, profile));
            Assert.Equal(path, problem.Path);
            Assert.Contains(words, problem.ToString(), StringComparison.Ordinal);
            Assert.Throws<ArgumentException>(() => Advisor.Advise(Small, profile, Options));
        }

        Assert.Empty(ProfileRules.Check(Small, Img));
        Says(Img with { Type = ApplicantType.UsImg }, "type", "of whom nobody applies");
        Says(Img with { Specialty = "internal-medicin" }, "specialty", "did you mean internal-medicine?");
        Says(Img with { SecondSpecialty = "internal-medicine" }, "second_specialty", "the same as the first");
        Says(Img with { Step2 = 310 }, "step2", "194 to 306");
        Says(Img with { Step2 = double.NaN }, "step2", "194 to 306");
        Says(new Profile(ApplicantType.UsMdSenior, "surgery") { Visa = VisaNeed.Any }, "visa", "no us-md-senior applicant");
        Says(Img with { UsExperience = false }, "us_experience", "allowed: yes");
        Says(Img with { YearsSinceGraduation = 3 }, "years_since_graduation", "last year");
        Says(Img with { Region = 9 }, "region", "0 to 8");
    }
}
