using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Calibration;

/// <summary>Which numbers of a scenario a calibration changes.</summary>
public static class FitParameters
{
    private static readonly string[] Groups = ["interviews", "ranking"];

    /// <summary>
    /// What is calibrated unless somebody says otherwise: the assumptions about invitations, about ranking, and about what
    /// programs add to a type when they rank. A number that is 0 stays: what a scenario leaves off is not switched on.
    /// </summary>
    public static IReadOnlyList<FitParameter> Usual(Scenario scenario) =>
        [.. Assumptions(scenario).Where(leaf => Groups.Contains(leaf.Path.Split('.')[0]) || leaf.Path.EndsWith(".rank_shift", StringComparison.Ordinal))
            .Select(leaf => Of(scenario, leaf.Path)).Where(parameter => parameter.Start != 0)];

    /// <summary>The parameters named, in the order of the names.</summary>
    /// <param name="names">Paths of numbers; the path of a group stands for the assumptions below it that are not 0.</param>
    /// <param name="problems">What is wrong with the names, or with the scenario a step away from its values.</param>
    public static IReadOnlyList<FitParameter> Named(Scenario scenario, IReadOnlyList<string> names, out IReadOnlyList<string> problems)
    {
        var wrong = new List<string>();
        var parameters = new List<FitParameter>();
        foreach (string name in names)
        {
            FitParameter[] group = [.. Assumptions(scenario)
                .Where(leaf => leaf.Path.StartsWith(name + ".", StringComparison.Ordinal))
                .Select(leaf => Of(scenario, leaf.Path)).Where(parameter => parameter.Start != 0)];
            if (group.Length > 0)
                parameters.AddRange(group);
            else if (ParameterPath.Find(scenario, name, out string problem) is not { } path)
                wrong.Add(problem);
            else if (path.Get(scenario) is null)
                wrong.Add($"\"{name}\", which this scenario does not give");
            else
                parameters.Add(FitParameter.Of(scenario, path));
        }

        wrong.AddRange(parameters.GroupBy(parameter => parameter.Path.Text).Where(same => same.Count() > 1).Select(same => $"{same.Key} twice"));
        wrong.AddRange(parameters.SelectMany(parameter => Steps(scenario, parameter)));
        problems = wrong;
        return parameters;
    }

    /// <summary>The scenario with other values of the parameters.</summary>
    /// <param name="values">[parameter] a value within its range.</param>
    public static Scenario Apply(Scenario scenario, IReadOnlyList<FitParameter> parameters, IReadOnlyList<double> values)
    {
        for (int p = 0; p < parameters.Count; p++)
            scenario = parameters[p].Path.Set(scenario, values[p]);
        return scenario;
    }

    /// <summary>Shares that add up to 1 cannot be moved one at a time, nor can what stands at both ends of its range.</summary>
    private static IEnumerable<string> Steps(Scenario scenario, FitParameter parameter)
    {
        double moved = parameter.Moved(parameter.Start);
        if (moved == parameter.Start)
            return [$"{parameter.Path.Text} = {parameter.Start}, which cannot be moved by {parameter.Step}"];
        return ScenarioRules.Together(parameter.Path.Set(scenario, moved))
            .Select(problem => $"{parameter.Path.Text}, with which at {moved} there is {problem.Found}").Take(1);
    }

    private static IEnumerable<ScenarioLeaf> Assumptions(Scenario scenario) =>
        ScenarioSchema.Leaves(scenario with { Sweep = null, Sensitivity = null })
            .Where(leaf => leaf.Schema.IsNumber && leaf.Field.Parameter.Source == "assumption");

    private static FitParameter Of(Scenario scenario, string path) => FitParameter.Of(scenario, ParameterPath.Find(scenario, path, out _)!);
}
