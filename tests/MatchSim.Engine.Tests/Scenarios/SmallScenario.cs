using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Tests.Scenarios;

/// <summary>A sound scenario of two specialties and two applicant types, for tests to spoil.</summary>
internal static class SmallScenario
{
    public static Scenario Sound { get; } = new()
    {
        Name = "small",
        Question = "Does it hold together?",
        Replications = 4,
        Market = new MarketOptions
        {
            Specialties = new Dictionary<string, SpecialtyOptions>(StringComparer.Ordinal)
            {
                ["internal-medicine"] = new() { Categorical = new TrackOptions { Programs = 20, Positions = 100 } },
                ["surgery"] = new()
                {
                    Categorical = new TrackOptions { Programs = 10, Positions = 30 },
                    Preliminary = new TrackOptions { Programs = 5, Positions = 10 },
                },
            },
        },
        Applicants = new Dictionary<ApplicantType, ApplicantOptions>
        {
            [ApplicantType.UsMdSenior] = People(80),
            [ApplicantType.NonUsImg] = People(60),
        },
        Couples = new CoupleOptions { Counts = new Dictionary<ApplicantType, int> { [ApplicantType.UsMdSenior] = 4 } },
    };

    /// <summary>The sound scenario with one number changed.</summary>
    public static Scenario With(string path, double value) => ParameterPath.Find(Sound, path, out _)!.Set(Sound, value);

    public static Scenario WithSweep(params SweepParameter[] parameters) =>
        Sound with { Sweep = new SweepOptions { Parameters = parameters } };

    private static ApplicantOptions People(int registered) => new()
    {
        Registered = registered,
        Specialties = new Dictionary<string, double>(StringComparer.Ordinal) { ["internal-medicine"] = 0.75, ["surgery"] = 0.25 },
        Applications = new ApplicationCountOptions { Mean = 12 },
    };
}
