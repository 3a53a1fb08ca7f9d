namespace MatchSim.Engine.Scenarios;

/// <summary>What the experiment is called.</summary>
internal static class NameRules
{
    public static IEnumerable<ScenarioProblem> Check(Scenario scenario)
    {
        if (!NameCase.IsSlug(scenario.Name))
            yield return new("name", $"the name \"{scenario.Name}\"", $"{NameCase.SlugRule}, because the output folder is called so");
        if (string.IsNullOrWhiteSpace(scenario.Question))
            yield return new("question", "an empty question", "the question that the experiment answers, in one sentence");
    }
}
