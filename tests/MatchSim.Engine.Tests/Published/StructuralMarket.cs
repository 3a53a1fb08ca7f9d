using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;
using MatchSim.Engine.Statistics;

namespace MatchSim.Engine.Tests.Published;

/// <summary>A market of one specialty for laws about whole seasons: 1,000 positions at 100 programs, 1,300 applicants of two
/// types, interviews as scarce as in the shipped scenarios.</summary>
internal static class StructuralMarket
{
    public static Scenario Make() => new()
    {
        Name = "structural",
        Question = "Does it behave?",
        Seed = 11,
        Replications = Thorough.IsOn ? 200 : 20,
        Market = new MarketOptions
        {
            Specialties = new Dictionary<string, SpecialtyOptions>
            {
                ["internal-medicine"] = new() { Categorical = new TrackOptions { Programs = 100, Positions = 1000 } },
            },
            Programs = new ProgramOptions
            {
                Regions = 5,
                Screening = new Dictionary<ApplicantType, ScreeningOptions>
                {
                    [ApplicantType.NonUsImg] = new() { Often = 0.3, Seldom = 0.5, Never = 0.2 },
                },
            },
        },
        Applicants = new Dictionary<ApplicantType, ApplicantOptions>
        {
            [ApplicantType.UsMdSenior] = People(700, 0, 30),
            [ApplicantType.NonUsImg] = People(600, -1.5, 50),
        },
    };

    /// <summary>The scenario without whatever happens between the invitation and the rank order list: both sides rank as they
    /// invited and applied, and rank everybody they met.</summary>
    public static Scenario WithoutImpressions(Scenario scenario) => scenario with
    {
        Ranking = new RankingOptions
        {
            QualityWeight = 1,
            OpennessWeight = 1,
            Performance = 0,
            ProgramNoise = 0,
            ProgramUnranked = 0,
            DesirabilityWeight = 0,
            ApplicantNoise = 0,
            ApplicantUnranked = 0,
        },
    };

    public static PointSummary Run(Scenario scenario) =>
        MonteCarlo.Run(scenario, new RunOptions(), null, CancellationToken.None).Baseline;

    private static ApplicantOptions People(int registered, double quality, double applications) => new()
    {
        Registered = registered,
        Specialties = new Dictionary<string, double> { ["internal-medicine"] = 1 },
        Quality = new QualityOptions { Mean = quality },
        Applications = new ApplicationCountOptions { Mean = applications },
    };
}
