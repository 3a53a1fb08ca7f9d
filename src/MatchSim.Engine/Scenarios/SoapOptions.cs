namespace MatchSim.Engine.Scenarios;

/// <summary>
/// The Supplemental Offer and Acceptance Program: after the match, unfilled positions are offered to unmatched
/// applicants in rounds. Without this section, or with no rounds, a season ends with the match.
/// </summary>
public sealed record SoapOptions
{
    [Parameter("Offer rounds; 0 = no SOAP.", Unit = "rounds", Min = 0, Max = MostRounds, Source = "NRMP: four offer rounds")]
    public int Rounds { get; init; } = MostRounds;

    [Parameter("Most programs one applicant may apply to, all specialties together.", Unit = "programs", Min = 1, Max = 10_000, Source = "NRMP and ERAS: 45 programs")]
    public int MaxApplications { get; init; } = 45;

    [Parameter("Share of the eligible applicants who take part.", Unit = "share", Min = 0, Max = 1, Source = "assumption")]
    public double ApplicantsShare { get; init; } = 1;

    [Parameter("Share of the programs with an open position that take part.", Unit = "share", Min = 0, Max = 1, Source = "assumption")]
    public double ProgramsShare { get; init; } = 1;

    [Parameter("What a program of the applicant's preferred or second specialty adds to utility.", Unit = "sd of taste", Min = 0, Max = 100, Source = "assumption")]
    public double OwnSpecialtyWeight { get; init; } = 2;

    [Parameter("How much less an applicant wants a preliminary position than a categorical one.", Unit = "sd of taste", Min = 0, Max = 100, Source = "assumption")]
    public double PreliminaryDistaste { get; init; } = 1;

    [Parameter("Standard deviation of what a program sees in the days of SOAP and did not see before.", Unit = "sd of MD quality", Min = 0, Max = 100, Source = "assumption")]
    public double Noise { get; init; } = 0.8;

    /// <summary>Offer rounds of the real SOAP; each has a measure of its own.</summary>
    public const int MostRounds = 4;
}
