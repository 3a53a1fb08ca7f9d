using MatchSim.Engine.Interviews;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Tests.Simulation;

namespace MatchSim.Engine.Tests.Interviews;

/// <summary>What programs keep of what they read, against sorting everything: with many ties, and with too small a reserve.</summary>
public sealed class CandidateListTests
{
    private const int Places = 5;

    [Property(MaxTest = 2000)]
    public void The_first_wave_and_the_reserve_are_the_best_whatever_the_ties(byte[] drawn, byte spread, byte reserve)
    {
        // A small spread makes many equal scores; then the earlier applicant is better.
        float[] scores = [.. drawn.Select(value => (float)(value % (1 + spread)))];
        var layout = new MarketLayout(OneProgram());
        var market = new Market(layout);
        new MarketStage(layout).Synthesize(new Streams(1, 0), market);
        market.Programs.InterviewPlaces[0] = Places;
        var lists = new CandidateLists(layout, 1 + (reserve % 100));
        lists.Open(market);
        int[] applicants = [.. Enumerable.Range(0, scores.Length).Select(row => (row * 7) % 1009)];
        lists.Keep(0, Read(scores), 0, applicants);

        (int Applicant, float Score)[] expected =
        [
            .. scores.Select((score, row) => (Applicant: applicants[row], score))
                .OrderByDescending(one => one.score).ThenBy(one => one.Applicant),
        ];
        CandidateStore wave = lists.FirstWave.Candidates;
        int first = Math.Min(Places, scores.Length);
        Assert.Equal(first, lists.FirstWave.Count);
        Assert.Equal(
            expected.Take(first).Order(), Enumerable.Range(0, first).Select(i => (wave.Applicant[i], wave.Score[i])).Order());

        int kept = Math.Min(scores.Length - first, 1 + (reserve % 100));
        var later = new CandidateStore();
        later.Reserve(kept + LaneLayout.Width);
        for (int i = 0; i < kept; i++)
            Assert.Equal(1, lists.Take(0, 1, null!, later, i));
        Assert.Equal(expected.Skip(first).Take(kept), Enumerable.Range(0, kept).Select(i => (later.Applicant[i], later.Score[i])));
        Assert.All(Enumerable.Range(0, kept), i => Assert.Equal(later.Score[i] + 0.5f, later.Utility[i]));
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(SeasonMarkets)])]
    public void However_few_a_program_keeps_the_interviews_are_the_same(SeasonShape shape)
    {
        Scenario scenario = shape.ToScenario();
        Assert.Equal(Interviews(scenario, CandidateLists.UsualReserve), Interviews(scenario, 1));
    }

    private static IEnumerable<Interview> Interviews(Scenario scenario, int reserve)
    {
        var layout = new MarketLayout(scenario);
        var market = new Market(layout);
        var streams = new Streams(scenario.Seed, 0);
        new MarketStage(layout).Synthesize(streams, market);
        var applications = new ApplicationGraph(layout, reserve);
        new ApplicationStage(layout).Apply(streams, market, applications);
        var interviews = new InterviewGraph(layout);
        new InterviewStage(layout).Invite(market, applications, interviews);
        return Enumerable.Range(0, layout.ApplicantCount)
            .SelectMany(a => interviews.Of(a).OrderBy(interview => interview.Program));
    }

    private static CandidateColumns Read(float[] scores)
    {
        var read = new CandidateColumns();
        read.Open(LaneLayout.Width * (1 + (scores.Length / LaneLayout.Width)));
        read.Count[0] = scores.Length;
        for (int row = 0; row < scores.Length; row++)
            (read.Store.Applicant[row], read.Store.Score[row], read.Store.Utility[row]) = (row, scores[row], scores[row] + 0.5f);
        return read;
    }

    private static Scenario OneProgram() => new()
    {
        Market = new MarketOptions
        {
            Specialties = new Dictionary<string, SpecialtyOptions>
            {
                ["internal-medicine"] = new() { Categorical = new TrackOptions { Programs = 1, Positions = 2 } },
            },
        },
    };
}
