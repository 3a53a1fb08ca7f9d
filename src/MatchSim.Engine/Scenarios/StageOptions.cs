namespace MatchSim.Engine.Scenarios;

/// <summary>
/// How applicants choose programs. An applicant's utility of a program is
/// desirability_weight · desirability + taste + region_weight · (same region).
/// </summary>
public sealed record ApplicationOptions
{
    [Parameter("How programs are chosen: assortative, desirability, img-friendly or random.", Source = "assumption")]
    public ApplicationStrategy Strategy { get; init; } = ApplicationStrategy.Assortative;

    [Parameter("Weight of a program's common desirability in an applicant's utility; the taste of the pair has weight 1.", Min = 0, Max = 100, Source = "assumption")]
    public double DesirabilityWeight { get; init; } = 0.3;

    [Parameter("What a program in the applicant's own region adds to utility.", Unit = "sd of taste", Min = 0, Max = 100, Source = "assumption")]
    public double RegionWeight { get; init; } = 0.8;

    [Parameter("Penalty per squared distance between desirability and the level an applicant believes to have (assortative strategy).", Min = 0, Max = 100, Source = "assumption")]
    public double ReachPenalty { get; init; } = 0.5;

    [Parameter("Correlation of that believed level with quality within the type.", Min = -1, Max = 1, Source = "assumption")]
    public double PerceivedLevelCorrelation { get; init; } = 0.72;

    [Parameter("Distaste for programs that seldom interview the applicant's type.", Unit = "sd of taste", Min = 0, Max = 100, Source = "assumption")]
    public double SeldomDistaste { get; init; } = 0.7;

    [Parameter("Distaste for programs that never do (applicants see this only in part).", Unit = "sd of taste", Min = 0, Max = 100, Source = "assumption")]
    public double NeverDistaste { get; init; } = 1.2;

    [Parameter("Preliminary programs applied to per advanced program applied to, for the year before it.", Min = 0, Max = 10, Source = "assumption")]
    public double PreliminaryPerAdvanced { get; init; } = 0.5;

    [Parameter("Whether applicants send program signals.")]
    public Switch Signals { get; init; } = Switch.On;

    [Parameter("Application fees.")]
    public FeeOptions Fees { get; init; } = new();
}

/// <summary>ERAS fees, counted per specialty.</summary>
public sealed record FeeOptions
{
    [Parameter("Applications per specialty at the lower fee.", Unit = "applications", Min = 0, Max = 10_000, Source = "ERAS fee schedule 2025")]
    public int FirstBlock { get; init; } = 30;

    [Parameter("Fee of each application in the first block.", Unit = "USD", Min = 0, Max = 10_000, Source = "ERAS fee schedule 2025")]
    public double FirstFee { get; init; } = 11;

    [Parameter("Fee of each further application.", Unit = "USD", Min = 0, Max = 10_000, Source = "ERAS fee schedule 2025")]
    public double FurtherFee { get; init; } = 30;
}

/// <summary>Which programs an applicant applies to, given the number.</summary>
public enum ApplicationStrategy
{
    /// <summary>Most liked among those near the own level and open to the type.</summary>
    Assortative,

    /// <summary>The most desirable, whatever the chance.</summary>
    Desirability,

    /// <summary>Open programs first, then the most liked.</summary>
    ImgFriendly,

    /// <summary>Any.</summary>
    Random,
}

/// <summary>An option that is there or not.</summary>
public enum Switch
{
    Off,
    On,
}

/// <summary>
/// How programs choose whom to invite. After the screens, a program's score of an applicant is
/// quality − seldom_penalty · (seldom interviews the type) + region + signal + taste_weight · taste + noise.
/// </summary>
public sealed record InterviewOptions
{
    [Parameter("Interview places per position.", Unit = "places per position", Min = 1, Max = 100, Source = "assumption")]
    public double PerPosition { get; init; } = 14.3;

    [Parameter("Spread of places per position between programs: standard deviation of the logarithm.", Min = 0, Max = 2, Source = "assumption")]
    public double PerPositionLogSd { get; init; } = 0.2;

    [Parameter("Change of the logarithm of places per position per standard deviation of desirability.", Min = -2, Max = 2, Source = "assumption")]
    public double PerPositionDesirabilitySlope { get; init; } = 0.05;

    [Parameter("Cost of applying to a program that seldom interviews the type.", Unit = "sd of MD quality", Min = 0, Max = 100, Source = "assumption")]
    public double SeldomPenalty { get; init; } = 1.25;

    [Parameter("Cost of a failed attempt at a program that seldom interviews after one.", Unit = "sd of MD quality", Min = 0, Max = 100, Source = "assumption")]
    public double FailedAttemptPenalty { get; init; } = 0.8;

    [Parameter("What clinical experience in the US adds (centred on the type's share).", Unit = "sd of MD quality", Min = 0, Max = 100, Source = "assumption")]
    public double UsExperienceWeight { get; init; } = 0.5;

    [Parameter("What each year since graduation costs (centred on the type's mean).", Unit = "sd of MD quality per year", Min = 0, Max = 10, Source = "assumption")]
    public double YearsSinceGraduationWeight { get; init; } = 0.05;

    [Parameter("What an applicant from the program's region gains.", Unit = "sd of MD quality", Min = 0, Max = 100, Source = "assumption")]
    public double RegionWeight { get; init; } = 0.57;

    [Parameter("What a gold signal gains.", Unit = "sd of MD quality", Min = 0, Max = 100, Source = "assumption")]
    public double GoldWeight { get; init; } = 0.87;

    [Parameter("What a silver signal gains.", Unit = "sd of MD quality", Min = 0, Max = 100, Source = "assumption")]
    public double SilverWeight { get; init; } = 0.5;

    [Parameter("Weight of the applicant's taste for the program: interest is mutual.", Min = 0, Max = 100, Source = "assumption")]
    public double TasteWeight { get; init; } = 1.0;

    [Parameter("Standard deviation of what only this program sees.", Unit = "sd of MD quality", Min = 0, Max = 100, Source = "assumption")]
    public double Noise { get; init; } = 0.5;

    [Parameter("Mean number of interviews an applicant will attend at most (log-normal).", Unit = "interviews", Min = 1, Max = 1000, Source = "assumption")]
    public double LimitMean { get; init; } = 22;

    [Parameter("Spread of that limit: standard deviation of the logarithm.", Min = 0, Max = 2, Source = "assumption")]
    public double LimitLogSd { get; init; } = 0.35;
}

/// <summary>How both sides rank after the interviews.</summary>
public sealed record RankingOptions
{
    [Parameter("Weight of quality in a program's ranking; it was 1 in the invitation.", Min = 0, Max = 100, Source = "assumption")]
    public double QualityWeight { get; init; } = 0.8;

    [Parameter("Weight of the seldom penalty in a program's ranking; it was 1 in the invitation.", Min = 0, Max = 100, Source = "assumption")]
    public double OpennessWeight { get; init; } = 0.7;

    [Parameter("Standard deviation of an applicant's interview performance, the same at all programs.", Unit = "sd of MD quality", Min = 0, Max = 100, Source = "assumption")]
    public double Performance { get; init; } = 1.0;

    [Parameter("Standard deviation of a program's own impression.", Unit = "sd of MD quality", Min = 0, Max = 100, Source = "assumption")]
    public double ProgramNoise { get; init; } = 0.8;

    [Parameter("Share of those interviewed whom a program leaves unranked, the lowest.", Unit = "share", Min = 0, Max = 1, Source = "assumption")]
    public double ProgramUnranked { get; init; } = 0.11;

    [Parameter("Further weight of desirability in an applicant's ranking.", Min = 0, Max = 100, Source = "assumption")]
    public double DesirabilityWeight { get; init; } = 0.3;

    [Parameter("Standard deviation of an applicant's own impression.", Unit = "sd of taste", Min = 0, Max = 100, Source = "assumption")]
    public double ApplicantNoise { get; init; } = 0.3;

    [Parameter("Share of attended programs that an applicant leaves unranked, the worst.", Unit = "share", Min = 0, Max = 1, Source = "assumption")]
    public double ApplicantUnranked { get; init; } = 0.10;
}

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
