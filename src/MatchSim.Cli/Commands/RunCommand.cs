using CommandLine;
using MatchSim.Cli.Files;
using MatchSim.Cli.Shell;
using MatchSim.Cli.Store;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;

namespace MatchSim.Cli.Commands;

/// <summary>Options of <c>run</c>.</summary>
[Verb("run", HelpText = "Simulate a scenario: seasons of the Match, its sweep and sensitivity, the report.")]
internal sealed class RunCommandOptions : SimulationOptions
{
    [Value(0, MetaName = "SCENARIO", Required = true, HelpText = "Scenario file, or the name of a built-in scenario.")]
    public string Scenario { get; init; } = "";

    [Option("out", MetaValue = "DIR", HelpText = "Output folder; default: out/<scenario name>.")]
    public string? Out { get; init; }

    [Option("precision", MetaValue = "PP", HelpText = "Stop as soon as the 95 % interval of every headline match rate is within ± PP points; looked at after 50, 100, 200, … seasons, at most N.")]
    public double? Precision { get; init; }

    [Option("shard", MetaValue = "I/N", HelpText = "Run only replications I-1, I-1+N, I-1+2N, …; matchsim merge joins the shards.")]
    public string? Shard { get; init; }

    [Option("resume", HelpText = "Go on from what an interrupted run has finished, or add seasons to a finished one.")]
    public bool Resume { get; init; }

    [Option("images", HelpText = "Also write the charts as SVG and PNG, through an installed Chromium.")]
    public bool Images { get; init; }

    [Option("replications-csv", HelpText = "Also write every value of every season as replications.csv.")]
    public bool ReplicationsCsv { get; init; }

    /// <summary>The precision asked for, as a share.</summary>
    public Precision? PrecisionAsked => Precision is { } points ? new Precision(points / 100) : null;

    /// <summary>The shard asked for.</summary>
    public Shard ShardAsked => Shard is null ? Engine.Simulation.Shard.Whole : ShardText.Parse(Shard)!.Value;

    protected override void Check(MistakeList mistakes)
    {
        if (Precision is { } points && !(points is > 0 and <= 50))
            mistakes.Add($"--precision {points}", "points above 0, at most 50, such as 0.5");
        if (Shard is null)
            return;
        if (ShardText.Parse(Shard) is null)
            mistakes.Add($"--shard {Say.Quote(Shard)}", ShardText.Allowed);
        if (Precision is not null)
            mistakes.Add("--precision with --shard", "one of the two: whether a precision is reached shows in all shards together");
        if (Images)
            mistakes.Add("--images with --shard", "--images without it: charts are made of all shards together (after merge: run --resume --images)");
    }
}

internal static class RunCommand
{
    public static async Task<int> RunAsync(RunCommandOptions options, CommandContext context, CancellationToken stop)
    {
        options.CheckRanges();
        ScenarioFile file = ScenarioFile.Read(options.Scenario);
        Scenario scenario = options.Override(file.Scenario);
        string path = options.Out ?? Path.Combine("out", scenario.Name);
        var folder = new RunFolder(path);
        FoundStore? found = folder.Check(scenario.Name);
        var output = new RunOutput(folder, path, options.Images, options.ReplicationsCsv);

        var plan = new RunPlan(scenario);
        var meta = StoreMeta.Of(file, scenario, options.ShardAsked);
        using RunStore store = options.Resume ? folder.GoOn(found, plan, meta, context.Diagnostics) : folder.Begin(plan, meta);
        var record = new RunRecord(meta, options.ThreadCount);
        int seasons = store.Missing(meta.Shard, scenario.Replications);
        if (!meta.Shard.IsWhole)
        {
            await SeasonRun.Async(options, context, seasons, record.Clock, () => RunShard(options, plan, store, record, stop));
            stop.ThrowIfCancellationRequested();
            output.WriteShard(context.Answer, plan, store, record.OfShard(plan), meta.Shard);
            return ExitCode.Ok;
        }

        RunResult result = await SeasonRun.Async(options, context, seasons, record.Clock, () => MonteCarlo.Run(
            plan, store, new RunOptions(options.ThreadCount) { Precision = options.PrecisionAsked }, record.Clock, stop));
        stop.ThrowIfCancellationRequested();
        await output.WriteAsync(context.Answer, result, plan, store, record.Of(result), stop);
        return ExitCode.Ok;
    }

    private static bool RunShard(RunCommandOptions options, RunPlan plan, RunStore store, RunRecord record, CancellationToken stop)
    {
        MonteCarlo.RunShard(plan, store, options.ShardAsked, new RunOptions(options.ThreadCount), record.Clock, stop);
        return true;
    }
}
