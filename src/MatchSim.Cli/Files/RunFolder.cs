using MatchSim.Cli.Shell;
using MatchSim.Engine.Simulation;

namespace MatchSim.Cli.Files;

/// <summary>The output folder of a run.</summary>
internal static class RunFolder
{
    public const string Summary = "summary.csv";
    public const string Sensitivity = "sensitivity.csv";
    public const string Report = "report.html";
    public const string Run = "run.json";
    public const string Charts = "charts";

    /// <summary>Makes sure, before anything is computed, that the folder may be written: it is not there, or empty, or
    /// holds a previous run of the same scenario.</summary>
    /// <exception cref="UserErrorException">It is a file, or holds anything else.</exception>
    public static void Check(string folder, string scenarioName)
    {
        const string Allowed = "a new or empty folder, or one with a previous run of the same scenario";
        if (folder.Length == 0 || File.Exists(folder))
            throw new UserErrorException(new Mistake($"--out {Say.Quote(folder)}, which is {(folder.Length == 0 ? "no name" : "a file")}", Allowed));
        if (!Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any())
            return;
        string? previous = RunFile.NameIn(Path.Combine(folder, Run));
        if (previous == scenarioName)
            return;
        string holds = previous is null ? "files that are no run of MatchSim" : $"a run of the scenario {Say.Quote(previous)}";
        throw new UserErrorException(new Mistake($"output folder {Say.Quote(folder)} with {holds}", Allowed));
    }

    /// <summary>Writes the files of a run, each whole or not at all; run.json last, so that it vouches for the others.</summary>
    public static void Write(string folder, RunResult result, string report, RunFile run)
    {
        AtomicFile.CreateFolder(folder);
        AtomicFile.WriteText(Path.Combine(folder, Summary), writer => SummaryCsv.Write(writer, result.Points));
        if (result.Sensitivity is { } sensitivity)
            AtomicFile.WriteText(Path.Combine(folder, Sensitivity), writer => DifferenceCsv.Write(writer, sensitivity));
        else
            File.Delete(Path.Combine(folder, Sensitivity));     // of a previous run that still asked for it
        AtomicFile.WriteText(Path.Combine(folder, Report), writer => writer.Write(report));
        AtomicFile.WriteText(Path.Combine(folder, Run), run.Write);
    }
}
