namespace MatchSim.Engine.Scenarios;

/// <summary>One applicant type. Quality is measured in standard deviations of MD seniors, whose mean is 0.</summary>
public sealed record ApplicantOptions
{
    [Parameter("People who apply, whether or not they end up with a rank order list.", Unit = "applicants", Min = 0, Max = 10_000_000, Required = true)]
    public int Registered { get; init; }

    [Parameter("Preferred specialty: share of the type by specialty; adds up to 1.", Unit = "share", Min = 0, Max = 1, Required = true)]
    public IReadOnlyDictionary<string, double> Specialties { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);

    [Parameter("How programs see the type on paper.")]
    public QualityOptions Quality { get; init; } = new();

    [Parameter("Step 2 CK scores.")]
    public Step2Options Step2 { get; init; } = new();

    [Parameter("How many programs people of the type apply to.")]
    public ApplicationCountOptions Applications { get; init; } = new();

    [Parameter("Who adds a second specialty.")]
    public SecondSpecialtyOptions SecondSpecialty { get; init; } = new();

    [Parameter("Share with a failed first attempt at an examination.", Unit = "share", Min = 0, Max = 1, Source = "assumption")]
    public double FailedAttempt { get; init; }

    [Parameter("Share that needs a visa.", Unit = "share", Min = 0, Max = 1, Source = "assumption")]
    public double VisaNeed { get; init; }

    [Parameter("Share of those with a visa need who can only use an H-1B.", Unit = "share", Min = 0, Max = 1, Source = "assumption")]
    public double VisaH1bOnly { get; init; }

    [Parameter("Share with clinical experience in the US.", Unit = "share", Min = 0, Max = 1, Source = "assumption")]
    public double UsExperience { get; init; } = 1;

    [Parameter("Mean years since graduation (exponential).", Unit = "years", Min = 0, Max = 50, Source = "assumption")]
    public double YearsSinceGraduation { get; init; }

    [Parameter("Share that withdraws before ranking (for IMGs: not certified in time).", Unit = "share", Min = 0, Max = 1, Source = "assumption")]
    public double Withdrawn { get; init; }

    [Parameter("What programs add to the type when they rank after the interview.", Unit = "sd of MD quality", Min = -10, Max = 10, Source = "assumption")]
    public double RankShift { get; init; }
}

/// <summary>Distribution of quality within a type.</summary>
public sealed record QualityOptions
{
    [Parameter("Mean relative to MD seniors.", Unit = "sd of MD quality", Min = -20, Max = 20, Source = "assumption")]
    public double Mean { get; init; }

    [Parameter("Standard deviation.", Unit = "sd of MD quality", Min = 0, Max = 20, Source = "assumption")]
    public double Sd { get; init; } = 1;
}

/// <summary>Distribution of Step 2 CK scores within a type.</summary>
public sealed record Step2Options
{
    [Parameter("Mean score.", Unit = "Step 2 CK points", Min = 1, Max = 300, Source = "assumption")]
    public double Mean { get; init; } = 250;

    [Parameter("Standard deviation.", Unit = "Step 2 CK points", Min = 0, Max = 100, Source = "assumption")]
    public double Sd { get; init; } = 14;

    [Parameter("Correlation of the score with quality within the type.", Min = -1, Max = 1, Source = "assumption")]
    public double QualityCorrelation { get; init; } = 0.5;
}

/// <summary>Distribution of the number of programs applied to (log-normal).</summary>
public sealed record ApplicationCountOptions
{
    [Parameter("Mean number of programs an applicant wants to apply to, all specialties together; nobody can apply to more than there are.", Unit = "programs", Min = 1, Max = 10_000, Source = "assumption")]
    public double Mean { get; init; } = 60;

    [Parameter("Spread: standard deviation of the logarithm.", Min = 0, Max = 3, Source = "assumption")]
    public double LogSd { get; init; } = 0.5;
}

/// <summary>Applications to a second specialty.</summary>
public sealed record SecondSpecialtyOptions
{
    [Parameter("Share of the type that adds one.", Unit = "share", Min = 0, Max = 1, Source = "assumption")]
    public double Share { get; init; }

    [Parameter("Share of an applicant's applications that go to it.", Unit = "share", Min = 0, Max = 1, Source = "assumption")]
    public double ApplicationsShare { get; init; } = 0.33;
}

/// <summary>Couples: two applicants with one joint rank order list.</summary>
public sealed record CoupleOptions
{
    [Parameter("Couples, by the applicant type of both members.", Unit = "couples", Min = 0, Max = 5_000_000)]
    public IReadOnlyDictionary<ApplicantType, int> Counts { get; init; } = new Dictionary<ApplicantType, int>();

    [Parameter("What two programs in the same region add to a pair.", Unit = "ranks", Min = 0, Max = 1000, Source = "assumption")]
    public double SameRegionBonus { get; init; } = 10;

    [Parameter("Applications of a member of a couple, against those of others of the type.", Min = 0.1, Max = 10, Source = "assumption")]
    public double ApplicationsFactor { get; init; } = 1;

    [Parameter("Share of couples who rank no pair in which only one of them is matched.", Unit = "share", Min = 0, Max = 1, Source = "assumption")]
    public double OnlyTogether { get; init; }

    [Parameter("Longest joint list of pairs in which both are matched.", Unit = "pairs", Min = 1, Max = 10_000, Source = "assumption")]
    public int MaxPairs { get; init; } = 150;
}
