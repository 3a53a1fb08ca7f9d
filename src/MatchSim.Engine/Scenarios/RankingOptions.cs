namespace MatchSim.Engine.Scenarios;

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
