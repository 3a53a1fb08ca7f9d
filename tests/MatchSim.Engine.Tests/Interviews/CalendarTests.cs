using MatchSim.Engine.Interviews;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Tests.Scenarios;

namespace MatchSim.Engine.Tests.Interviews;

/// <summary>Calendars against sorting every applicant's offers: with many ties, at any limit, in one wave and one by one.</summary>
public sealed class CalendarTests
{
    private const int Applicants = 3;

    [Property(MaxTest = 1000)]
    public void An_applicant_holds_the_best_offers_up_to_the_limit(int seed, byte limit, byte spread, byte firstWave)
    {
        var random = new Random(seed);
        Market market = Draw();
        int programs = market.Programs.Count;
        for (int a = 0; a < Applicants; a++)
            market.Applicants.InterviewLimit[a] = 1 + ((limit + a) % 36);
        // A small spread makes many equally wanted programs; then the earlier one is kept.
        (int Applicant, Interview Invitation)[] offers =
        [
            .. Enumerable.Range(0, programs).SelectMany(program => Enumerable.Range(0, Applicants).Select(a =>
                (a, new Interview(program, random.Next(1 + spread), random.NextSingle())))).Where(_ => random.Next(3) > 0),
        ];
        int early = offers.Length * firstWave / byte.MaxValue;
        var calendar = new Calendar(market.Layout);
        var free = new int[programs];
        calendar.Open(market, Wave(offers[..early], programs), free);
        foreach ((int applicant, Interview invitation) in offers[early..].OrderBy(_ => random.Next()))
            Take(calendar.Offer(applicant, invitation), free);

        var graph = new InterviewGraph(market.Layout);
        calendar.WriteTo(graph);
        for (int a = 0; a < Applicants; a++)
        {
            Interview[] mine = [.. offers.Where(offer => offer.Applicant == a).Select(offer => offer.Invitation)];
            Assert.Equal(mine.Length, graph.Invited[a]);
            Assert.Equal(
                mine.OrderByDescending(one => one.Utility).ThenBy(one => one.Program).Take(market.Applicants.InterviewLimit[a])
                    .OrderBy(one => one.Program),
                graph.Of(a).OrderBy(one => one.Program));
        }

        Assert.Equal(
            Enumerable.Range(0, programs).Select(program => Offers(program) - graph.All().Count(one => one.Program == program)), free);

        int Offers(int program) => offers.Count(offer => offer.Invitation.Program == program);
    }

    private static void Take(int cancelled, int[] free)
    {
        if (cancelled >= 0)
            free[cancelled]++;
    }

    private static InvitationWave Wave((int Applicant, Interview Invitation)[] offers, int programs)
    {
        var wave = new InvitationWave(programs);
        wave.Candidates.Reserve(offers.Length + LaneLayout.Width);
        for (int i = 0; i < offers.Length; i++)
        {
            (int applicant, Interview invitation) = offers[i];
            (wave.Candidates.Applicant[i], wave.Candidates.Utility[i], wave.Candidates.Score[i]) = (applicant, invitation.Utility, invitation.Score);
            if (i + 1 == offers.Length || offers[i + 1].Invitation.Program != invitation.Program)
                wave.Add(invitation.Program, i + 1 - wave.Count);
        }

        return wave;
    }

    private static Market Draw()
    {
        var market = new Market(new MarketLayout(SmallScenario.Sound));
        new MarketStage(market.Layout).Synthesize(new Streams(1, 0), market);
        return market;
    }
}
