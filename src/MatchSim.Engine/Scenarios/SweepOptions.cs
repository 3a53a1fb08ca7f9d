namespace MatchSim.Engine.Scenarios;

/// <summary>The scenario at several values of one or two parameters; two are crossed.</summary>
public sealed record SweepOptions
{
    [Parameter("Who changes: market-wide = everybody the parameter speaks of.")]
    public SweepMode Mode { get; init; } = SweepMode.MarketWide;

    [Parameter("One or two parameters.", Required = true)]
    public IReadOnlyList<SweepParameter> Parameters { get; init; } = [];
}

/// <summary>One parameter of a sweep.</summary>
public sealed record SweepParameter
{
    [Parameter("Path of a number in this file, such as applicants.non-us-img.applications.mean.", Required = true)]
    public string Key { get; init; } = "";

    [Parameter("Its values.", Required = true)]
    public IReadOnlyList<double> Values { get; init; } = [];
}

/// <summary>Whose behaviour a sweep changes.</summary>
public enum SweepMode
{
    /// <summary>Everybody's.</summary>
    MarketWide,
}
