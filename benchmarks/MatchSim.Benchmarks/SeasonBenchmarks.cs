using BenchmarkDotNet.Attributes;
using MatchSim.Cli.Files;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;

namespace MatchSim.Benchmarks;

/// <summary>
/// A whole season at national size, on one core, every draw fresh: what a Monte Carlo run repeats. Ten nations are ten
/// times the specialties, programs and people in one market.
/// </summary>
[MemoryDiagnoser]
public class SeasonBenchmarks
{
    private Replication _replication = null!;
    private Scenario _scenario = null!;
    private int _next;

    [Params(1, 10)]
    public int Nations { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _scenario = Nation.Times(ScenarioFile.Read("us-2025").Scenario, Nations);
        _replication = new Replication(new MarketLayout(_scenario));
        // Buffers reach their size in the first seasons.
        for (int r = 0; r < 3; r++)
            _replication.Run(_scenario.Seed, r);
    }

    [Benchmark]
    public long Season()
    {
        Season season = _replication.Run(_scenario.Seed, 3 + (_next++ % 8));
        return season.Match.Proposals;
    }
}
