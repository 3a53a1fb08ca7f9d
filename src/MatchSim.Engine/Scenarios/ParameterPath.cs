namespace MatchSim.Engine.Scenarios;

/// <summary>
/// A number of a scenario by its dotted path, such as <c>applicants.non-us-img.applications.mean</c>: read it, or make
/// the same scenario with another value.
/// </summary>
public sealed class ParameterPath
{
    private readonly IReadOnlyList<PathStep> steps;

    private ParameterPath(string text, IReadOnlyList<PathStep> steps, FieldSchema field, ValueSchema value)
    {
        Text = text;
        Field = field;
        Value = value;
        this.steps = steps;
    }

    public string Text { get; }

    /// <summary>Meaning, unit and range of the number.</summary>
    public FieldSchema Field { get; }

    /// <summary>Whole number or not.</summary>
    public ValueSchema Value { get; }

    /// <summary>Finds the number a path names.</summary>
    /// <param name="scenario">Decides which entries of maps there are.</param>
    /// <param name="text">The path.</param>
    /// <param name="problem">The path and what is wrong with it, or empty.</param>
    /// <returns><c>null</c> when the path names nothing, or no number.</returns>
    public static ParameterPath? Find(Scenario scenario, string text, out string problem)
    {
        var resolver = new PathResolver(scenario);
        foreach (string name in text.Split('.'))
        {
            if (!resolver.Step(name))
                break;
        }

        problem = resolver.Problem(text);
        return problem.Length > 0 ? null : new ParameterPath(text, resolver.Steps, resolver.Field!, resolver.Value!);
    }

    /// <summary>The number; <c>null</c> when the parameter is optional and the scenario does not give it.</summary>
    public double? Get(Scenario scenario)
    {
        object? value = scenario;
        foreach (var step in steps)
            value = value is null ? null : step.Get(value);
        return value is null ? null : Convert.ToDouble(value, provider: null);
    }

    /// <summary>The scenario with another value here, everything else the same.</summary>
    /// <exception cref="ArgumentException">The value is not one that <see cref="Allows"/> allows.</exception>
    public Scenario Set(Scenario scenario, double value) => Allows(value)
        ? (Scenario)Set(scenario, 0, Value.FromDouble(value))
        : throw new ArgumentException($"{Text} = {value}; allowed: {RangeText}", nameof(value));

    /// <summary>Whether the parameter may have this value.</summary>
    public bool Allows(double value) =>
        Field.Allows(value) && (Value.Kind == ValueKind.Number || (value == Math.Floor(value) && Math.Abs(value) <= int.MaxValue));

    /// <summary>What the parameter may be, in words.</summary>
    public string RangeText => Value.Kind == ValueKind.WholeNumber ? $"a whole number, {Field.RangeText}" : Field.RangeText;

    private object Set(object holder, int depth, object value)
    {
        object part = depth == steps.Count - 1 ? value : Set(steps[depth].Get(holder)!, depth + 1, value);
        return steps[depth].With(holder, part);
    }
}
