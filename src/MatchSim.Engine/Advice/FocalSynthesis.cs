using MatchSim.Engine.Markets;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Advice;

/// <summary>
/// Draws focal applicants: as the market draws its people, but for what the profile says. Their keys come after those of
/// the type's registered applicants, so that they are nobody of the market and nobody else's draws change.
/// </summary>
internal sealed class FocalSynthesis
{
    private readonly MarketLayout _layout;
    private readonly Profile _profile;
    private readonly ApplicantOptions _type;
    private readonly ulong _group;
    private readonly int _specialty;
    private readonly int _second;

    public FocalSynthesis(MarketLayout layout, Profile profile)
    {
        _layout = layout;
        _profile = profile;
        _type = layout.Of(profile.Type);
        _group = AgentKey.Group(profile.Type.ToString());
        _specialty = layout.SpecialtyIndex(profile.Specialty);
        _second = profile.SecondSpecialty is { } id ? layout.SpecialtyIndex(id) : Market.None;
    }

    /// <summary>The focal applicant of this number in this replication.</summary>
    public FocalApplicant Draw(Streams streams, int number) =>
        Draw(streams, AgentKey.Of(_group, _type.Registered + number));

    /// <summary>The person of a key.</summary>
    public FocalApplicant Draw(Streams streams, ulong key)
    {
        ApplicationOptions belief = _layout.Scenario.Applications;
        InterviewOptions interviews = _layout.Scenario.Interviews;
        (double standing, double score) = Standing(streams, key);
        float quality = Quality(streams, key, standing);
        bool addsPreliminary = _layout.Specialties[_specialty].PreliminaryYear is { } year
            && streams[Purpose.PreliminaryYear].Chance(key, year.Share);
        int limit = ApplicantSynthesis.LogNormalCount(
            interviews.LimitMean, interviews.LimitLogSd, streams[Purpose.InterviewLimit].Normal(key));
        return new FocalApplicant
        {
            Key = key,
            Type = _profile.Type,
            Specialty = _specialty,
            SecondSpecialty = addsPreliminary && _second >= 0 && IsPreliminaryOnly(_layout.Specialties[_second]) ? Market.None : _second,
            AddsPreliminary = addsPreliminary,
            Quality = quality,
            Level = (float)((belief.LevelSlope * (quality - belief.LevelCenter))
                + (belief.LevelNoise * streams[Purpose.PerceivedLevel].Normal(key))),
            Step2 = (float)(_type.Step2.Mean + (_type.Step2.Sd * score)),
            FailedAttempt = _profile.FailedAttempt ?? streams[Purpose.FailedAttempt].Chance(key, _type.FailedAttempt),
            Visa = _profile.Visa ?? Visa(streams[Purpose.VisaNeed].Uniform(key)),
            Region = _profile.Region
                ?? (int)(streams[Purpose.ApplicantRegion].Uniform(key) * _layout.Scenario.Market.Programs.Regions),
            Performance = (float)streams[Purpose.InterviewPerformance].Normal(key),
            InterviewLimit = Math.Min(limit, interviews.Cap ?? int.MaxValue),
            Withdrawn = streams[Purpose.Withdrawal].Chance(key, _type.Withdrawn),
        };
    }

    /// <summary>Standing within the type and Step 2 CK score, both standard normal with the scenario's correlation; where the
    /// score is given, the standing is normal given the score.</summary>
    private (double Standing, double Score) Standing(Streams streams, ulong key)
    {
        double rho = _type.Step2.QualityCorrelation;
        double rest = Math.Sqrt(1 - (rho * rho));
        double drawn = streams[Purpose.Quality].Normal(key);
        if (_profile.Step2 is not { } points)
            return (drawn, (rho * drawn) + (rest * streams[Purpose.Step2].Normal(key)));
        double score = _type.Step2.Sd == 0 ? 0 : (points - _type.Step2.Mean) / _type.Step2.Sd;
        return ((rho * score) + (rest * drawn), score);
    }

    private float Quality(Streams streams, ulong key, double standing)
    {
        InterviewOptions weights = _layout.Scenario.Interviews;
        bool experience = _profile.UsExperience ?? streams[Purpose.UsExperience].Chance(key, _type.UsExperience);
        double years = _profile.YearsSinceGraduation
            ?? (-_type.YearsSinceGraduation * PortableMath.Log(streams[Purpose.YearsSinceGraduation].Uniform(key)));
        return (float)(_type.Quality.Mean + (_type.Quality.Sd * standing)
            + (weights.UsExperienceWeight * ((experience ? 1 : 0) - _type.UsExperience))
            - (weights.YearsSinceGraduationWeight * (years - _type.YearsSinceGraduation)));
    }

    private VisaNeed Visa(double uniform) => uniform < _type.VisaNeed * _type.VisaH1bOnly ? VisaNeed.H1bOnly
        : uniform < _type.VisaNeed ? VisaNeed.Any
        : VisaNeed.None;

    private static bool IsPreliminaryOnly(SpecialtyOptions specialty) =>
        specialty is { Categorical: null, Advanced: null };
}
