using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace MatchSim.Cli.Tests.Store;

/// <summary>
/// An undisturbed run and one that was killed in the middle: what every disturbed run is held against, and what it starts
/// from.
/// </summary>
public sealed class StoreRuns : IDisposable
{
    public const int Replications = 120;

    /// <summary>Files that have the same bytes whatever happened on the way.</summary>
    private static readonly string[] SameBytes = ["summary.csv", "sensitivity.csv", "report.html", "replications.csv"];

    private readonly StoreScenario scenario = new();

    public StoreRuns()
    {
        Finish("undisturbed");
        using Process run = Process.Start(BuiltProgram.Start(Slowly("killed")))!;
        WaitForSeasons("killed", run);
        run.Kill();
        run.WaitForExit();
    }

    /// <summary>Path of the scenario.</summary>
    public string Scenario => scenario.File;

    public string At(params string[] names) => scenario.At(names);

    public string[] Arguments(string output, params string[] options) =>
        ["run", Scenario, "--out", At(output), "--replications", $"{Replications}", "--threads", "2", "--replications-csv", .. options];

    /// <summary>A run on one thread, which leaves time to stop it.</summary>
    public string[] Slowly(string output) => [.. Arguments(output).Select(argument => argument == "2" ? "1" : argument)];

    /// <summary>Waits until the first seasons of a run are on disk for good.</summary>
    public void WaitForSeasons(string output, Process run)
    {
        while (!run.HasExited && !HasCommit(At(output, "replications.db-wal")))
            Thread.Sleep(5);
    }

    /// <summary>Runs to the end.</summary>
    public ProgramRun Finish(string output, params string[] options)
    {
        ProgramRun run = BuiltProgram.Run(Arguments(output, options));
        Assert.True(run.ExitCode == 0, $"exit {run.ExitCode}: {run.Diagnostics}");
        return run;
    }

    /// <summary>Runs, and kills the process the hard way some time after its store is there.</summary>
    public void RunUntilKilled(string output, TimeSpan after, params string[] options)
    {
        using Process run = Process.Start(BuiltProgram.Start(Arguments(output, options)))!;
        while (!File.Exists(At(output, "replications.db")) && !run.HasExited)
            Thread.Sleep(10);
        run.WaitForExit(after);
        run.Kill();
        run.WaitForExit();
    }

    /// <summary>A copy of the killed run's folder.</summary>
    public void CopyOfKilled(string output)
    {
        Directory.CreateDirectory(At(output));
        foreach (string file in Directory.GetFiles(At("killed")))
            File.Copy(file, At(output, Path.GetFileName(file)));
    }

    /// <summary>The files, and the rows of the store, are those of the undisturbed run.</summary>
    public void IsAsUndisturbed(string output)
    {
        foreach (string file in SameBytes)
            Assert.True(File.ReadAllBytes(At("undisturbed", file)).AsSpan().SequenceEqual(File.ReadAllBytes(At(output, file))), $"{file} of {output} differs");
        Assert.Equal(Rows(At("undisturbed")), Rows(At(output)));
        Assert.Equal(
            ["replications.csv", "replications.db", "report.html", "run.json", "sensitivity.csv", "summary.csv"],
            Directory.GetFiles(At(output)).Select(Path.GetFileName).Order());
    }

    public void Dispose() => scenario.Dispose();

    /// <summary>Whether SQLite's log has the last page of a transaction, which alone says how large the database is after it
    /// (bytes 4 to 7 of a page's header; https://sqlite.org/fileformat2.html#walformat).</summary>
    private static bool HasCommit(string log)
    {
        const int LogHeader = 32, PageHeader = 24, Page = 4096;
        if (!File.Exists(log))
            return false;
        using var file = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Span<byte> header = stackalloc byte[PageHeader];
        for (long at = LogHeader; at + PageHeader + Page <= file.Length; at += PageHeader + Page)
        {
            file.Position = at;
            file.ReadExactly(header);
            if (header[4..8].ContainsAnyExcept((byte)0))
                return true;
        }

        return false;
    }

    /// <summary>Opens a store as any other program would.</summary>
    public static SqliteConnection Open(string output)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(output, "replications.db")};Pooling=False");
        connection.Open();
        return connection;
    }

    public static object? Ask(string output, string sql)
    {
        using SqliteConnection connection = Open(output);
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    /// <summary>Count, sums and keys of the rows: the same for the same rows in any order.</summary>
    private static string Rows(string output) => string.Join(' ', ((string[])
    [
        "SELECT count(*) || ' ' || count(value) || ' ' || sum(replication) || ' ' || sum(series) || ' ' || sum(replication * series) FROM value",
        "SELECT group_concat(id || point || mode || applicant_type || specialty || measure) FROM series",
        "SELECT total(v) FROM (SELECT value * (series + 1) * (replication + 1) AS v FROM value ORDER BY replication, series)",
        "SELECT group_concat(name || value) FROM meta",
    ]).Select(sql => $"{Ask(output, sql)}"));
}
