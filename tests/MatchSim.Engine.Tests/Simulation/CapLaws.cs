using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Tests.Simulation;

/// <summary>Caps bind whom they must and nobody else; over-inviting only adds.</summary>
public sealed class CapLaws
{
    [Property(MaxTest = 200, Arbitrary = [typeof(SeasonMarkets)])]
    public void An_application_cap_is_the_lesser_of_the_two_for_everybody(SeasonShape shape, byte cap)
    {
        Scenario scenario = shape.ToScenario();
        int most = 1 + (cap % 6);
        Season free = ConservationLaws.Run(scenario);
        Season capped = ConservationLaws.Run(
            scenario with { Applications = scenario.Applications with { Cap = most } });
        for (int a = 0; a < free.Market.Applicants.Count; a++)
        {
            Assert.Equal(Math.Min(free.Market.Applicants.ApplicationCount[a], most), capped.Market.Applicants.ApplicationCount[a]);
            Assert.InRange(capped.Applications.Sent[a], 0, most);
        }
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(SeasonMarkets)])]
    public void An_application_cap_below_everybodys_number_binds_everybody(SeasonShape shape)
    {
        Scenario scenario = shape.ToScenario();
        Season season = ConservationLaws.Run(scenario with
        {
            Applications = scenario.Applications with { Cap = 1 },
            Applicants = scenario.Applicants.ToDictionary(
                pair => pair.Key, pair => pair.Value with { Applications = new ApplicationCountOptions { Mean = 50 } }),
        });
        for (int a = 0; a < season.Market.Applicants.Count; a++)
            Assert.Equal(1, season.Applications.Sent[a]);
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(SeasonMarkets)])]
    public void An_interview_cap_binds_everybody_above_it_and_changes_no_application(SeasonShape shape, byte cap)
    {
        Scenario scenario = shape.ToScenario();
        int most = 1 + (cap % 6);
        Season free = ConservationLaws.Run(scenario);
        Season capped = ConservationLaws.Run(scenario with { Interviews = scenario.Interviews with { Cap = most } });
        Assert.Equal(free.Applications.Sent, capped.Applications.Sent);
        Assert.Equal(free.Applications.Count, capped.Applications.Count);
        for (int a = 0; a < free.Market.Applicants.Count; a++)
            Assert.InRange(capped.Interviews.Of(a).Length, 0, most);
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(SeasonMarkets)])]
    public void Caps_nobody_reaches_change_nothing(SeasonShape shape)
    {
        Scenario scenario = shape.ToScenario();
        Season free = ConservationLaws.Run(scenario);
        Season capped = ConservationLaws.Run(scenario with
        {
            Applications = scenario.Applications with { Cap = 10_000 },
            Interviews = scenario.Interviews with { Cap = 1000 },
        });
        Assert.Equal(free.Interviews.All(), capped.Interviews.All());
        Assert.Equal(free.Match.ProgramOf.ToArray(), capped.Match.ProgramOf.ToArray());
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(SeasonMarkets)])]
    public void Over_inviting_takes_no_invitation_away(SeasonShape shape)
    {
        Scenario scenario = shape.ToScenario();
        Season plain = ConservationLaws.Run(scenario with { Interviews = scenario.Interviews with { OverInviting = 0 } });
        Season over = ConservationLaws.Run(scenario with { Interviews = scenario.Interviews with { OverInviting = 0.5 } });
        for (int p = 0; p < plain.Market.Programs.Count; p++)
        {
            Assert.True(over.Interviews.Invitations[p] >= plain.Interviews.Invitations[p]);
            Assert.InRange(over.Interviews.Held[p], 0, ConservationLaws.FirstWave(over, p));
        }

        for (int a = 0; a < plain.Market.Applicants.Count; a++)
            Assert.True(over.Interviews.Invited[a] >= plain.Interviews.Invited[a]);
    }
}
