using MatchSim.Cli.Files;
using MatchSim.Cli.Reports;
using MatchSim.Cli.Shell;
using MatchSim.Cli.Store;
using MatchSim.Engine.Simulation;

namespace MatchSim.Cli.Commands;

/// <summary>What a finished run, shard or merge leaves: the files of its folder and the answer.</summary>
internal sealed class RunOutput
{
    private readonly RunFolder folder;
    private readonly string path;
    private readonly bool replicationsCsv;
    private readonly string? chromium;
    private readonly PublishedFigures published = PublishedFigures.Load();

    /// <param name="path">The folder as the user knows it.</param>
    /// <param name="images">Charts as SVG and PNG.</param>
    /// <param name="replicationsCsv">replications.csv.</param>
    /// <exception cref="UserErrorException">Images, but nothing to draw them with.</exception>
    public RunOutput(RunFolder folder, string path, bool images, bool replicationsCsv)
    {
        this.folder = folder;
        this.path = path;
        this.replicationsCsv = replicationsCsv;
        chromium = images ? Chromium.Find() ?? throw new UserErrorException(Chromium.Absent()) : null;
    }

    /// <summary>Writes all results of a run.</summary>
    /// <param name="store">Has the replications of the result.</param>
    public async Task WriteAsync(
        TextWriter answer, RunResult result, RunPlan plan, RunStore store, RunFile run, CancellationToken stop)
    {
        store.Finish(result.Scenario.Replications);
        WriteReplications(plan, store, Shard.Whole, result.Scenario.Replications);
        HtmlPage report = new RunReport(result, published).Page();
        folder.Write(result, HtmlWriter.Write(report), run);
        if (chromium is not null)
            await ImageExport.WriteAsync(chromium, [.. report.Figures], folder.At(RunFolder.Charts), stop);
        RunHeadline.Write(answer, result, new RunTables(result, published), PrecisionWording.Of(result, plan.Scenario.Replications), folder.At(RunFolder.Report));
    }

    /// <summary>Writes what there is of a shard: no results, which need all of them.</summary>
    public void WriteShard(TextWriter answer, RunPlan plan, RunStore store, RunFile run, Shard shard)
    {
        int replications = plan.Scenario.Replications;
        store.Finish(replications);
        WriteReplications(plan, store, shard, replications);
        AtomicFile.WriteText(folder.At(RunFolder.Run), run.Write);
        answer.Write($"{plan.Scenario.Name}, shard {shard}: {shard.Of(replications)} of {replications} seasons × {plan.Points.Count} points, " +
            $"seed {plan.Scenario.Seed}\nStore: {folder.Store}\nJoin the shards: matchsim merge {path} … --out DIR\n");
    }

    private void WriteReplications(RunPlan plan, RunStore store, Shard shard, int replications)
    {
        if (replicationsCsv)
            AtomicFile.WriteText(folder.At(RunFolder.Replications), writer => ReplicationsCsv.Write(writer, plan, store, shard, replications));
    }
}
