using MatchSim.Cli.Files;
using MatchSim.Cli.Shell;
using MatchSim.Cli.Store;
using MatchSim.Engine.Simulation;

namespace MatchSim.Cli.Commands;

/// <summary>Gathers what run.json says.</summary>
/// <param name="meta">Which run it is.</param>
/// <param name="threads">Worker threads.</param>
internal sealed class RunRecord(StoreMeta meta, int threads)
{
    private readonly DateTimeOffset started = DateTimeOffset.UtcNow;

    /// <summary>Times the seasons.</summary>
    public SeasonClock Clock { get; } = new(threads);

    /// <summary>The record of a whole run.</summary>
    public RunFile Of(RunResult result)
    {
        int replications = result.Scenario.Replications;
        return Of(replications, replications * result.PointCount) with { PrecisionReached = result.PrecisionReached };
    }

    /// <summary>The record of a shard.</summary>
    public RunFile OfShard(RunPlan plan)
    {
        int replications = meta.Shard.Of(meta.Replications);
        return Of(replications, replications * plan.Points.Count) with { Shard = $"{meta.Shard}" };
    }

    private RunFile Of(int replications, int seasons) => new()
    {
        ScenarioName = meta.ScenarioName,
        Scenario = meta.Texts[0].Value,
        Extends = meta.Texts.Skip(1).ToDictionary(StringComparer.Ordinal),
        ScenarioHash = meta.ScenarioHash,
        Seed = meta.Seed,
        Version = meta.Version,
        Started = started,
        Finished = DateTimeOffset.UtcNow,
        Threads = threads,
        Replications = replications,
        Seasons = seasons,
        SeasonsPerSecond = Clock.SeasonsPerSecond(),
        StageMs = Clock.StageMs(),
        PeakMemoryMb = PeakMemory.Megabytes(),
        VectorBits = VectorWidth.Bits,
    };
}
