using MatchSim.Engine.Interviews;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Tests.Simulation;

/// <summary>The waves of invitations end in a stable set of interviews, judged from the definition.</summary>
public sealed class InterviewLaws
{
    [Property(MaxTest = 400, Arbitrary = [typeof(SeasonMarkets)])]
    public void No_program_and_applicant_would_both_rather_meet(SeasonShape shape)
    {
        Scenario scenario = shape.ToScenario();
        Season season = ConservationLaws.Run(scenario);
        ProgramAppeal appeal = AppealOf(season, scenario.Seed);
        for (int p = 0; p < season.Market.Programs.Count; p++)
        {
            float[] present = [.. season.Interviews.All().Where(i => i.Program == p).Select(i => i.Score)];
            foreach (Candidate candidate in season.Applications.ReadBy(p))
            {
                if (Meets(season, candidate.Applicant, p))
                    continue;
                bool wanted = present.Length < season.Market.Programs.InterviewPlaces[p]
                    || present.Any(score => score < candidate.Score);
                Assert.False(wanted && ApplicantWants(season, appeal, candidate.Applicant, p), $"{candidate} at {p}");
            }
        }
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(SeasonMarkets)])]
    public void The_marginal_score_is_the_lowest_invited(SeasonShape shape)
    {
        Scenario scenario = shape.ToScenario();
        Season season = ConservationLaws.Run(scenario);
        for (int p = 0; p < season.Market.Programs.Count; p++)
        {
            float marginal = season.Interviews.MarginalScore[p];
            int reached = season.Applications.ReadBy(p).Count(candidate => candidate.Score >= marginal);
            Assert.Equal(season.Interviews.Invitations[p], reached);
        }
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(SeasonMarkets)])]
    public void Screened_out_applications_are_never_interviewed(SeasonShape shape)
    {
        Scenario scenario = shape.ToScenario();
        Season season = ConservationLaws.Run(scenario);
        ApplicantColumns applicants = season.Market.Applicants;
        for (int a = 0; a < applicants.Count; a++)
        {
            foreach (Interview interview in season.Interviews.Of(a))
                AssertReads(season, interview.Program, a);
        }
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(SeasonMarkets)])]
    public void The_utility_of_one_program_is_that_of_the_whole_list(SeasonShape shape)
    {
        Scenario scenario = shape.ToScenario();
        Season season = ConservationLaws.Run(scenario);
        ProgramAppeal appeal = AppealOf(season, scenario.Seed);
        for (int a = 0; a < season.Market.Applicants.Count; a++)
        {
            foreach (Interview interview in season.Interviews.Of(a))
                Assert.Equal(appeal.UtilityOf(a, interview.Program), interview.Utility);
        }
    }

    private static void AssertReads(Season season, int p, int a)
    {
        ProgramColumns programs = season.Market.Programs;
        ApplicantColumns applicants = season.Market.Applicants;
        Assert.NotEqual(Openness.Never, programs.OpennessTo(applicants.Type[a])[p]);
        Assert.True(applicants.Step2[a] >= programs.Cutoff[p]);
        Assert.False(applicants.Visa[a] != VisaNeed.None && programs.Visas[p] == VisaPolicy.None);
        Assert.False(applicants.FailedAttempt[a] && programs.FailedAttempt[p] == Openness.Never);
    }

    private static bool ApplicantWants(Season season, ProgramAppeal appeal, int applicant, int program)
    {
        ReadOnlySpan<Interview> held = season.Interviews.Of(applicant);
        return held.Length < season.Market.Applicants.InterviewLimit[applicant]
            || held.ToArray().Any(other => other.Utility < appeal.UtilityOf(applicant, program));
    }

    private static bool Meets(Season season, int applicant, int program) =>
        season.Interviews.Of(applicant).ToArray().Any(interview => interview.Program == program);

    private static ProgramAppeal AppealOf(Season season, ulong seed)
    {
        MarketLayout layout = season.Market.Layout;
        var appeal = new ProgramAppeal(layout, new LaneLayout(layout), new ApplicationBlocks(layout));
        appeal.Prepare(new Streams(seed, 0), season.Market);
        return appeal;
    }
}
