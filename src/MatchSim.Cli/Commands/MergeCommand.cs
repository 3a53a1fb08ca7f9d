using CommandLine;
using MatchSim.Cli.Files;
using MatchSim.Cli.Shell;
using MatchSim.Cli.Store;
using MatchSim.Engine.Simulation;

namespace MatchSim.Cli.Commands;

/// <summary>Options of <c>merge</c>.</summary>
[Verb("merge", HelpText = "Join the shards of a run (run --shard) into the run they are of.")]
internal sealed class MergeOptions : VerbOptions
{
    [Value(0, MetaName = "DIR…", HelpText = "Output folders of all shards, in any order.")]
    public IEnumerable<string> Folders { get; init; } = [];

    [Option("out", MetaValue = "DIR", Required = true, HelpText = "Output folder of the whole run: new, empty, or with a previous run of the scenario.")]
    public string Out { get; init; } = "";

    [Option("replications-csv", HelpText = "Also write every value of every season as replications.csv.")]
    public bool ReplicationsCsv { get; init; }
}

internal static class MergeCommand
{
    public static async Task<int> RunAsync(MergeOptions options, CommandContext context, CancellationToken stop)
    {
        (RunPlan plan, StoreMeta meta, IReadOnlyList<ShardStore> shards) = ShardSet.Read([.. options.Folders]);
        var folder = new RunFolder(options.Out);
        if (shards.FirstOrDefault(shard => Path.GetFullPath(shard.Folder) == Path.GetFullPath(options.Out)) is { } itself)
            throw new UserErrorException(new Mistake($"--out {Say.Quote(options.Out)}, which is shard {itself.Meta.Shard}", "another folder than those of the shards"));
        folder.Check(plan.Scenario.Name);
        var output = new RunOutput(folder, options.Out, images: false, options.ReplicationsCsv);

        using RunStore store = folder.Begin(plan, meta);
        RunResult result = await Task.Run(() => Join(plan, store, shards, stop), stop);
        RunFile run = MergedRecord.Of(new RunRecord(meta, threads: 1).Of(result), shards);
        await output.WriteAsync(context.Answer, result, plan, store, run, stop);
        return ExitCode.Ok;
    }

    private static RunResult Join(RunPlan plan, RunStore store, IReadOnlyList<ShardStore> shards, CancellationToken stop)
    {
        foreach (ShardStore shard in shards)
            shard.CopyTo(store, plan, stop);
        stop.ThrowIfCancellationRequested();
        return MonteCarlo.Summarise(plan, store, plan.Scenario.Replications);
    }
}
