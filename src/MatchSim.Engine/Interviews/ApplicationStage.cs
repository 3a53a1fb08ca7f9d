using MatchSim.Engine.Markets;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Interviews;

/// <summary>Market → ApplicationGraph: every applicant chooses programs, signals some, pays, and is screened.</summary>
public sealed class ApplicationStage
{
    private readonly ApplicationOptions _options;
    private readonly ApplicationBlocks _blocks;
    private readonly ProgramAppeal _appeal;
    private readonly ApplicationFiling _filing;

    /// <summary>One per worker: holds the buffers of the stage.</summary>
    public ApplicationStage(MarketLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        _options = layout.Scenario.Applications;
        _blocks = new ApplicationBlocks(layout);
        _appeal = new ProgramAppeal(layout);
        _filing = new ApplicationFiling(layout);
    }

    /// <summary>Overwrites <paramref name="graph"/> with the applications of this market.</summary>
    public void Apply(Streams streams, Market market, ApplicationGraph graph)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(graph);
        graph.Clear();
        _appeal.Prepare(market);
        for (int a = 0; a < market.Applicants.Count; a++)
        {
            graph.Offsets[a] = graph.Count;
            ApplyToAll(streams, market, a, graph);
        }

        graph.Offsets[market.Applicants.Count] = graph.Count;
    }

    private void ApplyToAll(Streams streams, Market market, int a, ApplicationGraph graph)
    {
        MarketLayout layout = market.Layout;
        int specialty = market.Applicants.Specialty[a];
        int second = market.Applicants.SecondSpecialty[a];
        int total = market.Applicants.ApplicationCount[a];
        bool addsPreliminary = market.Applicants.AddsPreliminary[a];
        int preliminary = addsPreliminary
            ? Part(total, layout.Specialties[specialty].PreliminaryYear!.ApplicationsShare)
            : 0;
        int toSecond = second == Market.None
            ? 0
            : Part(total - preliminary, layout.Of(market.Applicants.Type[a]).SecondSpecialty.ApplicationsShare);

        var block = new Block(BlockKind.Preferred, _blocks.Own[specialty], total - preliminary - toSecond, 0);
        ApplyToBlock(streams, market, a, block, graph);
        if (second != Market.None)
        {
            block = new Block(BlockKind.Second, _blocks.Own[second], toSecond, (float)_options.SecondSpecialtyDistaste);
            ApplyToBlock(streams, market, a, block, graph);
        }

        if (addsPreliminary)
        {
            block = new Block(
                BlockKind.Preliminary, _blocks.Preliminary[specialty], preliminary, (float)_options.PreliminaryDistaste);
            ApplyToBlock(streams, market, a, block, graph);
        }
    }

    private static int Part(int total, double share) => (int)Math.Floor((total * share) + 0.5);

    private void ApplyToBlock(Streams streams, Market market, int a, Block block, ApplicationGraph graph)
    {
        if (block.Applications <= 0 || block.Ranges.Length == 0)
            return;
        _appeal.Score(streams, a, block.Ranges);
        _filing.File(streams, market, a, block, _appeal, graph);
    }
}

/// <summary>One set of programs an applicant chooses from, and how many to choose.</summary>
/// <param name="Distaste">How much less any of them is wanted, standard deviations of taste.</param>
internal readonly record struct Block(BlockKind Kind, ProgramRange[] Ranges, int Applications, float Distaste);
