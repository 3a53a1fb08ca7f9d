namespace MatchSim.Engine.Scenarios;

/// <summary>Unfolds a scenario with a sweep into the scenarios it stands for.</summary>
public static class SweepPoints
{
    /// <summary>
    /// The points of the sweep, without the baseline; two parameters are crossed, the second changing fastest. Empty
    /// without a sweep.
    /// </summary>
    /// <param name="scenario">A scenario that passes <see cref="ScenarioRules.Check"/>.</param>
    public static IReadOnlyList<SweepPoint> Of(Scenario scenario)
    {
        if (scenario.Sweep is not { } sweep)
            return [];
        IEnumerable<SweepPoint> points = [new SweepPoint("", scenario with { Sweep = null })];
        foreach (var parameter in sweep.Parameters)
        {
            var path = ParameterPath.Find(scenario, parameter.Key, out string problem)
                ?? throw new ArgumentException(problem, nameof(scenario));
            points = points.SelectMany(point => parameter.Values.Select((value, i) => new SweepPoint(
                Join(point.Label, $"{parameter.Key}={parameter.Label(i)}"), path.Set(point.Scenario, value))));
        }

        return [.. points];
    }

    private static string Join(string left, string right) => left.Length == 0 ? right : $"{left};{right}";
}

/// <summary>One point of a sweep.</summary>
/// <param name="Label"><c>key=value</c>, two joined by <c>;</c>, values as written in the scenario.</param>
/// <param name="Scenario">The scenario at this point; it has no sweep of its own.</param>
public sealed record SweepPoint(string Label, Scenario Scenario);
