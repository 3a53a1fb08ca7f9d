using MatchSim.Engine.Advice;
using MatchSim.Engine.Matching;
using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Tests.Scenarios;
using MatchSim.Engine.Tests.Simulation;

namespace MatchSim.Engine.Tests.Advice;

/// <summary>Couples as focal applicants: the match run again with them.</summary>
public sealed class CoupleAdviceTests
{
    private static readonly Profile One = new(ApplicantType.NonUsImg, "internal-medicine");
    private static readonly Profile Other = new(ApplicantType.UsMdSenior, "surgery");

    private static readonly CoupleAdviceOptions Options = new() { MaxPrograms = 20, Budget = 160 };

    [Fact]
    public void Chances_sum_to_one_and_threads_change_nothing()
    {
        CoupleAdvice advice = CoupleAdvice.Advise(SmallScenario.Sound, One, Other, Options);
        Assert.Equal([10, 20], advice.Points.Select(point => point.Programs));
        Assert.All(advice.Points, point => Assert.Equal(1, point.Both.Mean + point.One.Mean + point.Neither.Mean, 1e-9));
        Assert.InRange(advice.ReRuns, 1, Options.Budget);
        CoupleAdvice again = CoupleAdvice.Advise(SmallScenario.Sound, One, Other, Options with { Threads = 3 });
        Assert.Equal(advice.Points, again.Points);
        Assert.Equal(advice.ReRuns, again.ReRuns);
    }

    [Fact]
    public void Two_of_one_profile_are_two_people()
    {
        CoupleAdvice advice = CoupleAdvice.Advise(SmallScenario.Sound, One, One, Options with { Budget = 400 });
        Assert.True(advice.Points[^1].One.Mean > 0, "the two always share their fate");
    }

    [Fact]
    public void A_profile_outside_of_the_scenario_gets_no_number() =>
        Assert.Throws<ArgumentException>(() => CoupleAdvice.Advise(SmallScenario.Sound, One, Other with { Specialty = "radiology" }, Options));

    /// <summary>A couple of the market, taken out and added again as newcomers, is added with the joint list it had.</summary>
    [Property(MaxTest = 60, Arbitrary = [typeof(SeasonMarkets)])]
    public void A_couple_is_added_as_the_season_makes_couples(SeasonShape shape)
    {
        Scenario scenario = (shape with { Couples = Math.Max(1, shape.Couples) }).ToScenario();
        Season season = ConservationLaws.Run(scenario);
        Cutoffs cutoffs = new CutoffReader().Read(season);
        var streams = new Streams(scenario.Seed, 0);
        for (int c = 0; c < season.Market.CoupleFirst.Length; c++)
        {
            int a = season.Market.CoupleFirst[c];
            if (season.Lists.InstanceCouple[c] < 0)
                continue;
            FocalSeason Member(int member) => FocalCases.Follow(
                season, cutoffs, FocalApplicant.Of(season.Market, member), season.Market.Applicants.ApplicationCount[member]);
            var again = new NewcomerMarket(season, streams);
            again.Couple(Member(a), Member(a + 1));
            Assert.Equal(PairsOf(season.Lists.Instance, season.Lists.InstanceCouple[c]), PairsOf(again.Instance, again.Instance.CoupleCount - 1));
            Assert.Equal([again.First, again.First + 1], [again.Instance.CoupleA[again.Instance.CoupleCount - 1], again.Instance.CoupleB[again.Instance.CoupleCount - 1]]);
        }
    }

    private static PairEntry[] PairsOf(MatchInstance market, int couple) =>
        market.Pairs[market.PairOffsets[couple]..market.PairOffsets[couple + 1]];
}
