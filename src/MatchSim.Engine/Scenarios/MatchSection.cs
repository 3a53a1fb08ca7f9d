namespace MatchSim.Engine.Scenarios;

/// <summary>The match.</summary>
public sealed record MatchSection
{
    [Parameter("Matching algorithm.")]
    public MatchAlgorithm Algorithm { get; init; } = MatchAlgorithm.RothPeranson;

    [Parameter("Whether applicants to advanced positions rank preliminary programs on supplemental lists.")]
    public Switch SupplementalLists { get; init; } = Switch.On;
}

/// <summary>Algorithms a season can be matched with.</summary>
public enum MatchAlgorithm
{
    /// <summary>Applicant-proposing Roth–Peranson, couples included.</summary>
    RothPeranson,
}

/// <summary>What the report shows.</summary>
public sealed record ReportOptions
{
    [Parameter("Title of the report; the scenario's question if empty.")]
    public string Title { get; init; } = "";
}
