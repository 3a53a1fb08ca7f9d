using FsCheck;
using FsCheck.Fluent;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Tests.Simulation;

/// <summary>Small scenarios of every kind: tracks, couples, second specialties, screens, signals, scarce or plenty.</summary>
public static class SeasonMarkets
{
    private static readonly string[] Ids = ["internal-medicine", "diagnostic-radiology", "general-surgery"];

    public static Arbitrary<SeasonShape> Shapes() => Arb.From(
        from specialties in Gen.Choose(1, Ids.Length)
        from programs in Gen.Frequency((5, Gen.Choose(2, 8)), (1, Gen.Choose(15, 40)))
        from positions in Gen.Choose(1, 4)
        from people in Gen.Choose(1, 30)
        from couples in Gen.Choose(0, 3)
        from applications in Gen.Choose(1, 12)
        from perPosition in Gen.Choose(1, 8)
        from limit in Gen.Choose(1, 10)
        from overInviting in Gen.Elements(0, 0, 50)
        from seed in Gen.Choose(0, 1_000_000)
        select new SeasonShape(specialties, programs, positions, people, couples, applications, perPosition, limit, seed)
        {
            OverInviting = overInviting,
        },
        Smaller);

    private static IEnumerable<SeasonShape> Smaller(SeasonShape shape) =>
        from smaller in new[]
        {
            shape with { Specialties = shape.Specialties - 1 },
            shape with { People = shape.People / 2 },
            shape with { People = shape.People - 1 },
            shape with { Couples = shape.Couples - 1 },
            shape with { Programs = shape.Programs - 1 },
            shape with { Programs = shape.Programs / 2 },
            shape with { OverInviting = 0 },
            shape with { Positions = shape.Positions - 1 },
            shape with { Applications = shape.Applications / 2 },
            shape with { Limit = shape.Limit / 2 },
        }
        where smaller != shape && smaller is
        { Specialties: >= 1, People: >= 1, Couples: >= 0, Programs: >= 2, Positions: >= 1, Applications: >= 1, Limit: >= 1 }
        select smaller;

    internal static Scenario Make(SeasonShape shape) => new()
    {
        Name = "small",
        Question = "What happens?",
        Seed = (ulong)shape.Seed,
        Replications = 2,
        Market = new MarketOptions
        {
            Specialties = Ids.Take(shape.Specialties).ToDictionary(id => id, id => Specialty(id, shape.Programs, shape.Positions)),
            Programs = new ProgramOptions
            {
                Regions = 2,
                Screening = new Dictionary<ApplicantType, ScreeningOptions>
                {
                    [ApplicantType.NonUsImg] = new() { Often = 0.4, Seldom = 0.4, Never = 0.2 },
                    [ApplicantType.UsImg] = new() { Often = 0.6, Seldom = 0.3, Never = 0.1 },
                },
            },
        },
        Applicants = Enum.GetValues<ApplicantType>().ToDictionary(
                type => type, type => People(type, shape.People + shape.Couples, shape.Specialties, shape.Applications)),
        Couples = new CoupleOptions
        {
            Counts = new Dictionary<ApplicantType, int>
            {
                [ApplicantType.UsMdSenior] = shape.Couples / 2,
                [ApplicantType.NonUsImg] = shape.Couples - (shape.Couples / 2),
            },
            SameRegionBonus = 2,
            MaxPairs = 20,
        },
        Interviews = new InterviewOptions
        {
            PerPosition = shape.PerPosition,
            LimitMean = shape.Limit,
            OverInviting = shape.OverInviting / 100.0,
        },
        Ranking = new RankingOptions { ProgramUnranked = 0.2, ApplicantUnranked = 0.2 },
    };

    private static SpecialtyOptions Specialty(string id, int programs, int positions)
    {
        var track = new TrackOptions { Programs = programs, Positions = programs * positions };
        return new SpecialtyOptions
        {
            Categorical = track,
            Preliminary = id == "internal-medicine" ? track : null,
            Advanced = id == "diagnostic-radiology" ? track : null,
            PreliminaryYear = id == "diagnostic-radiology"
                ? new PreliminaryYearOptions { Specialties = ["internal-medicine"], LastChoice = Switch.On }
                : null,
            Signals = new SignalOptions { Gold = 1, Silver = 2 },
            SecondChoiceWeight = 1,
        };
    }

    private static ApplicantOptions People(ApplicantType type, int count, int specialties, int applications) => new()
    {
        Registered = count,
        Specialties = Ids.Take(specialties).ToDictionary(id => id, _ => 1.0 / specialties),
        Quality = new QualityOptions { Mean = -(int)type, Sd = 1 + (0.2 * (int)type) },
        Applications = new ApplicationCountOptions { Mean = applications },
        SecondSpecialty = new SecondSpecialtyOptions { Share = 0.3 },
        FailedAttempt = 0.1,
        VisaNeed = type == ApplicantType.NonUsImg ? 0.7 : 0,
        VisaH1bOnly = 0.2,
        Withdrawn = 0.05,
    };
}

/// <summary>Sizes of a small scenario; what a failing law prints, and what shrinks.</summary>
public sealed record SeasonShape(
    int Specialties, int Programs, int Positions, int People, int Couples, int Applications, int PerPosition, int Limit,
    int Seed)
{
    /// <summary>Invitations beyond the places, percent.</summary>
    public int OverInviting { get; init; }

    public Scenario ToScenario() => SeasonMarkets.Make(this);
}
