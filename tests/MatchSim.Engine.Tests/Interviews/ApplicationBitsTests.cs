using MatchSim.Engine.Interviews;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Tests.Scenarios;

namespace MatchSim.Engine.Tests.Interviews;

/// <summary>Applications received are the bits of a program's column, counted one by one: in columns longer than counters of four bits.</summary>
public sealed class ApplicationBitsTests
{
    [Property(MaxTest = 20)]
    public void A_program_receives_as_many_applications_as_its_column_has_bits(byte people, byte mean, int seed)
    {
        Scenario scenario = SmallScenario.Sound with
        {
            Applicants = SmallScenario.Sound.Applicants.ToDictionary(
                pair => pair.Key,
                pair => pair.Value with { Registered = 600 + people, Applications = new ApplicationCountOptions { Mean = 1 + (mean % 60) } }),
        };
        var layout = new MarketLayout(scenario);
        var market = new Market(layout);
        var streams = new Streams((ulong)seed, 0);
        new MarketStage(layout).Synthesize(streams, market);
        var graph = new ApplicationGraph(layout);
        new ApplicationStage(layout).Apply(streams, market, graph);

        for (int group = 0; group < layout.Groups.Length; group++)
        {
            for (int p = layout.Groups[group].Start; p < layout.Groups[group].End; p++)
                Assert.Equal(BitsOf(graph, group, p - layout.Groups[group].Start), graph.Received[p]);
        }

        Assert.Equal(graph.Sent.Sum(), graph.Received.Sum());
    }

    private static int BitsOf(ApplicationGraph graph, int group, int member)
    {
        int block = member / LaneLayout.Width;
        int count = 0;
        for (int row = graph.Audience.StartOf(group); row < graph.Audience.StartOf(group + 1); row++)
            count += (graph.Bits.Sent[graph.Bits.WordOf(group, row) + (block * graph.Bits.Stride(group))] >> (member % LaneLayout.Width)) & 1;
        return count;
    }
}
