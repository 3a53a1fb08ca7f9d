using MatchSim.Engine.Matching;
using MatchSim.Engine.Tests.Instances;

namespace MatchSim.Engine.Tests.Oracle;

/// <summary>The formula against complete enumeration: a market has a stable matching exactly when the formula has a
/// model, and the formula excludes none of them.</summary>
public sealed class ExactBruteForceTests
{
    private const int Batch = 250;

    private static readonly int s_markets = 4_000 * Thorough.Factor;

    /// <summary>Mostly pairs at one program, where the two definitions part.</summary>
    private static readonly MarketShape s_sameProgram =
        new() { MaxApplicants = 6, MaxPrograms = 2, MaxQuota = 3, MaxList = 2, MaxCouples = 2, MaxPairs = 5 };

    /// <summary>Mostly supplemental lists, of members of couples too.</summary>
    private static readonly MarketShape s_supplemental = TinyMarkets.Shape with { MaxCouples = 1, Supplemental = 0.5 };

    [SolverTheory]
    [InlineData(StabilityDefinition.BiroIrvingSchlotter)]
    [InlineData(StabilityDefinition.McDermidManlove)]
    public Task Tiny_markets(StabilityDefinition definition) => Agree(TinyMarkets.Shape, 1_000_000, definition);

    [SolverTheory]
    [InlineData(StabilityDefinition.BiroIrvingSchlotter)]
    [InlineData(StabilityDefinition.McDermidManlove)]
    public Task Couples_at_one_program(StabilityDefinition definition) => Agree(s_sameProgram, 2_000_000, definition);

    [SolverFact]
    public Task Supplemental_lists() => Agree(s_supplemental, 3_000_000, StabilityDefinition.BiroIrvingSchlotter);

    private static async Task Agree(MarketShape shape, int firstSeed, StabilityDefinition definition)
    {
        foreach (int[] seeds in Enumerable.Range(firstSeed, s_markets).Chunk(Batch))
        {
            var solvable = new List<(TestMarket, Assignment?)>();
            foreach (int seed in seeds)
            {
                TestMarket market = MarketDraw.Draw(shape, seed);
                IReadOnlySet<Assignment> all = AllStableMatchings.Of(market.ToInstance(), definition);
                if (all.Count == 0)
                    Assert.True(await ExactOracle.FindAsync(market.ToInstance(), definition) is null, $"{market}");
                else
                    solvable.AddRange([(market, null), .. all.Select(assignment => (market, assignment))]);
            }

            if (!await ExactOracle.AllHaveAsync(solvable, definition))
                await Name(solvable, definition);
        }
    }

    /// <summary>Says which market of a batch it was.</summary>
    private static async Task Name(List<(TestMarket Market, Assignment? Wanted)> markets, StabilityDefinition definition)
    {
        foreach ((TestMarket market, Assignment? wanted) in markets)
            Assert.True(await ExactOracle.AllHaveAsync([(market, wanted)], definition), $"{market}\nhas {wanted}");
        Assert.Fail("All markets have a stable matching alone, and together they do not.");
    }
}
