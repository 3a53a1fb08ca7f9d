using MatchSim.Engine.Interviews;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Outcomes;
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
        ApplicationGraph graph = season.Applications;
        HashSet<int> held = [.. season.Interviews.ByApplicant[..season.Interviews.Count]];
        for (int a = 0; a < season.Market.Applicants.Count; a++)
        {
            for (int i = graph.Offsets[a]; i < graph.Offsets[a + 1]; i++)
            {
                if (!held.Contains(i))
                    Assert.False(ApplicantWants(season, a, i) && ProgramWants(season, held, i), $"application {i}");
            }
        }
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(SeasonMarkets)])]
    public void The_marginal_score_is_the_lowest_invited(SeasonShape shape)
    {
        Scenario scenario = shape.ToScenario();
        Season season = ConservationLaws.Run(scenario);
        ApplicationGraph graph = season.Applications;
        for (int p = 0; p < season.Market.Programs.Count; p++)
        {
            float marginal = season.Interviews.MarginalScore[p];
            int reached = Enumerable.Range(0, graph.Count).Count(i => graph.Program[i] == p && graph.Score[i] >= marginal);
            Assert.Equal(season.Interviews.Invitations[p], reached);
        }
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(SeasonMarkets)])]
    public void Screened_out_applications_are_never_interviewed(SeasonShape shape)
    {
        Scenario scenario = shape.ToScenario();
        Season season = ConservationLaws.Run(scenario);
        ProgramColumns programs = season.Market.Programs;
        ApplicantColumns applicants = season.Market.Applicants;
        for (int slot = 0; slot < season.Interviews.Count; slot++)
        {
            int a = season.Interviews.Applicant[slot];
            int p = season.Applications.Program[season.Interviews.ByApplicant[slot]];
            Assert.NotEqual(Openness.Never, programs.OpennessTo(applicants.Type[a])[p]);
            Assert.True(applicants.Step2[a] >= programs.Cutoff[p]);
            Assert.False(applicants.Visa[a] != VisaNeed.None && programs.Visas[p] == VisaPolicy.None);
            Assert.False(applicants.FailedAttempt[a] && programs.FailedAttempt[p] == Openness.Never);
        }
    }

    private static bool ApplicantWants(Season season, int applicant, int application)
    {
        InterviewGraph graph = season.Interviews;
        int start = graph.ApplicantOffsets[applicant];
        int end = graph.ApplicantOffsets[applicant + 1];
        return end - start < season.Market.Applicants.InterviewLimit[applicant]
            || graph.ByApplicant[start..end].Any(
                other => season.Applications.Utility[other] < season.Applications.Utility[application]);
    }

    private static bool ProgramWants(Season season, HashSet<int> held, int application)
    {
        ApplicationGraph graph = season.Applications;
        int program = graph.Program[application];
        int[] present = [.. held.Where(other => graph.Program[other] == program)];
        return present.Length < season.Market.Programs.InterviewPlaces[program]
            || present.Any(other => graph.Score[other] < graph.Score[application]);
    }
}
