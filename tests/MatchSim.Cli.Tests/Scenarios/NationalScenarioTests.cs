using System.Globalization;
using MatchSim.Cli.Files;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Cli.Tests.Scenarios;

/// <summary>The numbers of <c>scenarios/us-2025.yaml</c> are those of the published tables beside it.</summary>
public sealed class NationalScenarioTests
{
    private const string Folder = "scenarios/reference";

    private static readonly string[] Attitudes = ["often", "seldom", "never"];

    private static readonly Scenario Season = ScenarioFile.Read("us-2025").Scenario;

    [Fact]
    public void Programs_and_positions_add_up_to_the_published_totals()
    {
        TrackOptions[] tracks = [.. Season.Market.Specialties.Values.SelectMany(Tracks)];
        Assert.Equal(43_237, tracks.Sum(track => track.Positions));
        Assert.Equal(6_626, tracks.Sum(track => track.Programs));
        int advanced = Season.Market.Specialties.Values.Sum(s => s.Advanced?.Positions ?? 0);
        Assert.Equal(40_041, tracks.Sum(track => track.Positions) - advanced);
    }

    [Fact]
    public void Applicants_and_couples_add_up_to_the_published_totals()
    {
        Assert.Equal(52_498, Season.Applicants.Values.Sum(type => type.Registered));
        Assert.Equal(5, Season.Applicants.Count);
        Assert.InRange(Season.Couples.Counts.Values.Sum(), 1_259, 1_340);
    }

    [Theory]
    [InlineData("us-2024", 2024, 41_503, 38_494, 6_395)]
    [InlineData("us-2017", 2017, 31_757, 28_849, 5_028)]
    public void Other_years_have_their_published_totals_and_the_behaviour_of_2025(string name, int year, int positions, int first, int programs)
    {
        Scenario other = ScenarioFile.Read(name).Scenario;
        Assert.Equal(year, other.Reference);
        TrackOptions[] tracks = [.. other.Market.Specialties.Values.SelectMany(Tracks)];
        Assert.Equal(positions, tracks.Sum(track => track.Positions));
        Assert.Equal(programs, tracks.Sum(track => track.Programs));
        Assert.Equal(first, positions - other.Market.Specialties.Values.Sum(s => s.Advanced?.Positions ?? 0));
        Assert.Equal((Season.Interviews, Season.Ranking), (other.Interviews, other.Ranking));
        Assert.Equal(Season.Applicants.Values.Select(type => type.Quality), other.Applicants.Values.Select(type => type.Quality));
    }

    [Fact]
    public void There_are_twenty_large_specialties_and_one_other_and_all_ids_are_in_the_table()
    {
        string[] table = [.. Rows("specialties.csv").Select(row => row[0])];
        Assert.Equal(table.Order(StringComparer.Ordinal), Season.Market.Specialties.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("other", table);
        Assert.True(table.Length >= 21);
    }

    [Fact]
    public void Positions_by_specialty_and_level_are_the_published_ones()
    {
        foreach ((string id, SpecialtyOptions specialty) in Season.Market.Specialties.Where(pair => pair.Key != "other"))
        {
            int first = (specialty.Categorical?.Positions ?? 0) + (specialty.Preliminary?.Positions ?? 0);
            Assert.Equal(Figure(id, "", "positions at pgy-1") ?? 0, first);
            Assert.Equal(Figure(id, "", "positions at pgy-2") ?? 0, specialty.Advanced?.Positions ?? 0);
        }
    }

    [Fact]
    public void Screening_and_signals_by_specialty_are_the_published_ones()
    {
        foreach ((string id, SpecialtyOptions specialty) in Season.Market.Specialties)
        {
            foreach ((ApplicantType type, ScreeningOptions shares) in specialty.Screening)
            {
                double[] published = [.. Attitudes.Select(
                    word => Figure(id, NameCase.Kebab(type), $"programs that {word} interview (%)")!.Value)];
                Assert.Equal(published[0] / published.Sum(), shares.Often, 0.001);
                Assert.Equal(published[1] / published.Sum(), shares.Seldom, 0.001);
            }

            Assert.Equal(Figure(id, "", "gold signals") ?? 0, specialty.Signals.Gold);
            Assert.Equal(Figure(id, "", "silver signals") ?? 0, specialty.Signals.Silver);
        }
    }

    private static IEnumerable<TrackOptions> Tracks(SpecialtyOptions specialty) =>
        new[] { specialty.Categorical, specialty.Advanced, specialty.Preliminary }.OfType<TrackOptions>();

    private static double? Figure(string specialty, string type, string measure) => Rows("specialty_figures.csv")
        .Where(row => row[1] == specialty && row[2] == type && row[3] == measure)
        .Select(row => (double?)double.Parse(row[4], CultureInfo.InvariantCulture))
        .SingleOrDefault();

    /// <summary>Fields of a table before its first quoted one, which is all that is compared here.</summary>
    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Path.Combine(Golden.Root, Folder, file)).Skip(1).Select(line => line.Split(','));
}
