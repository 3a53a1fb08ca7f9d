namespace MatchSim.Engine.Scenarios;

/// <summary>Whether the sweep can be run: known numbers, allowed values, and a sound season at every point.</summary>
internal static class SweepRules
{
    /// <param name="scenario">The scenario with its sweep.</param>
    /// <param name="known">Problems of the baseline, which every point would repeat.</param>
    public static IEnumerable<ScenarioProblem> Check(Scenario scenario, IReadOnlyList<ScenarioProblem> known)
    {
        if (scenario.Sweep is not { } sweep)
            return [];
        if (sweep.Parameters.Count is < 1 or > 2)
            return [new("sweep.parameters", $"{sweep.Parameters.Count} parameters in the sweep", "1 or 2")];
        ScenarioProblem[] problems = [.. sweep.Parameters.SelectMany((parameter, i) => Parameter(scenario, parameter, i))];
        if (problems.Length > 0)
            return problems;
        if (sweep.Mode != SweepMode.MarketWide)
            problems = [.. sweep.Parameters.SelectMany((parameter, i) => Individual(scenario, parameter, i))];
        if (problems.Length > 0)
            return problems;
        if (sweep.Parameters.Count == 2 && sweep.Parameters[0].Key == sweep.Parameters[1].Key)
            return [new("sweep.parameters.1.key", $"{sweep.Parameters[0].Key} twice in the sweep", "two different parameters")];
        return Points(scenario, known);
    }

    private static IEnumerable<ScenarioProblem> Parameter(Scenario scenario, SweepParameter parameter, int index)
    {
        string at = $"sweep.parameters.{index}";
        if (ParameterPath.Find(scenario, parameter.Key, out string problem) is not { } path)
        {
            yield return new($"{at}.key", $"a sweep over {problem}", "the path of a number in this file");
            yield break;
        }

        if (parameter.Values.Count == 0)
            yield return new($"{at}.values", $"no values in the sweep over {parameter.Key}", "one or more");
        for (int i = 0; i < parameter.Values.Count; i++)
        {
            string found = $"{parameter.Label(i)} in the sweep over {parameter.Key}";
            if (!path.Allows(parameter.Values[i]))
                yield return new($"{at}.values.{i}", found, path.RangeText);
            else if (parameter.Values.Take(i).Contains(parameter.Values[i]))
                yield return new($"{at}.values.{i}", found + " twice", "each value once");
        }
    }

    /// <summary>One applicant alone has a curve against the number of programs applied to, and against nothing else.</summary>
    private static IEnumerable<ScenarioProblem> Individual(Scenario scenario, SweepParameter parameter, int index)
    {
        string at = $"sweep.parameters.{index}";
        const string Instead = "; any other with mode: market-wide";
        if (IndividualPoint.TypeOf(parameter.Key) is not { } type)
        {
            yield return new($"{at}.key", $"a sweep over {parameter.Key} that asks for the individual curve",
                $"applicants.<type>.applications.mean, the number of programs one applicant applies to{Instead}")
            { Uses = ["sweep.mode"] };
            yield break;
        }

        if (scenario.Applicants[type].Registered == 0)
        {
            yield return new($"{at}.key", $"the individual curve of {NameCase.Kebab(type)}, of whom nobody applies",
                $"a type with registered above 0{Instead}")
            { Uses = [$"applicants.{NameCase.Kebab(type)}.registered", "sweep.mode"] };
        }

        for (int i = 0; i < parameter.Values.Count; i++)
        {
            if (parameter.Values[i] != Math.Floor(parameter.Values[i]))
            {
                yield return new($"{at}.values.{i}", $"{parameter.Label(i)} in the sweep over {parameter.Key} that asks for the individual curve",
                    $"whole numbers of programs{Instead}")
                { Uses = ["sweep.mode"] };
            }
        }
    }

    /// <summary>Values that are each in range can still not go together, such as shares that no longer add up.</summary>
    private static IEnumerable<ScenarioProblem> Points(Scenario scenario, IReadOnlyList<ScenarioProblem> known) =>
        from point in SweepPoints.Of(scenario).Skip(1)
        from problem in ScenarioRules.OneSeason(point.Scenario)
        where known.All(other => other.Path != problem.Path)
        select new ScenarioProblem("sweep.parameters", $"at the sweep point {point.Label}, {problem.Found}", problem.Allowed);
}
