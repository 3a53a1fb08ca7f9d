using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;

namespace MatchSim.Engine.Advice;

/// <summary>"How many programs should I apply to?": the individual curve of a profile, with what it comes to.</summary>
public static class Advisor
{
    /// <summary>Seasons that will be run.</summary>
    public static int SeasonCount(Scenario scenario, AdviceOptions options)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(options);
        return scenario.Replications * (1 + options.MarketWide.Count);
    }

    /// <summary>
    /// Runs the scenario's seasons as they are and looks up, in each, what would become of focal applicants who fit the
    /// profile: for every number of programs at once.
    /// </summary>
    /// <param name="scenario">A scenario without problems; its sweep and sensitivity are left aside.</param>
    /// <param name="profile">Who asks; see <see cref="ProfileRules"/>.</param>
    /// <param name="options">How to compute it.</param>
    /// <param name="observer">Told of progress, from worker threads.</param>
    /// <param name="cancellation">Stops between two seasons.</param>
    /// <exception cref="ArgumentException">The scenario says nothing about such a profile.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static AdviceResult Advise(
        Scenario scenario, Profile profile, AdviceOptions options, IRunObserver? observer = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (ProfileRules.Check(scenario, profile) is [var problem, ..])
            throw new ArgumentException(problem.ToString(), nameof(profile));
        Scenario alone = scenario with { Sweep = null, Sensitivity = null };
        Profile[] profiles = [profile, .. options.Alternatives ? Alternative.Of(alone, profile) : []];
        var crew = new Crew(new RunOptions(options.Threads), observer, cancellation);
        var point = new FocalPoint(alone, profiles, options);
        crew.Run([point], alone.Replications);
        var curve = IndividualCurve.Of(point.Tallies(0));
        var recommendation = Recommendation.Of(curve);
        return new AdviceResult(alone, profile, options, curve, recommendation)
        {
            Baseline = point.Baseline(),
            MarketWide = MarketWide(alone, profile, options, crew),
            Alternatives =
            [
                .. profiles.Skip(1)
                    .Select((other, i) => Alternative.Of(other, point.Tallies(i + 1), point.Tallies(0), recommendation.Programs))
                    .OrderByDescending(alternative => alternative.Gain.Mean),
            ],
        };
    }

    private static IReadOnlyList<MarketWidePoint> MarketWide(Scenario scenario, Profile profile, AdviceOptions options, Crew crew)
    {
        SummarisedPoint[] points = [.. options.MarketWide.Select(mean => new SummarisedPoint(
            new SweepPoint("", SweepMode.MarketWide, WithMean(scenario, profile.Type, mean))))];
        if (points.Length > 0)
            crew.Run(points, scenario.Replications);
        return [.. points.Select((point, i) => (Mean: options.MarketWide[i], Summary: point.Summarise()))
            .Select(point => AdviceResult.PointOf(point.Mean, point.Summary, profile)).OfType<MarketWidePoint>()];
    }

    private static Scenario WithMean(Scenario scenario, ApplicantType type, int mean)
    {
        var applicants = scenario.Applicants.ToDictionary();
        ApplicantOptions people = applicants[type];
        applicants[type] = people with { Applications = people.Applications with { Mean = mean } };
        return scenario with { Applicants = applicants };
    }
}
