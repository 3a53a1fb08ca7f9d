using System.Diagnostics;
using System.Security.Cryptography;

namespace MatchSim.Cli.Tests.Store;

/// <summary>What a power cut, a full disk or a bad copy can do to the files of a run.</summary>
public sealed class TornStoreTests(StoreRuns runs) : IClassFixture<StoreRuns>
{
    private const string Database = "replications.db";
    private const string Log = "replications.db-wal";

    public static TheoryData<string> Faults => ["log cut", "log with garbage behind", "log with garbage inside", "no log",
        "database cut", "database empty", "database with garbage inside", "log and database cut", "half-written files"];

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_torn_store_is_mended_or_run_again(string fault)
    {
        string output = fault.Replace(' ', '-');
        runs.CopyOfKilled(output);
        string database = runs.At(output, Database), log = runs.At(output, Log);
        Assert.True(File.Exists(log));
        Tear(fault, database, log, output);
        runs.Finish(output, "--resume");
        runs.IsAsUndisturbed(output);
    }

    [Fact]
    public void A_full_disk_is_a_sentence_and_the_run_goes_on_when_there_is_room()
    {
        if (!OperatingSystem.IsLinux())
            return;
        // No file may become larger than 400 kB; the run needs 3 MB. .NET itself wants large files for code in memory.
        string command = string.Join(' ', runs.Arguments("full").Select(argument => $"'{argument}'"));
        ProcessStartInfo program = BuiltProgram.Start();
        var start = new ProcessStartInfo("bash", ["-c", $"ulimit -f 400; trap '' XFSZ; exec dotnet '{program.ArgumentList[0]}' {command}"])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
            Environment = { ["DOTNET_EnableWriteXorExecute"] = "0", ["DOTNET_EnableDiagnostics"] = "0" },
        };
        BuiltProgram.Run(start).IsUserError("replications.db: found that it cannot be written", "the same command with --resume goes on");
        Assert.DoesNotContain(Directory.GetFiles(runs.At("full")), file => !Path.GetFileName(file).StartsWith(Database, StringComparison.Ordinal));
        runs.Finish("full", "--resume");
        runs.IsAsUndisturbed("full");
    }

    private void Tear(string fault, string database, string log, string output)
    {
        byte[] garbage = RandomNumberGenerator.GetBytes(3000);
        switch (fault)
        {
            case "log cut":
                Cut(log);
                break;
            case "log with garbage behind":
                Put(log, new FileInfo(log).Length, garbage);
                break;
            case "log with garbage inside":
                Put(log, new FileInfo(log).Length / 2, garbage);
                break;
            case "no log":
                File.Delete(log);
                break;
            case "database cut":
                Settle(output);
                Cut(database);
                break;
            case "database empty":
                File.WriteAllBytes(database, []);
                break;
            case "database with garbage inside":
                Settle(output);
                Put(database, new FileInfo(database).Length / 2, garbage);
                break;
            case "log and database cut":
                Cut(database);
                Cut(log);
                break;
            default:
                File.WriteAllText(runs.At(output, $"summary.csv.{Guid.NewGuid():N}.part"), "point,mode,appl");
                File.WriteAllText(runs.At(output, $"replications.db.{Guid.NewGuid():N}.part"), "SQL");
                break;
        }
    }

    /// <summary>Brings what stands in the log into the database, so that tearing it does harm.</summary>
    private void Settle(string output)
    {
        StoreRuns.Ask(runs.At(output), "PRAGMA wal_checkpoint(TRUNCATE)");
        File.Delete(runs.At(output, Log));
    }

    private static void Cut(string path)
    {
        using FileStream file = File.OpenWrite(path);
        file.SetLength(file.Length * 2 / 3);
    }

    private static void Put(string path, long at, byte[] bytes)
    {
        using FileStream file = File.OpenWrite(path);
        file.Position = at;
        file.Write(bytes);
    }
}
