namespace MatchSim.Engine.Scenarios;

/// <summary>Whether the sensitivity can be run: known numbers, each once, and a sound season after every step.</summary>
internal static class SensitivityRules
{
    private const string Path = "sensitivity.parameters";

    /// <param name="scenario">The scenario with its sensitivity.</param>
    /// <param name="known">Problems of the baseline; with any, no step can be tried.</param>
    public static IEnumerable<ScenarioProblem> Check(Scenario scenario, IReadOnlyList<ScenarioProblem> known)
    {
        if (scenario.Sensitivity is not { } options)
            return [];
        ScenarioProblem[] problems =
        [
            .. options.Parameters.SelectMany((text, i) => Parameter(scenario, options.Parameters, text, i)),
            .. Twice("sensitivity.measures", options.Measures),
            .. Types(scenario, options.ApplicantTypes),
        ];
        return problems.Length > 0 || known.Count > 0 ? problems : Steps(scenario);
    }

    private static IEnumerable<ScenarioProblem> Parameter(Scenario scenario, IReadOnlyList<string> all, string text, int index)
    {
        string at = $"{Path}.{index}";
        if (ParameterPath.Find(scenario, text, out string problem) is not { } path)
            yield return new(at, $"sensitivity to {problem}", "the path of a number in this file");
        else if (path.Get(scenario) is null)
            yield return new(at, $"sensitivity to \"{text}\", which this scenario does not give", "a number that it gives");
        else if (all.Take(index).Contains(text, StringComparer.Ordinal))
            yield return new(at, $"sensitivity to {text} twice", "each parameter once");
    }

    private static IEnumerable<ScenarioProblem> Types(Scenario scenario, IReadOnlyList<ApplicantType> types)
    {
        string[] known = [.. scenario.Applicants.Keys.Order().Select(NameCase.Kebab)];
        foreach (var problem in Twice("sensitivity.applicant_types", types))
            yield return problem;
        for (int i = 0; i < types.Count; i++)
        {
            if (!scenario.Applicants.ContainsKey(types[i]))
            {
                yield return new($"sensitivity.applicant_types.{i}",
                    $"{NameCase.Kebab(types[i])} in sensitivity.applicant_types", $"a type under applicants: {string.Join(", ", known)}")
                { Uses = ["applicants"] };
            }
        }
    }

    private static IEnumerable<ScenarioProblem> Twice<T>(string path, IReadOnlyList<T> words)
        where T : struct, Enum =>
        from i in Enumerable.Range(0, words.Count)
        where words.Take(i).Contains(words[i])
        select new ScenarioProblem($"{path}.{i}", $"{NameCase.Kebab(words[i])} twice in {path}", "each once");

    /// <summary>Values that are each in range can still not go together, such as shares that no longer add up.</summary>
    private static IEnumerable<ScenarioProblem> Steps(Scenario scenario) =>
        from step in SensitivitySteps.Of(scenario)
        where step.Moves
        from problem in ScenarioRules.Together(step.Scenario)
        select new ScenarioProblem(
            "sensitivity", $"with {step.Parameter.Text} = {step.To} (a step from {step.From}), {problem.Found}",
            $"{problem.Allowed}; a smaller sensitivity.step, or sensitivity.parameters without it")
        { Uses = [problem.Path, .. problem.Uses, step.Parameter.Text] };
}
