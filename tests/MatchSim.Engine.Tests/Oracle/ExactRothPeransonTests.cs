using MatchSim.Benchmarks;
using MatchSim.Engine.Matching;
using MatchSim.Engine.Tests.Instances;
using Xunit.Abstractions;

namespace MatchSim.Engine.Tests.Oracle;

/// <summary>The matcher and the exact search on markets too large to enumerate: the matcher never finds what is proved
/// not to exist, and misses little of what does.</summary>
public sealed class ExactRothPeransonTests(ITestOutputHelper output)
{
    /// <summary>All variations that the formula has, up to 40 applicants.</summary>
    private static readonly MarketShape s_middling = new()
    {
        MaxApplicants = 40,
        MaxPrograms = 14,
        MaxList = 8,
        MaxCouples = 8,
        MaxPairs = 15,
        Supplemental = 0.05,
        Reciprocated = 0.8,
    };

    [SolverTheory]
    [InlineData(StabilityDefinition.BiroIrvingSchlotter)]
    [InlineData(StabilityDefinition.McDermidManlove)]
    public Task Middling_markets(StabilityDefinition definition) => Agree(
        definition,
        Enumerable.Range(4_000_000, 200 * Thorough.Factor).Select(seed => MarketDraw.Draw(s_middling, seed).ToInstance()));

    /// <summary>Couples of 5 to 30 % of the applicants, and a tenth fewer to a tenth more positions than applicants.
    /// </summary>
    [SolverTheory]
    [InlineData(StabilityDefinition.BiroIrvingSchlotter)]
    [InlineData(StabilityDefinition.McDermidManlove)]
    public Task Markets_of_up_to_500_applicants(StabilityDefinition definition) =>
        Agree(definition, Enumerable.Range(1, 8 * Thorough.Factor).Select(Large));

    private static MatchInstance Large(int seed)
    {
        var random = new Random(seed);
        int applicants = Thorough.IsOn ? random.Next(100, 501) : random.Next(100, 251);
        return new MarketGenerator
        {
            Applicants = applicants,
            Programs = applicants / random.Next(2, 9),
            Positions = (int)(applicants * (0.9 + (0.2 * random.NextDouble()))),
            ListLength = random.Next(4, 11),
            InCouples = 0.05 + (0.25 * random.NextDouble()),
            PairCount = 30,
        }.Draw(seed);
    }

    private async Task Agree(StabilityDefinition definition, IEnumerable<MatchInstance> instances)
    {
        MatchOptions options = MatchOptions.Default with { Stability = definition };
        var workspace = new MatchWorkspace();
        (int markets, int exist, int found) = (0, 0, 0);
        var missed = new List<int>();
        foreach (MatchInstance instance in instances)
        {
            bool matched = RothPeranson.Match(instance, options, workspace).Status == MatchStatus.Stable;
            bool exists = await ExactOracle.FindAsync(instance, definition) is not null;
            Assert.True(exists || !matched, $"market {markets}: matched, and proved to have no stable matching");
            if (exists && !matched)
                missed.Add(markets);
            markets++;
            exist += exists ? 1 : 0;
            found += matched ? 1 : 0;
        }

        output.WriteLine($"{markets} markets, {exist} have a stable matching, found in {found} of them");
        output.WriteLine($"missed, counted from 0: {string.Join(' ', missed)}");
        Assert.InRange(found, 0.95 * exist, exist);
    }
}
