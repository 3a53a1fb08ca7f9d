namespace MatchSim.Engine.Scenarios;

/// <summary>Every number lies in the range its parameter declares.</summary>
internal static class RangeRules
{
    public static IEnumerable<ScenarioProblem> Check(Scenario scenario) =>
        from leaf in ScenarioSchema.Leaves(scenario)
        where leaf.Schema.IsNumber
        let value = Convert.ToDouble(leaf.Value, provider: null)
        where !leaf.Field.Allows(value)
        select new ScenarioProblem(leaf.Path, $"{leaf.Path} = {value}", leaf.Field.RangeText);
}
