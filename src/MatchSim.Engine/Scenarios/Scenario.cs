namespace MatchSim.Engine.Scenarios;

/// <summary>
/// One experiment: everything a season needs to know, immutable. Results are a pure function of
/// (scenario, seed, program version).
/// </summary>
public sealed record Scenario
{
    [Parameter("Name of the experiment; also the name of its default output folder.", Required = true)]
    public string Name { get; init; } = "";

    [Parameter("The question the experiment answers, in one sentence.", Required = true)]
    public string Question { get; init; } = "";

    [Parameter("Year of the Match whose published figures the results are shown beside.", Unit = "year", Min = 2014, Max = 2100)]
    public int Reference { get; init; } = 2025;

    [Parameter("Seed of all random draws.", Min = 0)]
    public ulong Seed { get; init; } = 1;

    [Parameter("Independent seasons per sweep point.", Unit = "seasons", Min = 2, Max = 1_000_000)]
    public int Replications { get; init; } = 20;

    [Parameter("The programs: specialties, positions, attitudes.", Required = true)]
    public MarketOptions Market { get; init; } = new();

    [Parameter("The people who apply, one entry per applicant type.", Required = true)]
    public IReadOnlyDictionary<ApplicantType, ApplicantOptions> Applicants { get; init; } =
        new Dictionary<ApplicantType, ApplicantOptions>();

    [Parameter("Applicants who match as couples.")]
    public CoupleOptions Couples { get; init; } = new();

    [Parameter("How applicants choose programs, and what applying costs.")]
    public ApplicationOptions Applications { get; init; } = new();

    [Parameter("How programs choose whom to interview.")]
    public InterviewOptions Interviews { get; init; } = new();

    [Parameter("How both sides rank whom they met.")]
    public RankingOptions Ranking { get; init; } = new();

    [Parameter("The matching algorithm and its variations.")]
    public MatchSection Match { get; init; } = new();

    [Parameter("Values of one or two parameters to run the scenario at, beside the baseline.")]
    public SweepOptions? Sweep { get; init; }

    [Parameter("One-at-a-time changes of parameters, each compared with the baseline: what the assumptions do to the results.")]
    public SensitivityOptions? Sensitivity { get; init; }

    [Parameter("What the report shows.")]
    public ReportOptions Report { get; init; } = new();
}

/// <summary>NRMP's groups of applicants. The order is the order of every table.</summary>
public enum ApplicantType
{
    UsMdSenior,
    UsDoSenior,
    UsImg,
    NonUsImg,
    Other,
}
