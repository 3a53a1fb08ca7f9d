using MatchSim.Benchmarks;
using MatchSim.Engine.Matching;
using Xunit.Abstractions;

namespace MatchSim.Engine.Tests.Oracle;

/// <summary>
/// Couples where they are hard: as many positions as applicants, 10 % of them in couples, uniform lists. The exact search
/// says which markets have a stable matching; the matcher, with its default options, has to find one in 95 % of these.
/// Figures of the thorough run: benchmarks/results/hard-couples-2026-11-21.md.
/// </summary>
public sealed class HardCouplesTests(ITestOutputHelper output)
{
    private static readonly int s_markets = Thorough.IsOn ? 300 : 60;

    [SolverTheory]
    [InlineData(StabilityDefinition.BiroIrvingSchlotter)]
    [InlineData(StabilityDefinition.McDermidManlove)]
    public async Task The_matcher_finds_95_percent_of_what_exists(StabilityDefinition definition)
    {
        MatchOptions options = MatchOptions.Default with { Stability = definition };
        var workspace = new MatchWorkspace();
        int exist = 0;
        int found = 0;
        var none = new List<int>();
        var missed = new List<int>();
        for (int seed = 1; seed <= s_markets; seed++)
        {
            MatchInstance instance = MarketGenerator.Hard.Draw(seed);
            bool matched = RothPeranson.Match(instance, options, workspace).Status == MatchStatus.Stable;
            bool exists = await ExactOracle.FindAsync(instance, definition) is not null;
            Assert.True(exists || !matched, $"seed {seed}: matched, and proved to have no stable matching");
            exist += exists ? 1 : 0;
            found += matched ? 1 : 0;
            if (!exists)
                none.Add(seed);
            else if (!matched)
                missed.Add(seed);
        }

        output.WriteLine($"{definition}: {s_markets} markets, {exist} have a stable matching, found in {found} of them");
        output.WriteLine($"none exists: seeds {string.Join(' ', none)}; missed: seeds {string.Join(' ', missed)}");
        Assert.InRange(found, 0.95 * exist, exist);
    }
}
