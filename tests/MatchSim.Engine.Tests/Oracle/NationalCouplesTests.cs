using MatchSim.Benchmarks;
using MatchSim.Engine.Matching;
using Xunit.Abstractions;

namespace MatchSim.Engine.Tests.Oracle;

/// <summary>
/// National size, 5.3 % of applicants in couples, joint lists of 100 pairs: where the matcher finds no stable matching, the
/// exact search says whether it missed one. Figures of the thorough run: benchmarks/results/hard-couples-2026-11-21.md.
/// </summary>
public sealed class NationalCouplesTests(ITestOutputHelper output)
{
    /// <summary>In an ordinary run a few, the last of which has no stable matching.</summary>
    [SolverTheory]
    [InlineData(nameof(MarketGenerator.NationalWithCouples), 21, 23)]
    [InlineData(nameof(MarketGenerator.NationalBalance), 12, 14)]
    [InlineData(nameof(MarketGenerator.NationalBalanceWithCommonTaste), 3, 5)]
    public async Task The_matcher_finds_99_percent_of_what_exists(string market, int first, int last)
    {
        (first, last) = Thorough.IsOn ? (1, 500) : (first, last);
        MarketGenerator generator = Named(market);
        var workspace = new MatchWorkspace();
        int found = 0;
        var none = new List<int>();
        var missed = new List<int>();
        for (int seed = first; seed <= last; seed++)
        {
            MatchInstance instance = generator.Draw(seed);
            if (RothPeranson.Match(instance, MatchOptions.Default, workspace).Status == MatchStatus.Stable)
                found++;
            else if (await ExactOracle.FindAsync(instance) is null)
                none.Add(seed);
            else
                missed.Add(seed);
        }

        output.WriteLine($"{market}, seeds {first}–{last}: found {found}, proved none {none.Count}, missed {missed.Count}");
        output.WriteLine($"none exists: seeds {string.Join(' ', none)}; missed: seeds {string.Join(' ', missed)}");
        Assert.True(missed.Count <= 0.01 * (found + missed.Count));
    }

    private static MarketGenerator Named(string market) => market switch
    {
        nameof(MarketGenerator.NationalWithCouples) => MarketGenerator.NationalWithCouples,
        nameof(MarketGenerator.NationalBalance) => MarketGenerator.NationalBalance,
        nameof(MarketGenerator.NationalBalanceWithCommonTaste) => MarketGenerator.NationalBalanceWithCommonTaste,
        _ => throw new ArgumentOutOfRangeException(nameof(market)),
    };
}
