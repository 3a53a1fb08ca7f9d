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
        if (Fall() is { } fall)
            yield return fall;
        if (result.Mix is { } mix)
            yield return Mixed(mix);
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
        $"{result.Curve.Points.Count - 1} programs; {chosen.Interviews.Mean:0.0} interviews expected, ${chosen.CostUsd.Mean:#,0} in fees.";

    /// <summary>What the numbers are and are not.</summary>
    public IEnumerable<string> Limits()
    {
        yield return Wording.Interval;
        if (Wide() is { } wide)
            yield return wide;
        yield return "Everybody else does what they do in the scenario, and nobody loses an interview to you. Getting no interview counts as not " +
            $"matched, and so does withdrawing before ranking ({Wording.Percent(result.Scenario.Applicants[result.Profile.Type].Withdrawn)} % of the type, as when not certified in time).";
        if (Drawn() is { Length: > 0 } drawn)
            yield return drawn;
        foreach (string sentence in result.Approximation is { } measured ? Measured(measured) : NotMeasured)
            yield return sentence;
        if (result.Mix is not null)
            yield return Classes;
    }

    /// <summary>What the look-up was measured to cost.</summary>
    public static IEnumerable<string> Measured(Approximation measured) =>
    [
        $"Couples and supplemental lists are looked up approximately (docs/model.md, C6): against {measured.ReRuns:#,0} national matches run again with " +
            $"one newcomer each, the look-up's chance is off by {Small(measured.Lists)} points; {Differing(measured.Differing)}.",
        $"That nobody loses an interview to you is an approximation, too (C3): against whole seasons run again with {measured.Newcomers:#,0} people in " +
            $"them, the chance is off by {Small(measured.InterviewPlace)} points.",
    ];

    private static readonly string[] NotMeasured =
    [
        "Couples and supplemental lists are looked up approximately (docs/model.md, C6); by how much was not measured for this scenario as it stands.",
    ];

    private static string Classes =>
        $"Reach, target, safe: programs that would take less than {100 * ProgramClasses.TargetFrom:0} %, up to {100 * ProgramClasses.SafeFrom:0} %, and " +
        $"{100 * ProgramClasses.SafeFrom:0} % or more of people with your profile, were they to apply (without a signal).";

    /// <summary>More programs can hurt: said where the curve falls from its best by more than the eye would forgive.</summary>
    private string? Fall()
    {
        const double Seen = 0.005;
        CurvePoint best = result.Curve.Points.MaxBy(point => point.MatchProbability.Mean)!;
        CurvePoint last = result.Curve.Points[^1];
        double fall = best.MatchProbability.Mean - last.MatchProbability.Mean;
        return fall < Seen ? null :
            $"From {best.Programs} to {last.Programs} programs the chance falls by {100 * fall:0.0} points: a calendar has only so many interviews and a list of " +
            "signals only so many places, and the programs wanted most, which are hard to get, crowd out safe ones.";
    }

    private static string Differing(long verdicts) => verdicts switch
    {
        0 => "no verdict differs",
        1 => "1 verdict differs",
        _ => $"{verdicts:#,0} verdicts differ",
    };

    /// <summary>Said where an interval is wider than a point to either side; the seasons are rounded up to tens.</summary>
    private string? Wide()
    {
        const double Point = 0.01;
        double widest = result.Curve.WidestHalfWidth;
        int seasons = result.Scenario.Replications;
        return !(widest > Point) ? null :
            $"The widest of these intervals is ±{100 * widest:0.0} points with {seasons} seasons; " +
            $"--replications {10 * ((result.Curve.SeasonsFor(Point, seasons) + 9) / 10)} would bring it to about a point.";
    }

    private static string Mixed(MixAdvice mix)
    {
        string gain = $"{Wording.Points(mix.Gain.Mean)} points ({Wording.Points(mix.Gain.CiLow)} to {Wording.Points(mix.Gain.CiHigh)})";
        string habit = $"what your strategy sends by itself ({Counts(mix.Habit)})";
        return mix.Gain.CiLow > 0
            ? $"Of {mix.Programs} programs, {Counts(mix.Sent)} do best: {gain} against {habit}."
            : $"Of {mix.Programs} programs, no division into reach, target and safe ones is clearly better than {habit}; the best tried is {Counts(mix.Sent)}: {gain}.";
    }

    private static string Counts(ClassCounts counts) => $"{counts.Reach:0} reach, {counts.Target:0} target and {counts.Safe:0} safe";

    private static string Small(Estimate error) =>
        $"{Hundredths(error.Mean)} ({Hundredths(error.CiLow)} to {Hundredths(error.CiHigh)})";

    private static string Hundredths(double share) => Wording.Signed(100 * share);

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
