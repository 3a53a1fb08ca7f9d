namespace MatchSim.Engine.Scenarios;

/// <summary>Decides whether a scenario can be simulated. Past this check, the stages trust it.</summary>
public static class ScenarioRules
{
    /// <summary>All problems at once; empty = the scenario is sound, at every point of its sweep and sensitivity too.</summary>
    public static IReadOnlyList<ScenarioProblem> Check(Scenario scenario)
    {
        IReadOnlyList<ScenarioProblem> problems = [.. NameRules.Check(scenario), .. OneSeason(scenario)];
        return [.. problems, .. SweepRules.Check(scenario, problems), .. SensitivityRules.Check(scenario, problems)];
    }

    /// <summary>Problems of the season itself, whatever the run is called and swept over.</summary>
    internal static IEnumerable<ScenarioProblem> OneSeason(Scenario scenario) =>
    [
        .. RangeRules.Check(scenario),
        .. Together(scenario),
    ];

    /// <summary>Problems of numbers that are each in range but cannot go together.</summary>
    internal static IEnumerable<ScenarioProblem> Together(Scenario scenario) =>
        [.. MarketRules.Check(scenario.Market), .. PeopleRules.Check(scenario)];
}
