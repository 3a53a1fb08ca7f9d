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

    internal static Alternative Of(Profile profile, IReadOnlyList<FocalTally> seasons, IReadOnlyList<FocalTally> baseline, int k)
    {
        var gain = new RunningMoments();
        for (int r = 0; r < seasons.Count; r++)
            gain.Add(seasons[r].Matched(k) - baseline[r].Matched(k));
        return new Alternative(profile, Estimate.Of(gain));
    }
}
