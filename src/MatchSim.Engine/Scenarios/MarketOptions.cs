namespace MatchSim.Engine.Scenarios;

/// <summary>The supply side of the market.</summary>
public sealed record MarketOptions
{
    [Parameter("One entry per specialty, by its id in the table of specialties.", Required = true)]
    public IReadOnlyDictionary<string, SpecialtyOptions> Specialties { get; init; } =
        new Dictionary<string, SpecialtyOptions>(StringComparer.Ordinal);

    [Parameter("What all programs have in common.")]
    public ProgramOptions Programs { get; init; } = new();
}

/// <summary>One specialty: its tracks, and where it differs from the rest.</summary>
public sealed record SpecialtyOptions
{
    [Parameter("Full training from the first year (PGY-1).")]
    public TrackOptions? Categorical { get; init; }

    [Parameter("One first year only (PGY-1), for those who go on to an advanced position.")]
    public TrackOptions? Preliminary { get; init; }

    [Parameter("Training from the second year (PGY-2 or later); a first year is needed beside it.")]
    public TrackOptions? Advanced { get; init; }

    [Parameter("Interview places per position; overrides interviews.per_position.", Unit = "places per position", Min = 1, Max = 100)]
    public double? InterviewsPerPosition { get; init; }

    [Parameter("Shares of programs that often, seldom or never interview an applicant type; overrides market.programs.screening.")]
    public IReadOnlyDictionary<ApplicantType, ScreeningOptions> Screening { get; init; } =
        new Dictionary<ApplicantType, ScreeningOptions>();

    [Parameter("Program signals an applicant to this specialty has.")]
    public SignalOptions Signals { get; init; } = new();

    [Parameter("Preliminary programs that applicants to this specialty add: for the first year before an advanced position, or as a year in hand.")]
    public PreliminaryYearOptions? PreliminaryYear { get; init; }

    [Parameter("Weight with which an applicant who adds a second specialty adds this one.", Min = 0, Max = 1000)]
    public double SecondChoiceWeight { get; init; }
}

/// <summary>Size of one track of a specialty.</summary>
public sealed record TrackOptions
{
    [Parameter("Number of programs.", Unit = "programs", Min = 1, Max = 100_000, Required = true)]
    public int Programs { get; init; } = 1;

    [Parameter("Positions offered by all of them together.", Unit = "positions", Min = 1, Max = 10_000_000, Required = true)]
    public int Positions { get; init; } = 1;
}

/// <summary>Shares of programs by how they treat an applicant type; the three add up to 1.</summary>
public sealed record ScreeningOptions
{
    [Parameter("Share of programs that often interview this type.", Unit = "share", Min = 0, Max = 1, Required = true)]
    public double Often { get; init; } = 1;

    [Parameter("Share that seldom interview it.", Unit = "share", Min = 0, Max = 1, Required = true)]
    public double Seldom { get; init; }

    [Parameter("Share that never interview it.", Unit = "share", Min = 0, Max = 1, Required = true)]
    public double Never { get; init; }
}

/// <summary>How many programs an applicant may signal.</summary>
public sealed record SignalOptions
{
    [Parameter("Gold signals, or all signals of a specialty with one kind.", Unit = "signals", Min = 0, Max = 1000)]
    public int Gold { get; init; }

    [Parameter("Silver signals.", Unit = "signals", Min = 0, Max = 1000)]
    public int Silver { get; init; }
}

/// <summary>Preliminary programs beside the specialty itself.</summary>
public sealed record PreliminaryYearOptions
{
    [Parameter("Specialties whose preliminary programs are added.", Required = true)]
    public IReadOnlyList<string> Specialties { get; init; } = [];

    [Parameter("Share of applicants to the specialty who add them.", Unit = "share", Min = 0, Max = 1, Source = "assumption")]
    public double Share { get; init; } = 1;

    [Parameter("Share of an applicant's applications that go to them.", Unit = "share", Min = 0, Max = 1, Source = "assumption")]
    public double ApplicationsShare { get; init; } = 0.25;

    [Parameter("Whether they also stand at the end of the primary list, for those who match nowhere else.")]
    public Switch LastChoice { get; init; } = Switch.Off;
}

/// <summary>What all programs have in common.</summary>
public sealed record ProgramOptions
{
    [Parameter("Spread of program sizes: standard deviation of the logarithm of positions.", Min = 0, Max = 3, Source = "assumption")]
    public double SizeLogSd { get; init; } = 0.7;

    [Parameter("Number of equally large regions.", Unit = "regions", Min = 1, Max = 200, Source = "assumption")]
    public int Regions { get; init; } = 9;

    [Parameter("Correlation of a program's openness to other types with its desirability.", Min = -1, Max = 1, Source = "assumption")]
    public double OpennessDesirabilityCorrelation { get; init; } = -0.4;

    [Parameter("Shares of programs that often, seldom or never interview an applicant type; a type not named is often interviewed everywhere.")]
    public IReadOnlyDictionary<ApplicantType, ScreeningOptions> Screening { get; init; } =
        new Dictionary<ApplicantType, ScreeningOptions>();

    [Parameter("Share of programs that take visa holders on a J-1 visa at least.", Unit = "share", Min = 0, Max = 1, Source = "assumption")]
    public double VisaJ1 { get; init; } = 0.637;

    [Parameter("Share of programs that also sponsor H-1B visas; part of visa_j1.", Unit = "share", Min = 0, Max = 1, Source = "assumption")]
    public double VisaH1b { get; init; } = 0.22;

    [Parameter("Correlation of a program's visa policy with its openness.", Min = -1, Max = 1, Source = "assumption")]
    public double VisaOpennessCorrelation { get; init; } = 0.6;

    [Parameter("Share of programs with a Step 2 CK score below which they do not interview.", Unit = "share", Min = 0, Max = 1, Source = "assumption")]
    public double CutoffShare { get; init; } = 0.36;

    [Parameter("Mean of those cut-offs.", Unit = "Step 2 CK points", Min = 0, Max = 300, Source = "assumption")]
    public double CutoffMean { get; init; } = 220;

    [Parameter("Standard deviation of those cut-offs.", Unit = "Step 2 CK points", Min = 0, Max = 100, Source = "assumption")]
    public double CutoffSd { get; init; } = 12.6;

    [Parameter("Share of programs that never interview after a failed attempt.", Unit = "share", Min = 0, Max = 1, Source = "assumption")]
    public double FailedAttemptNever { get; init; } = 0.33;

    [Parameter("Share of programs that seldom do.", Unit = "share", Min = 0, Max = 1, Source = "assumption")]
    public double FailedAttemptSeldom { get; init; } = 0.57;
}
