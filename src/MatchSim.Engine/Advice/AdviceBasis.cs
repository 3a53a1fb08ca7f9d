using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;

namespace MatchSim.Engine.Advice;

/// <summary>
/// What the seasons of a scenario say to any profile: simulated once, asked often. It can be written to bytes and read
/// again (<see cref="BasisBytes"/>).
/// </summary>
public sealed class AdviceBasis
{
    internal AdviceBasis(Scenario scenario, SeasonView[] seasons, IReadOnlyList<TypeTogether> together)
    {
        Scenario = scenario;
        Seasons = seasons;
        Together = together;
    }

    /// <summary>The scenario as it was run, without sweep and sensitivity.</summary>
    public Scenario Scenario { get; }

    /// <summary>[replication]</summary>
    internal SeasonView[] Seasons { get; }

    /// <summary>A type at one number of programs, the points of a type in ascending order.</summary>
    internal IReadOnlyList<TypeTogether> Together { get; }

    /// <summary>Seasons that <see cref="Prepare"/> will run.</summary>
    public static int SeasonCount(Scenario scenario, BasisOptions options)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(options);
        return scenario.Replications + (Points(scenario, options).Count() * Shorter(scenario, options));
    }

    /// <summary>Runs the scenario's seasons as they are, and some with whole types changed together.</summary>
    /// <param name="scenario">A scenario without problems; its sweep and sensitivity are left aside.</param>
    /// <param name="options">What to run.</param>
    /// <param name="observer">Told of progress, from worker threads.</param>
    /// <param name="cancellation">Stops between two seasons.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static AdviceBasis Prepare(
        Scenario scenario, BasisOptions options, IRunObserver? observer = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(options);
        Scenario alone = scenario with { Sweep = null, Sensitivity = null };
        var crew = new Crew(new RunOptions(options.Threads), observer, cancellation);
        var baseline = new ViewPoint(alone);
        crew.Run([baseline], alone.Replications);
        TypeTogether[] together = [.. Points(alone, options)];
        if (together.Length > 0)
            crew.Run(together, Shorter(alone, options));
        return new AdviceBasis(alone, baseline.Views, together);
    }

    private static int Shorter(Scenario scenario, BasisOptions options) => Math.Min(options.MarketWideSeasons, scenario.Replications);

    private static IEnumerable<TypeTogether> Points(Scenario scenario, BasisOptions options) =>
        from type in options.Types.Count > 0 ? options.Types : [.. scenario.Applicants.Keys.Order()]
        where scenario.Applicants[type].Registered > 0
        from mean in options.MarketWide.Order()
        select new TypeTogether(scenario, type, mean, Shorter(scenario, options));
}
