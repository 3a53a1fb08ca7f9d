using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Statistics;

namespace MatchSim.Engine.Advice;

/// <summary>The answer to one profile.</summary>
/// <param name="Scenario">The scenario as it was run, seed and replications included.</param>
/// <param name="Profile">Who asked.</param>
/// <param name="Options">How it was computed.</param>
/// <param name="Curve">The individual curve.</param>
/// <param name="Recommendation">What it comes to.</param>
public sealed record AdviceResult(
    Scenario Scenario, Profile Profile, AdviceOptions Options, IndividualCurve Curve, Recommendation Recommendation)
{
    /// <summary>How everybody in the market fared.</summary>
    public required PointSummary Baseline { get; init; }

    /// <summary>The whole type's match rate if everybody of the type changes together; empty if not asked for.</summary>
    public required IReadOnlyList<MarketWidePoint> MarketWide { get; init; }

    /// <summary>What else might help, the most helpful first.</summary>
    public required IReadOnlyList<Alternative> Alternatives { get; init; }

    /// <summary>The type's match rate as the scenario stands; <c>null</c> = nobody of the type prefers the specialty.</summary>
    public MarketWidePoint? TypeToday =>
        PointOf(Scenario.Applicants[Profile.Type].Applications.Mean, Baseline, Profile);

    internal static MarketWidePoint? PointOf(double mean, PointSummary summary, Profile profile) =>
        summary.Find(Measure.MatchRateApplicants, profile.Type, profile.Specialty) is { } matched
        && summary.Find(Measure.InterviewsMean, profile.Type, profile.Specialty) is { } interviews
        && summary.Find(Measure.CostMeanUsd, profile.Type, profile.Specialty) is { } cost
            ? new MarketWidePoint(mean, new Estimate(matched.Estimate, matched.CiLow, matched.CiHigh), interviews.Estimate, cost.Estimate)
            : null;
}

/// <summary>Everybody of the type who prefers the specialty, when the whole type applies to so many programs on average.</summary>
/// <param name="Programs">Mean number of programs.</param>
/// <param name="MatchRate">PGY-1 match rate of all who applied, interview or not.</param>
/// <param name="Interviews">Mean interviews.</param>
/// <param name="CostUsd">Mean application fees, US dollars.</param>
public sealed record MarketWidePoint(double Programs, Estimate MatchRate, double Interviews, double CostUsd);
