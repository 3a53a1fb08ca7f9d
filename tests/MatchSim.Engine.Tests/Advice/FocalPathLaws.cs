using MatchSim.Engine.Advice;
using MatchSim.Engine.Interviews;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Tests.Simulation;

namespace MatchSim.Engine.Tests.Advice;

/// <summary>The path of one applicant is that of the season: whoever is in the market gets, followed alone, exactly
/// what the stages gave.</summary>
public sealed class FocalPathLaws
{
    [Property(MaxTest = 150, Arbitrary = [typeof(SeasonMarkets)])]
    public void A_profile_that_fixes_nothing_draws_the_person_of_the_market(SeasonShape shape)
    {
        Scenario scenario = shape.ToScenario();
        Season season = ConservationLaws.Run(scenario);
        MarketLayout layout = season.Market.Layout;
        for (int a = 0; a < layout.ApplicantCount; a++)
        {
            if (season.Market.Applicants.Couple[a] >= 0)
                continue;
            FocalApplicant member = FocalApplicant.Of(season.Market, a);
            var profile = new Profile(member.Type, layout.SpecialtyIds[member.Specialty])
            {
                SecondSpecialty = member.SecondSpecialty >= 0 ? layout.SpecialtyIds[member.SecondSpecialty] : null,
            };
            Assert.Equal(member, new FocalSynthesis(layout, profile).Draw(new Streams(scenario.Seed, 0), member.Key));
        }
    }

    [Property(MaxTest = 150, Arbitrary = [typeof(SeasonMarkets)])]
    public void Whoever_is_in_the_market_is_followed_exactly(SeasonShape shape) => AssertFollowed(shape.ToScenario(), shape);

    /// <summary>Tastes alone have a thousand values, so that many programs are wanted equally.</summary>
    [Property(MaxTest = 150, Arbitrary = [typeof(SeasonMarkets)])]
    public void Also_where_programs_are_equally_wanted(SeasonShape shape)
    {
        Scenario scenario = shape.ToScenario();
        AssertFollowed(scenario with { Applications = scenario.Applications with { DesirabilityWeight = 0, RegionWeight = 0 } }, shape);
    }

    private static void AssertFollowed(Scenario scenario, SeasonShape shape)
    {
        scenario = scenario with { Applications = scenario.Applications with { Strategy = (ApplicationStrategy)(shape.Seed % 4) } };
        Season season = ConservationLaws.Run(scenario);
        Cutoffs cutoffs = new CutoffReader().Read(season);
        for (int a = 0; a < season.Market.Applicants.Count; a++)
        {
            FocalSeason focal = FocalCases.Follow(
                season, cutoffs, FocalApplicant.Of(season.Market, a), season.Market.Applicants.ApplicationCount[a]);
            Assert.Equal(season.Applications.Sent[a], focal.Sent);
            Assert.Equal(season.Applications.Fees[a], focal.Fees, 1e-3);
            SameInterviews(season, a, focal);
            Assert.Equal(season.Lists.ListOf(a).ToArray(), focal.List.ToArray());
            Assert.Equal(focal.List.Length, focal.Ranked);
        }
    }

    /// <summary>Fresh keys: no newcomer is anybody of the market, or another newcomer.</summary>
    [Property(MaxTest = 50, Arbitrary = [typeof(SeasonMarkets)])]
    public void Newcomers_are_nobody_of_the_market(SeasonShape shape)
    {
        Season season = ConservationLaws.Run(shape.ToScenario());
        ulong[] keys = [.. FocalCases.Newcomers(season, 5).Select(person => person.Key).Distinct()];
        Assert.Equal(5 * Enum.GetValues<ApplicantType>().Length, keys.Length);
        Assert.Empty(keys.Intersect(season.Market.Layout.ApplicantKeys));
    }

    private static void SameInterviews(Season season, int a, FocalSeason focal)
    {
        Assert.Equal(season.Interviews.Of(a).Length, focal.Interviews);
        Dictionary<int, (float Wanted, float Score)> sent = [];
        for (int i = 0; i < focal.Sent; i++)
            sent.Add(focal.Applications[i].Program, (focal.Applications[i].Wanted, focal.Score(i)));
        foreach (Interview interview in season.Interviews.Of(a))
            Assert.Equal((interview.Utility, interview.Score), sent[interview.Program]);
    }
}
