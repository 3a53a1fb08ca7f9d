using MatchSim.Cli.Files;
using MatchSim.Cli.Store;

namespace MatchSim.Cli.Commands;

/// <summary>run.json of a merge: what the shards' own records say, together.</summary>
internal static class MergedRecord
{
    /// <param name="run">The record of the merge itself.</param>
    /// <param name="shards">The shards; those without a record of their own are left out.</param>
    public static RunFile Of(RunFile run, IReadOnlyList<ShardStore> shards)
    {
        RunFile[] parts = [.. shards.Select(shard => RunFile.Read(new RunFolder(shard.Folder).At(RunFolder.Run))).OfType<RunFile>()];
        if (parts.Length == 0)
            return run;
        int seasons = Math.Max(1, parts.Sum(part => part.Seasons));
        return run with
        {
            Started = parts.Min(part => part.Started),
            Threads = parts.Sum(part => part.Threads),
            SeasonsPerSecond = parts.Sum(part => part.SeasonsPerSecond),
            StageMs = parts.SelectMany(part => part.StageMs.Select(stage => (stage.Key, Total: stage.Value * part.Seasons)))
                .GroupBy(stage => stage.Key)
                .ToDictionary(stage => stage.Key, stage => Math.Round(stage.Sum(part => part.Total) / seasons, 3), StringComparer.Ordinal),
            PeakMemoryMb = Math.Max(run.PeakMemoryMb, parts.Max(part => part.PeakMemoryMb)),
        };
    }
}
