using System.Diagnostics;

namespace MatchSim.Cli.Tests.Store;

/// <summary>Whatever happens to a run, --resume ends in the bytes of an undisturbed one.</summary>
public sealed class ResumeTests(StoreRuns runs) : IClassFixture<StoreRuns>
{
    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void Any_number_of_threads_gives_the_same_bytes(int threads)
    {
        string output = $"threads-{threads}";
        ProgramRun run = BuiltProgram.Run([.. runs.Arguments(output).Select(argument => argument == "2" ? $"{threads}" : argument)]);
        Assert.True(run.ExitCode == 0, run.Diagnostics);
        runs.IsAsUndisturbed(output);
    }

    [Fact]
    public void Three_kills_at_random_moments_change_nothing()
    {
        int[] moments = [.. Enumerable.Range(0, 3).Select(_ => Random.Shared.Next(1000))];
        foreach (int moment in moments)
            runs.RunUntilKilled("three-kills", TimeSpan.FromMilliseconds(moment), "--resume");
        runs.Finish("three-kills", "--resume");
        runs.IsAsUndisturbed("three-kills");
    }

    [Fact]
    public void Finished_seasons_are_not_run_again()
    {
        runs.CopyOfKilled("not-again");
        long kept = (long)StoreRuns.Ask(runs.At("not-again"), "SELECT count(*) FROM season")!;
        Assert.InRange(kept, 1, (4 * StoreRuns.Replications) - 1);
        object? first = StoreRuns.Ask(runs.At("not-again"), "SELECT min(first_value) FROM season WHERE point = 0 AND replication = 0");
        runs.Finish("not-again", "--resume");
        Assert.Equal(first, StoreRuns.Ask(runs.At("not-again"), "SELECT min(first_value) FROM season WHERE point = 0 AND replication = 0"));
        runs.IsAsUndisturbed("not-again");
    }

    [Fact]
    public void Ctrl_c_ends_within_a_second_and_leaves_what_was_finished()
    {
        if (OperatingSystem.IsWindows())
            return;
        using Process run = Process.Start(BuiltProgram.Start(runs.Slowly("ctrl-c")))!;
        runs.WaitForSeasons("ctrl-c", run);
        using Process signal = Process.Start("kill", ["-INT", $"{run.Id}"]);
        Assert.True(run.WaitForExit(TimeSpan.FromSeconds(60)));
        Assert.Equal(130, run.ExitCode);
        Assert.All(Directory.GetFiles(runs.At("ctrl-c")), file => Assert.StartsWith("replications.db", Path.GetFileName(file), StringComparison.Ordinal));
        Assert.True((long)StoreRuns.Ask(runs.At("ctrl-c"), "SELECT count(*) FROM season")! > 0);
        runs.Finish("ctrl-c", "--resume");
        runs.IsAsUndisturbed("ctrl-c");
    }

    [Fact]
    public void More_replications_extend_a_finished_run()
    {
        ProgramRun some = BuiltProgram.Run("run", runs.Scenario, "--out", runs.At("more"), "--replications", "5");
        Assert.True(some.ExitCode == 0, some.Diagnostics);
        runs.Finish("more", "--resume");
        runs.IsAsUndisturbed("more");
    }

    [Fact]
    public void Fewer_replications_than_are_finished_are_refused() =>
        BuiltProgram.Run("run", runs.Scenario, "--out", runs.At("undisturbed"), "--replications", "5", "--resume").IsUserError(
            $"finished seasons up to replication {StoreRuns.Replications - 1}, and --resume with 5 replications", $"--replications {StoreRuns.Replications} or more");

    [Fact]
    public void Without_resume_an_interrupted_run_is_replaced()
    {
        runs.CopyOfKilled("replaced");
        runs.Finish("replaced");
        runs.IsAsUndisturbed("replaced");
    }

    [Fact]
    public void Resume_where_there_is_nothing_is_a_new_run()
    {
        runs.Finish("nothing", "--resume");
        runs.IsAsUndisturbed("nothing");
    }

    [Fact]
    public void A_precision_reached_on_the_way_gives_the_bytes_of_a_run_of_that_many_replications()
    {
        BuiltProgram.Run("run", runs.Scenario, "--out", runs.At("hundred"), "--replications", "100", "--replications-csv");
        ProgramRun run = runs.Finish("undisturbed-2", "--precision", "1.6");
        Assert.Contains("Precision reached after 100 seasons a point of at most 120", run.Answer, StringComparison.Ordinal);
        runs.CopyOfKilled("precise");
        Assert.Equal(run.Answer.Replace("undisturbed-2", "precise", StringComparison.Ordinal), runs.Finish("precise", "--precision", "1.6", "--resume").Answer);
        foreach (string file in (string[])["summary.csv", "sensitivity.csv", "report.html", "replications.csv"])
        {
            byte[] hundred = File.ReadAllBytes(runs.At("hundred", file));
            Assert.Equal(hundred, File.ReadAllBytes(runs.At("undisturbed-2", file)));
            Assert.Equal(hundred, File.ReadAllBytes(runs.At("precise", file)));
        }

        Assert.Equal(99L, StoreRuns.Ask(runs.At("precise"), "SELECT max(replication) FROM value"));
        Assert.Contains("\"precision_reached\": true", File.ReadAllText(runs.At("precise", "run.json")), StringComparison.Ordinal);
    }
}
