using MatchSim.Engine.Advice;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Cli.Reports;

/// <summary>Advice in sentences, the same in the terminal and in the report.</summary>
internal sealed class AdviceWording(AdviceResult result)
{
    private readonly Recommendation advice = result.Recommendation;
    private readonly CurvePoint chosen = result.Curve.Points[result.Recommendation.Programs];

    public string Question => $"How many programs should {Who(result.Profile)} apply to?";

    public string Size => $"{result.Scenario.Name}: {result.Scenario.Replications} seasons, {result.Options.FocalApplicants} such applicants " +
        $"in each, seed {result.Scenario.Seed}";

    /// <summary>The answer, a sentence a line.</summary>
    public IEnumerable<string> Answer()
    {
        yield return Headline();
        yield return advice.DiminishingReturns == 0
            ? "Nowhere on the curve do ten more programs add a point."
            : $"Ten more programs still add a point up to {advice.DiminishingReturns}; after that, they do not.";
        if (advice.NextBlockGain is { } gain)
            yield return $"Ten more than {advice.Programs} would change the chance by {Wording.Points(gain)} points, for ${advice.NextBlockCostUsd:#,0}.";
        else
            yield return $"The curve may go on rising: it was asked for up to {result.Curve.Points.Count - 1} programs.";
        if (result.TypeToday is { } today)
        {
            yield return $"If everybody does the same, positions do not multiply: of all {Wording.Name(result.Profile.Type)} who prefer " +
                $"{result.Profile.Specialty}, {Percent(today.MatchRate)} match today, at {today.Programs:0} programs on average.";
        }
    }

    /// <summary>The recommendation in one sentence.</summary>
    public string Headline() =>
        $"Apply to about {advice.Programs} programs: {Percent(chosen.MatchProbability)} chance of a PGY-1 position, " +
        $"{(chosen.MatchProbability.Mean >= advice.Best ? "the best" : $"within a point of the best ({Wording.Percent(advice.Best)} %)")} up to " +
        $"{result.Curve.Points.Count - 1} programs; {chosen.Interviews:0.0} interviews expected, ${chosen.CostUsd:#,0} in fees.";

    /// <summary>What the numbers are and are not.</summary>
    public IEnumerable<string> Limits()
    {
        yield return Wording.Interval;
        yield return "Everybody else does what they do in the scenario, and nobody loses an interview to you. Getting no interview counts as not " +
            $"matched, and so does withdrawing before ranking ({Wording.Percent(result.Scenario.Applicants[result.Profile.Type].Withdrawn)} % of the type, as when not certified in time).";
        yield return $"{Drawn()} Couples and supplemental lists are looked up approximately (docs/model.md, C6).".TrimStart();
    }

    /// <summary>Who asks.</summary>
    public static string Who(Profile profile)
    {
        string[] traits =
        [
            .. profile.Step2 is { } score ? [$"Step 2 CK {score:0.#}"] : Array.Empty<string>(),
            .. profile.Visa switch
            {
                VisaNeed.None => ["no visa needed"],
                VisaNeed.Any => ["J-1 visa"],
                VisaNeed.H1bOnly => ["H-1B visa only"],
                _ => Array.Empty<string>(),
            },
            .. profile.FailedAttempt is { } failed ? [failed ? "a failed attempt" : "no failed attempt"] : Array.Empty<string>(),
            .. profile.UsExperience is { } has ? [has ? "US clinical experience" : "no US clinical experience"] : Array.Empty<string>(),
            .. profile.YearsSinceGraduation is { } years ? [$"{years:0.#} years since graduation"] : Array.Empty<string>(),
            .. profile.Region is { } region ? [$"region {region}"] : Array.Empty<string>(),
            .. profile.SecondSpecialty is { } second ? [$"second specialty {second}"] : Array.Empty<string>(),
            .. profile.Strategy is { } strategy ? [$"strategy {NameCase.Kebab(strategy)}"] : Array.Empty<string>(),
            .. profile.Signals is { } signals ? [$"signals {NameCase.Kebab(signals)}"] : Array.Empty<string>(),
        ];
        return $"{One(profile.Type)} in {profile.Specialty}{(traits.Length > 0 ? $" ({string.Join(", ", traits)})" : "")}";
    }

    /// <summary>How one profile differs from another.</summary>
    public static string Change(Profile from, Profile to) =>
        to.Strategy != from.Strategy ? $"choose programs by {NameCase.Kebab(to.Strategy!.Value)}"
        : to.SecondSpecialty is { } second ? $"add {second}"
        : $"leave out {from.SecondSpecialty}";

    public static string Percent(Estimate estimate) => $"{Wording.Percent(estimate.Mean)} % (±{100 * estimate.HalfWidth:0.0})";

    private string Drawn()
    {
        Profile profile = result.Profile;
        string[] open =
        [
            .. profile.Step2 is null ? ["Step 2 CK"] : Array.Empty<string>(),
            .. profile.Visa is null ? ["visa need"] : Array.Empty<string>(),
            .. profile.FailedAttempt is null ? ["failed attempts"] : Array.Empty<string>(),
            .. profile.UsExperience is null ? ["US experience"] : Array.Empty<string>(),
            .. profile.YearsSinceGraduation is null ? ["years since graduation"] : Array.Empty<string>(),
            .. profile.Region is null ? ["region"] : Array.Empty<string>(),
        ];
        return open.Length == 0 ? "" : $"Not said, so drawn as the type's: {string.Join(", ", open)}.";
    }

    private static string One(ApplicantType type) => type switch
    {
        ApplicantType.UsMdSenior => "a US MD senior",
        ApplicantType.UsDoSenior => "a US DO senior",
        ApplicantType.UsImg => "a US IMG",
        ApplicantType.NonUsImg => "a non-US IMG",
        _ => "somebody of another type",
    };
}
