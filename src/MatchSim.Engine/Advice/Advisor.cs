using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;

namespace MatchSim.Engine.Advice;

/// <summary>"How many programs should I apply to?": the individual curve of a profile, with what it comes to.</summary>
public static class Advisor
{
    /// <summary>Runs the scenario's seasons, then answers; who has many profiles prepares the basis once.</summary>
    /// <param name="scenario">A scenario without problems; its sweep and sensitivity are left aside.</param>
    /// <inheritdoc cref="AdviceBasis.Prepare"/>
    /// <inheritdoc cref="Advise(AdviceBasis, Profile, AdviceOptions, CancellationToken)"/>
    public static AdviceResult Advise(
        Scenario scenario, Profile profile, AdviceOptions options, IRunObserver? observer = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        Check(scenario, profile);
        var basis = AdviceBasis.Prepare(scenario, new BasisOptions { Threads = options.Threads }, observer, cancellation);
        return Advise(basis, profile, options, cancellation);
    }

    /// <summary>Looks up, in every season, what would become of focal applicants who fit the profile: for every number of
    /// programs at once.</summary>
    /// <param name="basis">The seasons of a scenario.</param>
    /// <param name="profile">Who asks; see <see cref="ProfileRules"/>.</param>
    /// <param name="options">How to compute it.</param>
    /// <param name="cancellation">Stops between two seasons.</param>
    /// <exception cref="ArgumentException">The scenario says nothing about such a profile.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static AdviceResult Advise(
        AdviceBasis basis, Profile profile, AdviceOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(basis);
        ArgumentNullException.ThrowIfNull(options);
        Check(basis.Scenario, profile);
        Scenario scenario = basis.Scenario;
        var asking = new Questions(basis, options, cancellation);
        int most = FocalCrowd.Most(scenario, options.MaxPrograms);
        var curve = IndividualCurve.Of(asking.EverySeason(
            layout => new FocalCrowd(layout, profile),
            (crowd, streams, season) => crowd.Curve(streams, season, options.FocalApplicants, most)));
        var recommendation = Recommendation.Of(curve);
        return new AdviceResult(scenario, profile, options, curve, recommendation)
        {
            TypeToday = MarketWidePoint.Today(scenario, basis.Seasons, profile.Type, profile.Specialty),
            MarketWide =
            [
                .. basis.Together.Where(point => point.Type == profile.Type && point.Mean <= options.MaxPrograms)
                    .Select(point => point.Point(basis.Seasons, profile.Specialty)).OfType<MarketWidePoint>(),
            ],
            Mix = options.Alternatives ? MixAdvice.Of(asking, profile, options.MixPrograms ?? recommendation.Programs) : null,
            Alternatives = options.Alternatives ? Alternative.All(asking, profile, recommendation.Programs) : [],
        };
    }

    private static void Check(Scenario scenario, Profile profile)
    {
        if (ProfileRules.Check(scenario, profile) is [var problem, ..])
            throw new ArgumentException(problem.ToString(), nameof(profile));
    }
}
