using MatchSim.Engine.Interviews;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Matching;
using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;

namespace MatchSim.Engine.Tests.Simulation;

/// <summary>Nothing appears on the way through a season that was not there before, and nothing gets lost.</summary>
public sealed class ConservationLaws
{
    [Property(MaxTest = 300, Arbitrary = [typeof(SeasonMarkets)])]
    public void Positions_add_up_to_the_scenario(SeasonShape shape)
    {
        Scenario scenario = shape.ToScenario();
        Season season = Run(scenario);
        foreach (ProgramGroup group in season.Market.Layout.Groups)
        {
            ReadOnlySpan<int> positions = season.Market.Programs.Positions.AsSpan(group.Start, group.Count);
            Assert.Equal(group.Positions, Sum(positions));
            Assert.True(positions.ToArray().All(p => p >= 1));
        }
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(SeasonMarkets)])]
    public void Nobody_applies_twice_to_a_program_or_to_more_than_wanted(SeasonShape shape)
    {
        Scenario scenario = shape.ToScenario();
        Season season = Run(scenario);
        for (int a = 0; a < season.Market.Applicants.Count; a++)
        {
            int start = season.Applications.Offsets[a];
            int end = season.Applications.Offsets[a + 1];
            int[] programs = season.Applications.Program[start..end];
            Assert.Equal(programs.Length, programs.Distinct().Count());
            Assert.InRange(season.Applications.Sent[a], programs.Length, season.Market.Applicants.ApplicationCount[a]);
        }

        Assert.Equal(season.Applications.Sent.Sum(), season.Applications.Received.Sum());
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(SeasonMarkets)])]
    public void Interviews_stay_within_places_and_limits_and_are_seen_alike_from_both_sides(SeasonShape shape)
    {
        Scenario scenario = shape.ToScenario();
        Season season = Run(scenario);
        InterviewGraph graph = season.Interviews;
        for (int p = 0; p < season.Market.Programs.Count; p++)
        {
            int held = graph.ProgramOffsets[p + 1] - graph.ProgramOffsets[p];
            Assert.InRange(held, 0, season.Market.Programs.InterviewPlaces[p]);
            Assert.InRange(graph.Invitations[p], held, season.Applications.Received[p]);
            for (int i = graph.ProgramOffsets[p]; i < graph.ProgramOffsets[p + 1]; i++)
                Assert.Equal(p, season.Applications.Program[graph.ByApplicant[graph.ByProgram[i]]]);
        }

        for (int a = 0; a < season.Market.Applicants.Count; a++)
        {
            int held = graph.ApplicantOffsets[a + 1] - graph.ApplicantOffsets[a];
            Assert.InRange(held, 0, Math.Min(graph.Invited[a], season.Market.Applicants.InterviewLimit[a]));
            for (int i = graph.ApplicantOffsets[a]; i < graph.ApplicantOffsets[a + 1]; i++)
                Assert.InRange(graph.ByApplicant[i], season.Applications.Offsets[a], season.Applications.Offsets[a + 1] - 1);
        }

        Assert.Equal(graph.Invited.Sum(), graph.Invitations.Sum());
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(SeasonMarkets)])]
    public void Whoever_is_ranked_was_interviewed_and_nobody_who_withdrew_has_a_list(SeasonShape shape)
    {
        Scenario scenario = shape.ToScenario();
        Season season = Run(scenario);
        for (int a = 0; a < season.Market.Applicants.Count; a++)
        {
            int[] met =
            [
                .. season.Interviews.ByApplicant[season.Interviews.ApplicantOffsets[a]..season.Interviews.ApplicantOffsets[a + 1]]
                    .Select(application => season.Applications.Program[application]),
            ];
            int[] ranked = [.. season.Lists.ListOf(a).ToArray().Select(entry => entry.Program)];
            Assert.Subset(met.ToHashSet(), ranked.ToHashSet());
            Assert.Equal(ranked.Length, ranked.Distinct().Count());
            if (season.Market.Applicants.Withdrawn[a])
                Assert.Empty(ranked);
        }
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(SeasonMarkets)])]
    public void Every_season_called_stable_is_stable_by_the_independent_verifier(SeasonShape shape)
    {
        Scenario scenario = shape.ToScenario();
        Season season = Run(scenario);
        StabilityReport report = Stability.Check(season.Lists.Instance, season.Match);
        Assert.Empty(report.Infeasible);
        if (season.Match.Status == MatchStatus.Stable)
            Assert.Empty(report.Blocking);
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(SeasonMarkets)])]
    public void Measures_agree_with_one_another(SeasonShape shape)
    {
        Scenario scenario = shape.ToScenario();
        RunResult result = MonteCarlo.Run(scenario, new RunOptions(), null, CancellationToken.None);
        double Value(Measure measure, ApplicantType? type = null) =>
            result.Baseline.Find(measure, type)?.Estimate ?? throw new InvalidOperationException(measure.ToString());

        int positions = scenario.Market.Specialties.Values.Sum(
            s => (s.Categorical?.Positions ?? 0) + (s.Advanced?.Positions ?? 0) + (s.Preliminary?.Positions ?? 0));
        Assert.Equal(positions, Value(Measure.PositionsFilled) + Value(Measure.PositionsUnfilled), 1e-6);
        Assert.Equal(
            scenario.Applicants.Values.Sum(a => a.Registered),
            Enum.GetValues<ApplicantType>().Sum(type => Value(Measure.Applicants, type)),
            1e-6);
        Assert.True(Value(Measure.Active) <= Value(Measure.Applicants));
        Assert.True(Value(Measure.InterviewsMean) <= Value(Measure.InvitationsMean) + 1e-9);
        Assert.True(Value(Measure.InvitationsMean) <= Value(Measure.ApplicationsMean) + 1e-9);
    }

    internal static Season Run(Scenario scenario, int replication = 0) =>
        new Replication(new MarketLayout(scenario)).Run(scenario.Seed, replication);

    private static int Sum(ReadOnlySpan<int> numbers)
    {
        int sum = 0;
        foreach (int number in numbers)
            sum += number;
        return sum;
    }
}
