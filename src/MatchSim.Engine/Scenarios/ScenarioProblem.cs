namespace MatchSim.Engine.Scenarios;

/// <summary>One thing a scenario says that cannot be.</summary>
/// <param name="Path">Dotted path of the parameter to change; list items count from 0.</param>
/// <param name="Found">What stands there: a noun phrase without a full stop.</param>
/// <param name="Allowed">What may stand there: a noun phrase without a full stop.</param>
public sealed record ScenarioProblem(string Path, string Found, string Allowed)
{
    /// <summary>Other parameters it speaks of: if one of them is wrong already, this problem may be idle.</summary>
    public IReadOnlyList<string> Uses { get; init; } = [];

    public override string ToString() => $"{Found}; allowed: {Allowed}";
}
