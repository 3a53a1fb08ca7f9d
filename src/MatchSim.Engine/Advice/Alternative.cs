using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Statistics;

namespace MatchSim.Engine.Advice;

/// <summary>Something the applicant could do otherwise, at the recommended number of programs.</summary>
/// <param name="Profile">The profile with that change.</param>
/// <param name="Gain">What it adds to the match probability: paired, season by season, same draws.</param>
public sealed record Alternative(Profile Profile, Estimate Gain)
{
    private const int SecondSpecialties = 3;

    /// <summary>Changes worth looking at: every other strategy, and the specialties that most often come second.</summary>
    internal static IEnumerable<Profile> Of(Scenario scenario, Profile profile)
    {
        ApplicationStrategy own = profile.Strategy ?? scenario.Applications.Strategy;
        foreach (ApplicationStrategy strategy in Enum.GetValues<ApplicationStrategy>().Where(other => other != own))
            yield return profile with { Strategy = strategy };
        if (profile.SecondSpecialty is not null)
        {
            yield return profile with { SecondSpecialty = null };
            yield break;
        }

        foreach (string second in scenario.Market.Specialties
            .Where(pair => pair.Key != profile.Specialty && pair.Value.SecondChoiceWeight > 0)
            .OrderByDescending(pair => pair.Value.SecondChoiceWeight).Take(SecondSpecialties).Select(pair => pair.Key))
            yield return profile with { SecondSpecialty = second };
    }

    /// <summary>Every such change, the most helpful first, with <paramref name="programs"/> programs.</summary>
    internal static IReadOnlyList<Alternative> All(Questions asking, Profile profile, int programs)
    {
        Profile[] profiles = [profile, .. Of(asking.Basis.Scenario, profile)];
        double[][] shares = asking.EverySeason(
            layout => Array.ConvertAll(profiles, one => new FocalCrowd(layout, one)),
            (crowds, streams, season) => Array.ConvertAll(crowds, crowd => crowd.ShareMatched(streams, season, asking.Compared, programs)));
        return
        [
            .. profiles.Skip(1).Select((other, i) => new Alternative(other, Difference(shares, i + 1)))
                .OrderByDescending(alternative => alternative.Gain.Mean),
        ];
    }

    private static Estimate Difference(double[][] shares, int profile)
    {
        var gain = new RunningMoments();
        foreach (double[] season in shares)
            gain.Add(season[profile] - season[0]);
        return Estimate.Of(gain);
    }
}
