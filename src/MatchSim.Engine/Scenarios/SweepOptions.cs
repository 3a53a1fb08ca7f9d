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

    /// <summary>The values as the file writes them (0.50, 1e2), for labels; empty = as numbers are usually written.
    /// Not a parameter: the reader of the file fills it in.</summary>
    public IReadOnlyList<string> Written { get; init; } = [];

    /// <summary>How the value at this position is shown.</summary>
    public string Label(int index) => Written.Count == Values.Count ? Written[index] : $"{Values[index]}";
}

/// <summary>Whose behaviour a sweep changes.</summary>
public enum SweepMode
{
    /// <summary>Everybody's.</summary>
    MarketWide,
}
