using MatchSim.Engine.Matching;
using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Tests.Simulation;

/// <summary>What couples do differently changes couples and nobody else's choices.</summary>
public sealed class CoupleLaws
{
    [Property(MaxTest = 200, Arbitrary = [typeof(SeasonMarkets)])]
    public void Members_of_couples_want_more_programs_and_nobody_else_does(SeasonShape shape)
    {
        Scenario scenario = shape.ToScenario();
        Season before = ConservationLaws.Run(scenario);
        Season after = ConservationLaws.Run(With(scenario, scenario.Couples with { ApplicationsFactor = 3 }));
        for (int a = 0; a < before.Market.Applicants.Count; a++)
        {
            int wanted = before.Market.Applicants.ApplicationCount[a];
            int now = after.Market.Applicants.ApplicationCount[a];
            if (before.Market.Applicants.Couple[a] < 0)
                Assert.Equal(wanted, now);
            else
                Assert.InRange(now, (3 * wanted) - 2, (3 * wanted) + 2);     // both are rounded, at least 1
        }
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(SeasonMarkets)])]
    public void Couples_who_match_only_together_have_both_or_neither(SeasonShape shape)
    {
        Scenario scenario = shape.ToScenario();
        Season before = ConservationLaws.Run(scenario);
        Season after = ConservationLaws.Run(With(scenario, scenario.Couples with { OnlyTogether = 1 }));
        MatchInstance instance = after.Lists.Instance;
        Assert.Equal(before.Lists.Instance.CoupleCount, instance.CoupleCount);
        Assert.Equal(before.Lists.Instance.ListOffsets, instance.ListOffsets);
        for (int c = 0; c < instance.CoupleCount; c++)
        {
            int[] programs = [after.Match.ProgramOf[instance.CoupleA[c]], after.Match.ProgramOf[instance.CoupleB[c]]];
            Assert.Equal(programs[0] == MatchInstance.None, programs[1] == MatchInstance.None);
            for (int i = instance.PairOffsets[c]; i < instance.PairOffsets[c + 1]; i++)
                Assert.True(instance.Pairs[i].ProgramA != MatchInstance.None && instance.Pairs[i].ProgramB != MatchInstance.None);
        }
    }

    private static Scenario With(Scenario scenario, CoupleOptions couples) => scenario with { Couples = couples };
}
