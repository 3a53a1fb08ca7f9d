using MatchSim.Engine.Markets;
using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;
using MatchSim.Engine.Soap;
using MatchSim.Engine.Statistics;

namespace MatchSim.Engine.Tests.Simulation;

/// <summary>What SOAP may change and what it may not, on whole seasons.</summary>
public sealed class SoapLaws
{
    [Property(MaxTest = 100, Arbitrary = [typeof(SeasonMarkets)])]
    public void Without_rounds_it_is_as_if_there_were_no_SOAP(SeasonShape shape)
    {
        Scenario scenario = shape.ToScenario();
        Assert.Null(ConservationLaws.Run(With(scenario, rounds: 0)).Soap);
        Assert.Equal(Rows(scenario, threads: 1), Rows(With(scenario, rounds: 0), threads: 1));
    }

    [Property(MaxTest = 100, Arbitrary = [typeof(SeasonMarkets)])]
    public void The_figures_before_it_stay_as_they_were_on_any_number_of_threads(SeasonShape shape)
    {
        Scenario scenario = shape.ToScenario() with { Replications = 4 };
        string[] without = Rows(scenario, threads: 1);
        string[] one = Rows(With(scenario), threads: 1);
        Assert.Equal(without, one[..without.Length]);
        Assert.All(one[without.Length..], row => Assert.Contains("Soap", row, StringComparison.Ordinal));
        Assert.Equal(one, Rows(With(scenario), threads: 2));
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(SeasonMarkets)])]
    public void Positions_and_people_are_placed_once(SeasonShape shape)
    {
        Season season = ConservationLaws.Run(With(shape.ToScenario(), most: 4));
        SoapResult soap = season.Soap!;
        for (int p = 0; p < season.Market.Programs.Count; p++)
        {
            int open = season.Market.Programs.Positions[p] - season.Match.Filled(p);
            Assert.Equal(open, soap.Offered[p]);
            Assert.InRange(soap.Filled[p], 0, open);
            Assert.Equal(soap.Filled[p], soap.ProgramOf.Count(program => program == p));
        }

        Assert.Equal(soap.Filled.Sum(), soap.FilledInRound.Sum());
        for (int a = 0; a < season.Market.Applicants.Count; a++)
        {
            bool barred = season.Match.ProgramOf[a] != Market.None || season.Market.Applicants.Withdrawn[a];
            Assert.InRange(soap.Sent[a], 0, barred ? 0 : 4);
            Assert.True(soap.ProgramOf[a] == Market.None || soap.Sent[a] > 0);
        }
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(SeasonMarkets)])]
    public void Who_is_placed_applied_and_passed_the_screens_of_the_season(SeasonShape shape)
    {
        Season season = ConservationLaws.Run(With(shape.ToScenario()));
        ProgramColumns programs = season.Market.Programs;
        ApplicantColumns applicants = season.Market.Applicants;
        foreach ((int a, int p, _) in Applications(season))
        {
            Assert.True(season.Soap!.Offered[p] > 0);
            Assert.NotEqual(Openness.Never, programs.OpennessTo(applicants.Type[a])[p]);
            Assert.True(applicants.Step2[a] >= programs.Cutoff[p]);
            Assert.False(applicants.Visa[a] == VisaNeed.Any && programs.Visas[p] == VisaPolicy.None);
            Assert.False(applicants.Visa[a] == VisaNeed.H1bOnly && programs.Visas[p] != VisaPolicy.J1AndH1b);
            Assert.False(applicants.FailedAttempt[a] && programs.FailedAttempt[p] == Openness.Never);
        }

        HashSet<(int, int)> applied = [.. Applications(season).Select(application => (application.Applicant, application.Program))];
        for (int a = 0; a < applicants.Count; a++)
            Assert.True(season.Soap!.ProgramOf[a] == Market.None || applied.Contains((a, season.Soap.ProgramOf[a])));
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(SeasonMarkets)])]
    public void One_round_more_changes_no_earlier_round(SeasonShape shape)
    {
        int[] all = ConservationLaws.Run(With(shape.ToScenario())).Soap!.FilledInRound;
        for (int rounds = 1; rounds <= SoapOptions.MostRounds; rounds++)
        {
            int[] filled = ConservationLaws.Run(With(shape.ToScenario(), rounds)).Soap!.FilledInRound;
            Assert.Equal(all[..rounds], filled);
        }
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(SeasonMarkets)])]
    public void The_rounds_are_those_of_a_slow_reading_of_the_rules(SeasonShape shape)
    {
        Scenario scenario = With(shape.ToScenario(), most: 6);
        Season season = ConservationLaws.Run(scenario);
        Assert.Equal(SoapReference.Place(scenario, season, Applications(season)), season.Soap!.ProgramOf);
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(SeasonMarkets)])]
    public void One_applicant_more_changes_no_other_applicants_draws(SeasonShape shape, byte whichType)
    {
        Scenario scenario = With(shape.ToScenario());
        var type = (ApplicantType)(whichType % MarketLayout.TypeCount);
        Scenario larger = scenario with
        {
            Applicants = scenario.Applicants.ToDictionary(
                pair => pair.Key,
                pair => pair.Key == type ? pair.Value with { Registered = pair.Value.Registered + 1 } : pair.Value),
        };
        Season before = ConservationLaws.Run(scenario);
        Season after = ConservationLaws.Run(larger);
        int extra = after.Market.Layout.TypeStarts[(int)type + 1] - 1;
        var now = Applications(after).ToDictionary(x => (x.Applicant, x.Program), x => x.Index);
        SoapApplications old = before.Soap!.Applications;
        SoapApplications anew = after.Soap!.Applications;
        foreach ((int a, int p, int index) in Applications(before))
        {
            if (!now.TryGetValue((a < extra ? a : a + 1, p), out int same))
                continue;
            Assert.Equal(old.Utility[index], anew.Utility[same]);
            Assert.Equal(old.Standing[index], anew.Standing[same]);
        }
    }

    [Fact]
    public void A_second_season_of_the_same_size_allocates_nothing()
    {
        Scenario scenario = With(new SeasonShape(3, 8, 4, 60, 3, 12, 2, 5, 1).ToScenario());
        var layout = new MarketLayout(scenario);
        Season season = new Replication(layout).Run(scenario.Seed, 0);
        SoapStage stage = SoapStage.IfOn(layout)!;
        stage.Place(new Streams(scenario.Seed, 0), season.Market, season.Match);
        long before = GC.GetAllocatedBytesForCurrentThread();
        SoapResult soap = stage.Place(new Streams(scenario.Seed, 0), season.Market, season.Match);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(soap.Filled.Sum() > 0);
    }

    private static Scenario With(Scenario scenario, int rounds = SoapOptions.MostRounds, int most = 45) => scenario with
    {
        Match = scenario.Match with { Soap = new SoapOptions { Rounds = rounds, MaxApplications = most } },
    };

    private static string[] Rows(Scenario scenario, int threads) =>
        [.. MonteCarlo.Run(scenario, new RunOptions(threads), null, CancellationToken.None)
            .Baseline.Rows.Select((SummaryRow row) => row.ToString())];

    private static List<(int Applicant, int Program, int Index)> Applications(Season season)
    {
        SoapApplications applications = season.Soap!.Applications;
        int[] open = [.. Enumerable.Range(0, season.Market.Programs.Count).Where(p => season.Soap.Offered[p] > 0)];
        return
        [
            .. from person in Enumerable.Range(0, applications.PersonCount)
               from i in Enumerable.Range(applications.Offsets[person], applications.Offsets[person + 1] - applications.Offsets[person])
               select (applications.Applicant[person], open[applications.Slot[i]], i),
        ];
    }
}
