using BenchmarkDotNet.Attributes;
using MatchSim.Engine.Matching;

namespace MatchSim.Benchmarks;

/// <summary>The match alone, at national size and ten times that. Targets on one core: singles ≤ 6 ms without allocation,
/// with couples ≤ 15 ms, ten times the size ≤ 18 times the time.</summary>
[MemoryDiagnoser]
public class MatchBenchmarks
{
    private readonly MatchWorkspace workspace = new();
    private MatchInstance instance = new();

    public enum Size
    {
        National,
        NationalWithCouples,
        TenTimesNational,
    }

    [ParamsAllValues]
    public Size Market { get; set; }

    [GlobalSetup]
    public void Draw()
    {
        instance = Market switch
        {
            Size.National => MarketGenerator.National.Draw(1),
            Size.NationalWithCouples => MarketGenerator.NationalWithCouples.Draw(1),
            _ => MarketGenerator.National.Times(10).Draw(1),
        };
        MatchResult result = RothPeranson.Match(instance, MatchOptions.Default, workspace);
        Console.WriteLine($"// {Market}: {result.Proposals} proposals a match, {result.Status}");
    }

    [Benchmark(Baseline = true)]
    public long Match() => RothPeranson.Match(instance, MatchOptions.Default, workspace).Proposals;

    /// <summary>Members of couples stay out of this one.</summary>
    [Benchmark]
    public long ProgramProposing() => DeferredAcceptance.ProgramProposing(instance, workspace).Proposals;
}
