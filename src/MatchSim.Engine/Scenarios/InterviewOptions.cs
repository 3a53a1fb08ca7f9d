namespace MatchSim.Engine.Scenarios;

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

    [Parameter("Most interviews anybody may attend, whatever the own limit; absent = no cap.", Unit = "interviews", Min = 1, Max = 1000)]
    public int? Cap { get; init; }

    [Parameter("Invitations a program sends beyond its interview places in the first wave, because some will be declined; whoever accepts is interviewed.", Unit = "share of places", Min = 0, Max = 10, Source = "assumption")]
    public double OverInviting { get; init; }
}
