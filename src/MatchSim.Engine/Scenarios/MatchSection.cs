namespace MatchSim.Engine.Scenarios;

/// <summary>The match.</summary>
public sealed record MatchSection
{
    [Parameter("Matching algorithm.")]
    public MatchAlgorithm Algorithm { get; init; } = MatchAlgorithm.RothPeranson;

    [Parameter("Whether applicants to advanced positions rank preliminary programs on supplemental lists.")]
    public Switch SupplementalLists { get; init; } = Switch.On;

    [Parameter("Fresh starts in another order before a season's match is given up as not stable.", Unit = "restarts", Min = 0, Max = 1_000_000, Source = "assumption")]
    public int RestartBudget { get; init; } = 3;

    [Parameter("Offers of unfilled positions to unmatched applicants after the match; without this section there are none.")]
    public SoapOptions? Soap { get; init; }

    /// <summary>The options of SOAP if the scenario has any round of it, else <c>null</c>.</summary>
    public SoapOptions? SoapIfOn => Soap is { Rounds: > 0 } ? Soap : null;
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
