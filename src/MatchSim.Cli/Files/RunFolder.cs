using MatchSim.Cli.Shell;
using MatchSim.Cli.Store;
using MatchSim.Engine.Simulation;

namespace MatchSim.Cli.Files;

/// <summary>The output folder of a run.</summary>
/// <param name="folder">Its path.</param>
internal sealed class RunFolder(string folder)
{
    public const string Summary = "summary.csv";
    public const string Sensitivity = "sensitivity.csv";
    public const string Report = "report.html";
    public const string Replications = "replications.csv";
    public const string Run = "run.json";
    public const string Charts = "charts";

    /// <summary>What a run writes, run.json last: as long as it is there, it says whose the others are.</summary>
    private static readonly string[] Results = [Summary, Sensitivity, Report, Replications, Run];

    /// <summary>The run store.</summary>
    public string Store => At(StoreFile.Name);

    public string At(string name) => Path.Combine(folder, name);

    /// <summary>Makes sure, before anything is computed, that the folder may be written: it is not there, or empty, or
    /// holds a previous run of the same scenario, finished or not.</summary>
    /// <returns>The store of that run; <c>null</c> = there is none, or a damaged one.</returns>
    /// <exception cref="UserErrorException">It is a file, or holds anything else, or another run is writing it.</exception>
    public FoundStore? Check(string scenarioName)
    {
        const string Allowed = "a new or empty folder, or one with a previous run of the same scenario";
        if (folder.Length == 0 || File.Exists(folder))
            throw new UserErrorException(new Mistake($"--out {Say.Quote(folder)}, which is {(folder.Length == 0 ? "no name" : "a file")}", Allowed));
        if (!Directory.Exists(folder))
            return null;
        FoundStore? store = StoreFile.Find(Store);
        string? previous = store?.Meta.ScenarioName ?? RunFile.NameIn(At(Run));
        if (previous is null ? IsEmptyOrTorn() : previous == scenarioName)
            return store;
        string holds = previous is null ? "files that are no run of MatchSim" : $"a run of the scenario {Say.Quote(previous)}";
        throw new UserErrorException(new Mistake($"output folder {Say.Quote(folder)} with {holds}", Allowed));
    }

    /// <summary>A new store; what a previous run left is removed.</summary>
    public RunStore Begin(RunPlan plan, StoreMeta meta)
    {
        AtomicFile.CreateFolder(folder);
        RunStore store = RunStore.Create(Store, plan, meta);
        RemoveResults();
        return store;
    }

    /// <summary>The store of a run to go on with, or a new one if there is none; results that it is about to outdate are
    /// removed.</summary>
    /// <param name="found">What <see cref="Check"/> found.</param>
    /// <param name="diagnostics">Told when what was found is damaged, so that everything is run again.</param>
    /// <exception cref="UserErrorException">It is of another run: every difference.</exception>
    public RunStore GoOn(FoundStore? found, RunPlan plan, StoreMeta meta, TextWriter diagnostics)
    {
        if (found is not null)
            ResumeRules.Check(found, meta, Store);
        if (found is not null && RunStore.Resume(Store, plan, meta) is { } store)
        {
            RemoveResults();
            return store;
        }

        if (File.Exists(Store))
            diagnostics.WriteLine($"matchsim: {Store} is damaged: every replication is run again.");
        return Begin(plan, meta);
    }

    /// <summary>Writes the results of a run, each file whole or not at all; run.json last, so that it vouches for the others.</summary>
    public void Write(RunResult result, string report, RunFile run)
    {
        AtomicFile.WriteText(At(Summary), writer => SummaryCsv.Write(writer, result.Points));
        if (result.Sensitivity is { } sensitivity)
            AtomicFile.WriteText(At(Sensitivity), writer => DifferenceCsv.Write(writer, sensitivity));
        AtomicFile.WriteText(At(Report), writer => writer.Write(report));
        AtomicFile.WriteText(At(Run), run.Write);
    }

    private void RemoveResults()
    {
        foreach (string path in Directory.EnumerateFiles(folder).Where(IsPart))
            File.Delete(path);
        foreach (string name in Results)
            File.Delete(At(name));
    }

    /// <summary>Nothing but what a killed run may leave before its store is whole, or a torn store with what belongs to it.</summary>
    private bool IsEmptyOrTorn()
    {
        string[] entries = Directory.GetFileSystemEntries(folder);
        return entries.All(IsPart) || (StoreFile.LooksLikeOne(Store) && entries.All(IsRemainder));
    }

    private static bool IsRemainder(string path) =>
        IsPart(path) || Path.GetFileName(path) is StoreFile.Name or Charts || StoreFile.Companions.Contains(Path.GetFileName(path))
        || Results.Contains(Path.GetFileName(path));

    /// <summary>A file that a killed run had not finished: <c>name.0123…cdef.part</c>.</summary>
    private static bool IsPart(string path)
    {
        string[] parts = Path.GetFileName(path).Split('.');
        return parts is [var name, var kind, { Length: 32 }, var end]
            && end.StartsWith("part", StringComparison.Ordinal)
            && (Results.Contains($"{name}.{kind}") || StoreFile.Name == $"{name}.{kind}");
    }
}
