using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Markets;

/// <summary>Draws the applicants of a market. Every column of an applicant depends on that applicant's key alone.</summary>
internal static class ApplicantSynthesis
{
    public static void Draw(Streams streams, Market market)
    {
        MarketLayout layout = market.Layout;
        CoupleOptions couples = layout.Scenario.Couples;
        for (int t = 0; t < MarketLayout.TypeCount; t++)
        {
            var type = (ApplicantType)t;
            ApplicantOptions options = layout.Of(type);
            int singles = layout.TypeStarts[t] + (2 * couples.Counts.GetValueOrDefault(type));
            for (int a = layout.TypeStarts[t]; a < layout.TypeStarts[t + 1]; a++)
            {
                market.Applicants.Type[a] = type;
                DrawPerson(streams, layout.ApplicantKeys[a], options, market, a);
                DrawBehaviour(streams, a < singles ? couples.ApplicationsFactor : 1, options, market, a);
                layout.Plans.Draw(streams, type, market, a);
            }
        }
    }

    private static void DrawPerson(Streams streams, ulong key, ApplicantOptions type, Market market, int a)
    {
        InterviewOptions weights = market.Layout.Scenario.Interviews;
        ApplicantColumns applicants = market.Applicants;
        double standing = streams[Purpose.Quality].Normal(key);
        bool experience = streams[Purpose.UsExperience].Chance(key, type.UsExperience);
        double years = -type.YearsSinceGraduation * PortableMath.Log(streams[Purpose.YearsSinceGraduation].Uniform(key));
        applicants.Quality[a] = (float)(type.Quality.Mean + (type.Quality.Sd * standing)
            + (weights.UsExperienceWeight * ((experience ? 1 : 0) - type.UsExperience))
            - (weights.YearsSinceGraduationWeight * (years - type.YearsSinceGraduation)));

        double rho = type.Step2.QualityCorrelation;
        double score = (rho * standing) + (Math.Sqrt(1 - (rho * rho)) * streams[Purpose.Step2].Normal(key));
        applicants.Step2[a] = (float)(type.Step2.Mean + (type.Step2.Sd * score));
        applicants.FailedAttempt[a] = streams[Purpose.FailedAttempt].Chance(key, type.FailedAttempt);
        double visa = streams[Purpose.VisaNeed].Uniform(key);
        applicants.Visa[a] = visa < type.VisaNeed * type.VisaH1bOnly ? VisaNeed.H1bOnly
            : visa < type.VisaNeed ? VisaNeed.Any
            : VisaNeed.None;
        applicants.Region[a] =
            (int)(streams[Purpose.ApplicantRegion].Uniform(key) * market.Layout.Scenario.Market.Programs.Regions);
        applicants.Performance[a] = (float)streams[Purpose.InterviewPerformance].Normal(key);
    }

    private static void DrawBehaviour(Streams streams, double applications, ApplicantOptions type, Market market, int a)
    {
        ulong key = market.Layout.ApplicantKeys[a];
        ApplicationOptions belief = market.Layout.Scenario.Applications;
        InterviewOptions interviews = market.Layout.Scenario.Interviews;
        ApplicantColumns applicants = market.Applicants;
        applicants.Level[a] = (float)((belief.LevelSlope * (applicants.Quality[a] - belief.LevelCenter))
            + (belief.LevelNoise * streams[Purpose.PerceivedLevel].Normal(key)));
        int wanted = LogNormalCount(
            applications * type.Applications.Mean, type.Applications.LogSd, streams[Purpose.ApplicationCount].Normal(key));
        int limit = LogNormalCount(
            interviews.LimitMean, interviews.LimitLogSd, streams[Purpose.InterviewLimit].Normal(key));
        applicants.ApplicationCount[a] = Math.Min(wanted, belief.Cap ?? int.MaxValue);
        applicants.InterviewLimit[a] = Math.Min(limit, interviews.Cap ?? int.MaxValue);
        applicants.Withdrawn[a] = streams[Purpose.Withdrawal].Chance(key, type.Withdrawn);
    }

    /// <summary>A log-normal number with the given mean, rounded, at least 1.</summary>
    internal static int LogNormalCount(double mean, double logSd, double normal)
    {
        double value = mean * PortableMath.Exp((logSd * normal) - (0.5 * logSd * logSd));
        return Math.Max(1, (int)Math.Floor(value + 0.5));
    }
}
