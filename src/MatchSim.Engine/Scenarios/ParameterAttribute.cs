namespace MatchSim.Engine.Scenarios;

/// <summary>
/// What a scenario parameter means, for people and for programs: the JSON Schema, the parameter table of the
/// documentation and the range check are all read from here.
/// </summary>
/// <param name="meaning">One sentence, shown in editors and in the documentation.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ParameterAttribute(string meaning) : Attribute
{
    /// <summary>One sentence.</summary>
    public string Meaning { get; } = meaning;

    /// <summary>Unit of the number; empty = a pure number.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Smallest allowed value (inclusive).</summary>
    public double Min { get; init; } = double.NegativeInfinity;

    /// <summary>Largest allowed value (inclusive).</summary>
    public double Max { get; init; } = double.PositiveInfinity;

    /// <summary>Where the default comes from: a published source, or <c>assumption</c>.</summary>
    public string Source { get; init; } = "";

    /// <summary>The file must give it.</summary>
    public bool Required { get; init; }
}
