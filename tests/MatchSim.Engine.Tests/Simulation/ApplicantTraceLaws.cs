using MatchSim.Engine.Interviews;
using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;

namespace MatchSim.Engine.Tests.Simulation;

/// <summary>What is told of one applicant is what the season did, for every applicant of every season.</summary>
public sealed class ApplicantTraceLaws
{
    [Property(MaxTest = 60, Arbitrary = [typeof(SeasonMarkets)])]
    public void Applications_sent_and_read_are_those_of_the_season(SeasonShape shape)
    {
        Scenario scenario = shape.ToScenario();
        Season season = ConservationLaws.Run(scenario);
        IReadOnlyList<ApplicationFate>[] followed = FollowAll(scenario, season);
        var received = new int[season.Market.Programs.Count];
        var read = new Dictionary<(int Program, int Applicant), float>();
        for (int a = 0; a < followed.Length; a++)
        {
            Assert.Equal(season.Applications.Sent[a], followed[a].Count);
            foreach (Application application in followed[a].Select(fate => fate.Application))
            {
                received[application.Program]++;
                Assert.Equal(application.Screens != FailedScreens.None, float.IsNaN(application.Score));
                if (application.Screens == FailedScreens.None)
                    read.Add((application.Program, a), application.Score);
            }
        }

        Assert.Equal(season.Applications.Received, received);
        Assert.Equal(season.Applications.Count, read.Count);
        for (int p = 0; p < received.Length; p++)
            Assert.All(season.Applications.ReadBy(p), candidate => Assert.Equal(read[(p, candidate.Applicant)], candidate.Score));
    }

    [Property(MaxTest = 60, Arbitrary = [typeof(SeasonMarkets)])]
    public void Invitations_interviews_and_utilities_are_those_of_the_season(SeasonShape shape)
    {
        Scenario scenario = shape.ToScenario();
        Season season = ConservationLaws.Run(scenario);
        IReadOnlyList<ApplicationFate>[] followed = FollowAll(scenario, season);
        for (int a = 0; a < followed.Length; a++)
        {
            Assert.Equal(season.Interviews.Invited[a], followed[a].Count(fate => fate.Reached >= ApplicationStep.GivenUp));
            Interview[] met = [.. followed[a].Where(fate => fate.Reached == ApplicationStep.Interviewed)
                .Select(fate => new Interview(fate.Application.Program, fate.Application.Utility, fate.Application.Score))];
            Assert.Equal(season.Interviews.Of(a).ToArray().OrderBy(interview => interview.Program), met);
            foreach (ApplicationFate given in followed[a].Where(fate => fate.Reached == ApplicationStep.GivenUp))
            {
                Assert.Equal(season.Market.Applicants.InterviewLimit[a], met.Length);
                Assert.All(met, interview => Assert.True(interview.Utility >= given.Application.Utility));
            }
        }
    }

    [Property(MaxTest = 60, Arbitrary = [typeof(SeasonMarkets)])]
    public void Ranks_are_those_of_both_sides_lists(SeasonShape shape)
    {
        Scenario scenario = shape.ToScenario();
        Season season = ConservationLaws.Run(scenario);
        IReadOnlyList<ApplicationFate>[] followed = FollowAll(scenario, season);
        for (int a = 0; a < followed.Length; a++)
        {
            int[] own = [.. season.Lists.ListOf(a).ToArray().Select(entry => entry.Program)];
            Assert.Equal(own, followed[a].Where(fate => fate.OwnRank > 0).OrderBy(fate => fate.OwnRank).Select(fate => fate.Application.Program));
        }

        foreach (var program in followed.SelectMany(fates => fates).GroupBy(fate => fate.Application.Program))
        {
            int ranked = season.Lists.RankedBy[program.Key];
            Assert.Equal(Enumerable.Range(1, ranked), program.Where(fate => fate.ProgramRank > 0).Select(fate => fate.ProgramRank).Order());
        }
    }

    /// <summary>Whoever sends a signal gains its weight in the program's score, and nobody else gains anything.</summary>
    [Property(MaxTest = 60, Arbitrary = [typeof(SeasonMarkets)])]
    public void Signals_are_those_the_programs_counted(SeasonShape shape)
    {
        Scenario scenario = shape.ToScenario();
        Season season = ConservationLaws.Run(scenario);
        IReadOnlyList<ApplicationFate>[] followed = FollowAll(scenario, season);
        Scenario silent = scenario with { Applications = scenario.Applications with { Signals = Switch.Off } };
        Season without = ConservationLaws.Run(silent);
        for (int p = 0; p < season.Market.Programs.Count; p++)
        {
            Dictionary<int, float> before = without.Applications.ReadBy(p).ToDictionary(c => c.Applicant, c => c.Score);
            foreach (Candidate candidate in season.Applications.ReadBy(p))
            {
                ProgramSignal sent = followed[candidate.Applicant].Single(fate => fate.Application.Program == p).Application.Signal;
                double gain = sent switch
                {
                    ProgramSignal.Gold => scenario.Interviews.GoldWeight,
                    ProgramSignal.Silver => scenario.Interviews.SilverWeight,
                    _ => 0,
                };
                Assert.Equal(gain, candidate.Score - before[candidate.Applicant], 1e-5);
            }
        }
    }

    private static IReadOnlyList<ApplicationFate>[] FollowAll(Scenario scenario, Season season)
    {
        var trace = new ApplicantTrace(season.Market.Layout);
        return [.. Enumerable.Range(0, season.Market.Applicants.Count).Select(a => trace.Follow(scenario.Seed, 0, season, a))];
    }
}
