namespace MatchSim.Engine.Scenarios;

/// <summary>Unfolds a scenario with a sweep into the scenarios it stands for.</summary>
public static class SweepPoints
{
    /// <summary>
    /// The baseline, then the points of the sweep; two parameters are crossed, the second changing fastest.
    /// </summary>
    /// <param name="scenario">A scenario that passes <see cref="ScenarioRules.Check"/>.</param>
    public static IReadOnlyList<SweepPoint> Of(Scenario scenario)
    {
        var baseline = new SweepPoint("", Mode: null, scenario with { Sweep = null, Sensitivity = null });
        if (scenario.Sweep is not { } sweep)
            return [baseline];
        IEnumerable<SweepPoint> points = [baseline with { Mode = sweep.Mode }];
        foreach (var parameter in sweep.Parameters)
        {
            var path = ParameterPath.Find(scenario, parameter.Key, out string problem)
                ?? throw new ArgumentException(problem, nameof(scenario));
            points = points.SelectMany(point => parameter.Values.Select((value, i) => point with
            {
                Label = Join(point.Label, $"{parameter.Key}={parameter.Label(i)}"),
                Scenario = path.Set(point.Scenario, value),
            }));
        }

        return [baseline, .. points];
    }

    private static string Join(string left, string right) => left.Length == 0 ? right : $"{left};{right}";
}

/// <summary>The baseline, or one point of a sweep.</summary>
/// <param name="Label"><c>key=value</c>, two joined by <c>;</c>, values as written in the scenario; empty = the baseline.</param>
/// <param name="Mode">Whose behaviour the sweep changes; <c>null</c> = the baseline.</param>
/// <param name="Scenario">The scenario at this point; it has neither sweep nor sensitivity of its own.</param>
public sealed record SweepPoint(string Label, SweepMode? Mode, Scenario Scenario);
