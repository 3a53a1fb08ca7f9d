using MatchSim.Engine.Markets;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Advice;

/// <summary>Whether a scenario has anything to say about a profile: outside of the people it draws, a number would be
/// invented.</summary>
public static class ProfileRules
{
    /// <summary>Scores further from the type's mean than so many standard deviations are outside of the scenario.</summary>
    private const double Furthest = 4;

    /// <summary>Everything that keeps the scenario from answering; the path is that of the profile's field.</summary>
    public static IReadOnlyList<ScenarioProblem> Check(Scenario scenario, Profile profile)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(profile);
        if (!scenario.Applicants.TryGetValue(profile.Type, out ApplicantOptions? people) || people.Registered == 0)
        {
            return [new("type", $"type {NameCase.Kebab(profile.Type)}, of whom nobody applies in the scenario {scenario.Name}",
                Types(scenario))];
        }

        return [.. Specialties(scenario, profile), .. Score(people, profile), .. Circumstances(scenario, people, profile)];
    }

    private static string Types(Scenario scenario) => string.Join(", ",
        scenario.Applicants.Where(pair => pair.Value.Registered > 0).Select(pair => NameCase.Kebab(pair.Key)));

    private static IEnumerable<ScenarioProblem> Specialties(Scenario scenario, Profile profile)
    {
        if (!scenario.Market.Specialties.ContainsKey(profile.Specialty))
            yield return Unknown("specialty", profile.Specialty, scenario);
        if (profile.SecondSpecialty is not { } second)
            yield break;
        if (!scenario.Market.Specialties.ContainsKey(second))
            yield return Unknown("second_specialty", second, scenario);
        else if (second == profile.Specialty)
            yield return new("second_specialty", $"second specialty {second}, the same as the first", "another one, or none");
    }

    private static ScenarioProblem Unknown(string field, string id, Scenario scenario)
    {
        string known = string.Join(", ", scenario.Market.Specialties.Keys);
        string? near = NearestName.To(id, scenario.Market.Specialties.Keys);
        return new(field, $"{field.Replace('_', ' ')} \"{id}\", which has no programs in the scenario {scenario.Name}",
            near is null ? known : $"{known} (did you mean {near}?)");
    }

    private static IEnumerable<ScenarioProblem> Score(ApplicantOptions people, Profile profile)
    {
        if (profile.Step2 is { } score && !(Math.Abs(score - people.Step2.Mean) <= Furthest * people.Step2.Sd))
        {
            yield return new("step2", $"Step 2 CK score {score:0.#}",
                $"{people.Step2.Mean - (Furthest * people.Step2.Sd):0.#} to {people.Step2.Mean + (Furthest * people.Step2.Sd):0.#}: " +
                $"the scenario's {NameCase.Kebab(profile.Type)} applicants have {people.Step2.Mean:0.#} on average (standard deviation " +
                $"{people.Step2.Sd:0.#}), and it says nothing about scores more than {Furthest:0} standard deviations away");
        }
    }

    private static IEnumerable<ScenarioProblem> Circumstances(Scenario scenario, ApplicantOptions people, Profile profile)
    {
        string type = NameCase.Kebab(profile.Type);
        double h1b = people.VisaNeed * people.VisaH1bOnly;
        double share = profile.Visa switch
        {
            VisaNeed.Any => people.VisaNeed - h1b,
            VisaNeed.H1bOnly => h1b,
            VisaNeed.None => 1 - people.VisaNeed,
            _ => 1,
        };
        if (share <= 0)
            yield return new("visa", $"visa need {Visa(profile.Visa!.Value)}, which no {type} applicant of the scenario has", "another one");
        if (profile.FailedAttempt is true && people.FailedAttempt == 0)
            yield return new("failed_attempt", $"a failed attempt, which no {type} applicant of the scenario has", "no");
        if (profile.UsExperience is { } has && people.UsExperience == (has ? 0 : 1))
            yield return new("us_experience", $"US clinical experience: {(has ? "yes" : "no")}, which holds for no {type} applicant of the scenario", has ? "no" : "yes");
        if (profile.YearsSinceGraduation is { } years && !(years >= 0 && years <= 10 * people.YearsSinceGraduation))
        {
            yield return new("years_since_graduation", $"{years:0.#} years since graduation",
                people.YearsSinceGraduation == 0 ? $"0: all {type} applicants of the scenario apply in their last year"
                : $"0 to {10 * people.YearsSinceGraduation:0.#}: the scenario's mean is {people.YearsSinceGraduation:0.#}");
        }

        int regions = scenario.Market.Programs.Regions;
        if (profile.Region is { } region && (region < 0 || region >= regions))
            yield return new("region", $"region {region}", $"0 to {regions - 1}");
    }

    private static string Visa(VisaNeed need) => need switch
    {
        VisaNeed.Any => "j1",
        VisaNeed.H1bOnly => "h1b",
        _ => "none",
    };
}
