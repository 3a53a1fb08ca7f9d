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

    [Parameter("Believed level gained per unit of quality.", Unit = "sd of desirability per sd of MD quality", Min = 0, Max = 10, Source = "assumption")]
    public double LevelSlope { get; init; } = 0.38;

    [Parameter("Quality at which the believed level is that of an average program.", Unit = "sd of MD quality", Min = -20, Max = 20, Source = "assumption")]
    public double LevelCenter { get; init; } = -1.0;

    [Parameter("Standard deviation of the error in the believed level.", Unit = "sd of desirability", Min = 0, Max = 10, Source = "assumption")]
    public double LevelNoise { get; init; } = 0.7;

    [Parameter("Distaste for programs that seldom interview the applicant's type.", Unit = "sd of taste", Min = 0, Max = 100, Source = "assumption")]
    public double SeldomDistaste { get; init; } = 0.7;

    [Parameter("Distaste for programs that never do (applicants see this only in part).", Unit = "sd of taste", Min = 0, Max = 100, Source = "assumption")]
    public double NeverDistaste { get; init; } = 1.2;

    [Parameter("How much less an applicant wants a program of the second specialty.", Unit = "sd of taste", Min = 0, Max = 100, Source = "assumption")]
    public double SecondSpecialtyDistaste { get; init; } = 1.0;

    [Parameter("How much less an applicant wants an interview at a preliminary program beside the specialty.", Unit = "sd of taste", Min = 0, Max = 100, Source = "assumption")]
    public double PreliminaryDistaste { get; init; } = 2.0;

    [Parameter("Most programs anybody may apply to, all specialties together; absent = no cap.", Unit = "programs", Min = 1, Max = 10_000)]
    public int? Cap { get; init; }

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
