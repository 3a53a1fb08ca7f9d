namespace MatchSim.Engine.Scenarios;

/// <summary>The scenario at several values of one or two parameters; two are crossed.</summary>
public sealed record SweepOptions
{
    [Parameter("Who changes: market-wide = everybody the parameter speaks of; individual = one applicant of the type alone, who applies to exactly that many programs while all others do as in the baseline (a sweep over applications.mean of a type only); both.")]
    public SweepMode Mode { get; init; } = SweepMode.MarketWide;

    [Parameter("Individual mode: applicants of the type looked up in every season, each alone.", Unit = "applicants", Min = 1, Max = 1_000_000)]
    public int FocalApplicants { get; init; } = 2000;

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
    /// <summary>That of one applicant, everybody else doing as in the baseline.</summary>
    Individual,

    /// <summary>Everybody's.</summary>
    MarketWide,

    /// <summary>Both questions, side by side. No point of a sweep has this mode: its points have one of the two.</summary>
    Both,
}
