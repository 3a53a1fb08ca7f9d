using MatchSim.Engine.Interviews;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Ranking;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Tests.Simulation;

namespace MatchSim.Engine.Tests.Ranking;

/// <summary>Both sides' lists against sorting, with many equal scores.</summary>
public sealed class RankingTieTests
{
    [Property(MaxTest = 300, Arbitrary = [typeof(SeasonMarkets)])]
    public void Programs_leave_their_lowest_unranked_and_of_equal_ones_the_later(SeasonShape shape, byte spread)
    {
        (Market market, InterviewGraph interviews, RankOrderLists lists) = Met(shape, out Scenario scenario);
        float[] scores = Scores(interviews, 1 + (spread % 5));
        new ProgramRanking(market.Layout).Rank(market, interviews, scores, lists);

        var expected = new uint[interviews.Count];
        foreach (IGrouping<int, int> met in Slots(market, interviews).GroupBy(slot => interviews.Program[slot]))
        {
            int ranked = met.Count() - (int)(met.Count() * scenario.Ranking.ProgramUnranked);
            Assert.Equal(ranked, lists.RankedBy[met.Key]);
            foreach (int slot in met.OrderByDescending(slot => scores[slot]).ThenBy(slot => slot).Take(ranked))
                expected[slot] = SortableFloat.ToUInt32(scores[slot]);
        }

        Assert.Equal(expected, lists.ProgramScore[..interviews.Count]);
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(SeasonMarkets)])]
    public void Applicants_rank_by_utility_and_equal_ones_in_the_order_of_slots(SeasonShape shape, byte spread)
    {
        (Market market, InterviewGraph interviews, _) = Met(shape, out Scenario scenario);
        float[] utilities = Scores(interviews, 1 + (spread % 5));
        var ranking = new ApplicantRanking(market.Layout);
        for (int a = 0; a < market.Applicants.Count; a++)
        {
            ranking.Rank(market, interviews, utilities, a);
            int[] order =
            [
                .. Enumerable.Range(interviews.ApplicantOffsets[a], interviews.ApplicantOffsets[a + 1] - interviews.ApplicantOffsets[a])
                    .OrderByDescending(slot => utilities[slot]).ThenBy(slot => slot),
            ];
            bool IsBeside(int slot) => market.Applicants.AddsPreliminary[a]
                && market.Layout.TrackOf(interviews.Program[slot]) == Track.Preliminary;
            if (market.Applicants.Withdrawn[a])
                order = [];
            int[] own = [.. order.Where(slot => !IsBeside(slot))];
            own = own[..(own.Length - (int)(own.Length * scenario.Ranking.ApplicantUnranked))];
            int[] beside = [.. order.Where(IsBeside)];
            Assert.Equal(beside, ranking.Supplemental.ToArray());
            Assert.Equal(own, ranking.Primary[..own.Length].ToArray());
        }
    }

    private static (Market Market, InterviewGraph Interviews, RankOrderLists Lists) Met(SeasonShape shape, out Scenario scenario)
    {
        scenario = shape.ToScenario();
        var layout = new MarketLayout(scenario);
        var market = new Market(layout);
        var streams = new Streams(scenario.Seed, 0);
        new MarketStage(layout).Synthesize(streams, market);
        var applications = new ApplicationGraph(layout);
        new ApplicationStage(layout).Apply(streams, market, applications);
        var interviews = new InterviewGraph(layout);
        new InterviewStage(layout).Invite(market, applications, interviews);
        return (market, interviews, new RankOrderLists(layout));
    }

    /// <summary>Few different numbers, by slot.</summary>
    private static float[] Scores(InterviewGraph interviews, int different) =>
        [.. Enumerable.Range(0, interviews.Program.Length).Select(slot => (float)(Streams.Mix((ulong)slot) % (ulong)different))];

    private static IEnumerable<int> Slots(Market market, InterviewGraph interviews) =>
        Enumerable.Range(0, market.Applicants.Count).Where(a => !market.Applicants.Withdrawn[a])
            .SelectMany(a => Enumerable.Range(
                interviews.ApplicantOffsets[a], interviews.ApplicantOffsets[a + 1] - interviews.ApplicantOffsets[a]));
}
