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
        var read = new int[season.Market.Applicants.Count];
        for (int p = 0; p < season.Market.Programs.Count; p++)
        {
            int[] applicants = [.. season.Applications.ReadBy(p).Select(candidate => candidate.Applicant)];
            Assert.Equal(applicants.Length, applicants.Distinct().Count());
            Assert.InRange(applicants.Length, 0, season.Applications.Received[p]);
            foreach (int applicant in applicants)
                read[applicant]++;
        }

        for (int a = 0; a < read.Length; a++)
            Assert.InRange(season.Applications.Sent[a], read[a], season.Market.Applicants.ApplicationCount[a]);
        Assert.Equal(season.Applications.Count, read.Sum());
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
            Assert.InRange(graph.Held[p], 0, FirstWave(season, p));
            Assert.InRange(graph.Invitations[p], graph.Held[p], season.Applications.Received[p]);
        }

        var seen = new int[season.Market.Programs.Count];
        var applied = Enumerable.Range(0, seen.Length)
            .Select(p => season.Applications.ReadBy(p).ToDictionary(c => c.Applicant, c => c.Score)).ToArray();
        for (int a = 0; a < season.Market.Applicants.Count; a++)
        {
            ReadOnlySpan<Interview> held = graph.Of(a);
            Assert.InRange(held.Length, 0, Math.Min(graph.Invited[a], season.Market.Applicants.InterviewLimit[a]));
            foreach (Interview interview in held)
            {
                seen[interview.Program]++;
                Assert.Equal(applied[interview.Program][a], interview.Score);
            }
        }

        Assert.Equal(graph.Held, seen);
        Assert.Equal(graph.Invited.Sum(), graph.Invitations.Sum());
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(SeasonMarkets)])]
    public void Whoever_is_ranked_was_interviewed_and_nobody_who_withdrew_has_a_list(SeasonShape shape)
    {
        Scenario scenario = shape.ToScenario();
        Season season = Run(scenario);
        for (int a = 0; a < season.Market.Applicants.Count; a++)
        {
            int[] met = [.. season.Interviews.Of(a).ToArray().Select(interview => interview.Program)];
            int[] ranked = [.. season.Lists.ListOf(a).ToArray().Select(entry => entry.Program)];
            Assert.Subset(met.ToHashSet(), ranked.ToHashSet());
            Assert.Equal(ranked.Length, ranked.Distinct().Count());
            if (season.Market.Applicants.Withdrawn[a])
                Assert.Empty(ranked);
        }
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(SeasonMarkets)])]
    public void A_match_follows_from_ranks_on_both_sides_an_interview_an_invitation_and_an_application(SeasonShape shape)
    {
        Scenario scenario = shape.ToScenario();
        Season season = Run(scenario);
        HashSet<(int Program, int Applicant)> applied = [.. Enumerable.Range(0, season.Market.Programs.Count)
            .SelectMany(p => season.Applications.ReadBy(p).Select(candidate => (p, candidate.Applicant)))];
        for (int a = 0; a < season.Market.Applicants.Count; a++)
        {
            var wanted = new HashSet<int>();
            int slot = season.Interviews.ApplicantOffsets[a];
            foreach (Interview interview in season.Interviews.Of(a))
            {
                Assert.Contains((interview.Program, a), applied);
                Assert.True(interview.Score >= season.Interviews.MarginalScore[interview.Program]);
                if (season.Lists.ProgramScore[slot++] != MatchInstance.Unranked)
                    wanted.Add(interview.Program);
            }

            int[] own = [.. season.Lists.ListOf(a).ToArray().Select(entry => entry.Program)];
            int[] supplemental = SupplementalPrograms(season.Lists.Instance, a);
            Assert.Subset(season.Interviews.Of(a).ToArray().Select(interview => interview.Program).ToHashSet(), supplemental.ToHashSet());
            AssertMatched(season.Match.ProgramOf[a], own, wanted);
            if (season.Match.SupplementalProgramOf.Length > 0)
                AssertMatched(season.Match.SupplementalProgramOf[a], supplemental, wanted);
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

    /// <summary>The places, and with over-inviting as many more as a program invites at first.</summary>
    internal static int FirstWave(Season season, int program) => (int)Math.Floor(
        (season.Market.Programs.InterviewPlaces[program] * (1 + season.Market.Layout.Scenario.Interviews.OverInviting)) + 0.5);

    internal static Season Run(Scenario scenario, int replication = 0) =>
        new Replication(new MarketLayout(scenario)).Run(scenario.Seed, replication);

    private static void AssertMatched(int program, int[] ranked, HashSet<int> rankedBy)
    {
        if (program == Market.None)
            return;
        Assert.Contains(program, ranked);
        Assert.Contains(program, rankedBy);
    }

    private static int[] SupplementalPrograms(MatchInstance instance, int applicant) =>
    [
        .. instance.SupplementalLinks[instance.SupplementalOffsets[applicant]..instance.SupplementalOffsets[applicant + 1]]
            .SelectMany(link => instance.SupplementalEntries[link.Start..link.End])
            .Select(entry => entry.Program).Distinct(),
    ];

    private static int Sum(ReadOnlySpan<int> numbers)
    {
        int sum = 0;
        foreach (int number in numbers)
            sum += number;
        return sum;
    }
}
