using MatchSim.Engine.Markets;
using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;
using MatchSim.Engine.Statistics;

namespace MatchSim.Engine.Tests.Simulation;

/// <summary>Common random numbers: one agent or option more changes only what it must.</summary>
public sealed class CommonRandomNumberLaws
{
    [Property(MaxTest = 200, Arbitrary = [typeof(SeasonMarkets)])]
    public void One_applicant_more_changes_no_other_applicants_draws(SeasonShape shape, byte whichType)
    {
        Scenario scenario = shape.ToScenario();
        var type = (ApplicantType)(whichType % MarketLayout.TypeCount);
        Scenario larger = scenario with
        {
            Applicants = scenario.Applicants.ToDictionary(
                pair => pair.Key,
                pair => pair.Key == type ? pair.Value with { Registered = pair.Value.Registered + 1 } : pair.Value),
        };
        Season before = ConservationLaws.Run(scenario);
        Season after = ConservationLaws.Run(larger);
        Assert.Equal(before.Market.Programs.Desirability, after.Market.Programs.Desirability);
        Assert.Equal(before.Market.Programs.Openness, after.Market.Programs.Openness);
        int extra = after.Market.Layout.TypeStarts[(int)type + 1] - 1;
        ILookup<int, (int Program, float Score)> appliedBefore = Applied(before);
        ILookup<int, (int Program, float Score)> appliedAfter = Applied(after);
        for (int a = 0; a < before.Market.Applicants.Count; a++)
        {
            int same = a < extra ? a : a + 1;
            Assert.Equal(Person(before, a), Person(after, same));
            Assert.Equal(appliedBefore[a], appliedAfter[same]);
        }
    }

    [Property(MaxTest = 100, Arbitrary = [typeof(SeasonMarkets)])]
    public void A_specialty_more_changes_no_programs_draws(SeasonShape shape)
    {
        Scenario scenario = shape.ToScenario();
        var first = new SpecialtyOptions { Categorical = new TrackOptions { Programs = 3, Positions = 4 } };
        Scenario larger = scenario with
        {
            Market = scenario.Market with
            {
                Specialties = new Dictionary<string, SpecialtyOptions>(
                    scenario.Market.Specialties.Prepend(new("aviation-medicine", first))),
            },
        };
        Season before = ConservationLaws.Run(scenario);
        Season after = ConservationLaws.Run(larger);
        Assert.Equal(before.Market.Programs.Desirability, after.Market.Programs.Desirability[3..]);
        Assert.Equal(before.Market.Programs.Positions, after.Market.Programs.Positions[3..]);
    }

    [Property(MaxTest = 100, Arbitrary = [typeof(SeasonMarkets)])]
    public void An_option_of_a_later_stage_leaves_the_earlier_ones_alone(SeasonShape shape)
    {
        Scenario scenario = shape.ToScenario();
        Season before = ConservationLaws.Run(scenario);
        Season after = ConservationLaws.Run(scenario with { Ranking = scenario.Ranking with { ProgramNoise = 3 } });
        Assert.Equal(before.Applications.Count, after.Applications.Count);
        Assert.Equal(before.Interviews.All(), after.Interviews.All());
    }

    [Property(MaxTest = 100, Arbitrary = [typeof(SeasonMarkets)])]
    public void Threads_change_nothing_and_seeds_do(SeasonShape shape)
    {
        Scenario scenario = shape.ToScenario();
        scenario = scenario with { Replications = 5 };
        string one = Text(MonteCarlo.Run(scenario, new RunOptions(1), null, CancellationToken.None));
        string three = Text(MonteCarlo.Run(scenario, new RunOptions(3), null, CancellationToken.None));
        Assert.Equal(one, three);
        Assert.Equal(one, Text(MonteCarlo.Run(scenario, new RunOptions(1), null, CancellationToken.None)));
    }

    [Fact]
    public void Another_seed_gives_other_results()
    {
        Scenario scenario = FsCheck.Fluent.Gen.Sample(SeasonMarkets.Shapes().Generator, 50, 1)[0].ToScenario();
        scenario = scenario with { Replications = 5 };
        Assert.NotEqual(
            Text(MonteCarlo.Run(scenario, new RunOptions(1), null, CancellationToken.None)),
            Text(MonteCarlo.Run(scenario with { Seed = scenario.Seed + 1 }, new RunOptions(1), null, CancellationToken.None)));
    }

    private static string Text(RunResult result) =>
        string.Join('\n', result.Points.SelectMany(point => point.Rows).Select((SummaryRow row) => row.ToString()));

    private static string Person(Season season, int a)
    {
        ApplicantColumns x = season.Market.Applicants;
        return $"{x.Type[a]} {x.Specialty[a]} {x.SecondSpecialty[a]} {x.AddsPreliminary[a]} {x.Quality[a]} {x.Level[a]} "
            + $"{x.Step2[a]} {x.FailedAttempt[a]} {x.Visa[a]} {x.Region[a]} {x.ApplicationCount[a]} {x.InterviewLimit[a]} "
            + $"{x.Withdrawn[a]} {x.Performance[a]} {x.Couple[a]}";
    }

    /// <summary>[applicant] programs that read the applicant's file, with their scores.</summary>
    private static ILookup<int, (int Program, float Score)> Applied(Season season) =>
        Enumerable.Range(0, season.Market.Programs.Count)
            .SelectMany(p => season.Applications.ReadBy(p).Select(candidate => (candidate.Applicant, Read: (p, candidate.Score))))
            .ToLookup(pair => pair.Applicant, pair => pair.Read);
}
