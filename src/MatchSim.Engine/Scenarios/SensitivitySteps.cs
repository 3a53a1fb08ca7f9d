namespace MatchSim.Engine.Scenarios;

/// <summary>Unfolds the sensitivity of a scenario into its steps: every parameter a little lower and a little higher.</summary>
public static class SensitivitySteps
{
    /// <summary>
    /// Two steps a parameter, low then high, in the order of the scenario's own parameters, whatever the order in which
    /// they were asked for; none without sensitivity.
    /// </summary>
    /// <param name="scenario">A scenario that passes <see cref="ScenarioRules.Check"/>.</param>
    public static IReadOnlyList<SensitivityStep> Of(Scenario scenario)
    {
        if (scenario.Sensitivity is not { } options)
            return [];
        Scenario baseline = scenario with { Sweep = null, Sensitivity = null };
        return
        [
            .. from leaf in ScenarioSchema.Leaves(baseline)
               where leaf.Schema.IsNumber && IsAskedFor(options, leaf)
               let path = ParameterPath.Find(baseline, leaf.Path, out _)!
               from direction in Enum.GetValues<StepDirection>()
               select Step(baseline, path, direction, options),
        ];
    }

    private static bool IsAskedFor(SensitivityOptions options, ScenarioLeaf leaf) => options.Parameters.Count == 0
        ? leaf.Field.Parameter.Source == "assumption"
        : options.Parameters.Contains(leaf.Path, StringComparer.Ordinal);

    private static SensitivityStep Step(Scenario baseline, ParameterPath path, StepDirection direction, SensitivityOptions options)
    {
        double from = path.Get(baseline)!.Value;
        double step = from == 0 ? options.ZeroStep : options.Step * Math.Abs(from);
        if (path.Value.Kind == ValueKind.WholeNumber)
            step = Math.Max(1, Math.Round(step, MidpointRounding.AwayFromZero));
        double wanted = WithoutNoise(direction == StepDirection.Low ? from - step : from + step);
        double to = Math.Clamp(wanted, Least(path), Most(path));
        return new SensitivityStep(path, direction, from, to, IsClipped: to != wanted, baseline);
    }

    private static double Least(ParameterPath path) => path.Value.Kind == ValueKind.WholeNumber
        ? Math.Max(path.Field.Parameter.Min, int.MinValue)
        : path.Field.Parameter.Min;

    private static double Most(ParameterPath path) => path.Value.Kind == ValueKind.WholeNumber
        ? Math.Min(path.Field.Parameter.Max, int.MaxValue)
        : path.Field.Parameter.Max;

    /// <summary>0.3 and a tenth of it are 0.33, not 0.33000000000000002.</summary>
    private static double WithoutNoise(double value) => double.Parse($"{value:G12}", provider: null);
}

/// <summary>One parameter a step lower or higher, everything else the same.</summary>
/// <param name="Parameter">The number that changes.</param>
/// <param name="Direction">Down or up.</param>
/// <param name="From">Its value in the scenario.</param>
/// <param name="To">Its value after the step.</param>
/// <param name="IsClipped">The full step would have left the parameter's allowed range.</param>
/// <param name="Baseline">The scenario as it stands, without a sweep.</param>
public sealed record SensitivityStep(
    ParameterPath Parameter, StepDirection Direction, double From, double To, bool IsClipped, Scenario Baseline)
{
    /// <summary>False where the value stands at the end of its range already, so that there is nothing to run.</summary>
    public bool Moves => To != From;

    /// <summary><c>key=value</c>, the value after the step.</summary>
    public string Label => $"{Parameter.Text}={To}";

    /// <summary>The scenario after the step.</summary>
    public Scenario Scenario => Parameter.Set(Baseline, To);
}

/// <summary>Which way a parameter is moved.</summary>
public enum StepDirection
{
    Low,
    High,
}
