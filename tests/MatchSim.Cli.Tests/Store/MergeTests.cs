namespace MatchSim.Cli.Tests.Store;

/// <summary>Shards, and what joins them.</summary>
public sealed class MergeTests(MergeTests.Shards shards) : IClassFixture<MergeTests.Shards>
{
    private const int Replications = 12;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(16)]     // the last four are empty
    public void Any_number_of_shards_gives_the_bytes_of_the_single_run(int count)
    {
        string[] folders = [.. Enumerable.Range(1, count).Select(number => shards.Of(number, count))];
        ProgramRun merge = BuiltProgram.Run(["merge", .. folders.Reverse(), "--out", shards.At($"merged-{count}"), "--replications-csv"]);
        Assert.True(merge.ExitCode == 0, merge.Diagnostics);
        Assert.Equal(shards.Answer.Replace("single", $"merged-{count}", StringComparison.Ordinal), merge.Answer);
        foreach (string file in (string[])["summary.csv", "sensitivity.csv", "report.html", "replications.csv"])
            Assert.Equal(File.ReadAllBytes(shards.At("single", file)), File.ReadAllBytes(shards.At($"merged-{count}", file)));
        Assert.Equal(Values("single"), Values($"merged-{count}"));
    }

    [Fact]
    public void A_merged_run_can_be_extended()
    {
        BuiltProgram.Run("merge", shards.Of(1, 3), shards.Of(2, 3), shards.Of(3, 3), "--out", shards.At("extended"));
        ProgramRun more = shards.Run("extended", "--resume", "--replications", "15");
        Assert.Equal(more.Answer.Replace("extended", "fifteen", StringComparison.Ordinal), shards.Run("fifteen", "--replications", "15").Answer);
        Assert.Equal(File.ReadAllBytes(shards.At("fifteen", "summary.csv")), File.ReadAllBytes(shards.At("extended", "summary.csv")));
    }

    [Fact]
    public void A_shard_says_what_it_is_and_its_record_too()
    {
        string folder = shards.Of(2, 3);
        Assert.Equal(["replications.db", "run.json"], Directory.GetFiles(folder).Select(Path.GetFileName).Order());
        string record = File.ReadAllText(Path.Combine(folder, "run.json"));
        Assert.Contains("\"shard\": \"2/3\"", record, StringComparison.Ordinal);
        Assert.Contains("\"replications\": 4,", record, StringComparison.Ordinal);
        Assert.Contains("\"seasons\": 16,", record, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_and_repeated_shards_are_named()
    {
        IsRefused([shards.Of(1, 3), shards.Of(1, 3)], "found shard 1/3 in ", "allowed: each shard once", "found no shard 2/3, 3/3; allowed: all shards of the run");
        IsRefused([], "found no DIR");
        IsRefused([shards.At("nowhere"), shards.Of(1, 3)], "found no folder");
        IsRefused([shards.At(), shards.Of(1, 3)], "found no replications.db in");
    }

    [Fact]
    public void Everything_that_does_not_fit_is_told_at_once()
    {
        shards.Run("seed", "--shard", "2/3", "--seed", "99");
        shards.Run("long", "--shard", "3/3", "--replications", "13");
        shards.Copy(shards.Of(2, 3), "version");
        StoreRuns.Ask(shards.At("version"), "UPDATE meta SET value = '0.0.9+old' WHERE name = 'program_version'");
        StoreRuns.Ask(shards.At("version"), "UPDATE meta SET value = 'c0ffee' || substr(value, 7) WHERE name = 'scenario_hash'");
        IsRefused(
            [shards.Of(1, 3), shards.At("seed"), shards.At("long"), shards.At("version"), shards.Of(1, 16)],
            "found a shard with seed 99; allowed: shards with one seed (7)",
            "found a shard of 13 replications; allowed: shards of one run (12 replications)",
            "found a shard run by matchsim 0.0.9+old",
            "found a shard of another scenario (disturbed, hash c0ffee",
            "found shard 1/16; allowed: shards of one run (3 shards)");
    }

    [Fact]
    public void Shards_that_are_not_whole_are_refused()
    {
        shards.Copy(shards.Of(2, 3), "unfinished");
        StoreRuns.Ask(shards.At("unfinished"), "DELETE FROM season WHERE replication = 4 AND point = 1");
        IsRefused([shards.Of(1, 3), shards.At("unfinished"), shards.Of(3, 3)], "found 3 finished replications of shard 2/3", "--shard 2/3 --resume finishes it");

        shards.Copy(shards.Of(2, 3), "gaps");
        StoreRuns.Ask(shards.At("gaps"), "DELETE FROM value WHERE replication = 4 AND series = 7");
        IsRefused([shards.Of(1, 3), shards.At("gaps"), shards.Of(3, 3)], "found values that are missing or twice");

        shards.Copy(shards.Of(2, 3), "torn");
        File.WriteAllBytes(shards.At("torn", "replications.db"), File.ReadAllBytes(shards.At("torn", "replications.db"))[..50_000]);
        IsRefused([shards.Of(1, 3), shards.At("torn"), shards.Of(3, 3)], "found a damaged run store");
    }

    [Fact]
    public void The_merged_run_needs_a_folder_of_its_own()
    {
        string[] all = [shards.Of(1, 3), shards.Of(2, 3), shards.Of(3, 3)];
        BuiltProgram.Run(["merge", .. all, "--out", all[1]]).IsUserError("which is shard 2/3");
        Directory.CreateDirectory(shards.At("mine"));
        File.WriteAllText(shards.At("mine", "thesis.txt"), "mine");
        BuiltProgram.Run(["merge", .. all, "--out", shards.At("mine")]).IsUserError("with files that are no run of MatchSim");
    }

    private void IsRefused(string[] folders, params string[] fragments)
    {
        BuiltProgram.Run(["merge", .. folders, "--out", shards.At("refused")]).IsUserError(fragments);
        Assert.False(Directory.Exists(shards.At("refused")));
    }

    private string Values(string output)
    {
        using var connection = StoreRuns.Open(shards.At(output));
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT replication || ' ' || series || ' ' || coalesce(value, '') FROM value ORDER BY replication, series";
        using var rows = command.ExecuteReader();
        var text = new System.Text.StringBuilder();
        while (rows.Read())
            text.Append(rows.GetString(0)).Append('\n');
        return text.ToString();
    }

    /// <summary>A run of twelve replications, and its shards, each run once when first asked for.</summary>
    public sealed class Shards : IDisposable
    {
        private readonly StoreScenario scenario = new();

        public Shards() => Answer = Run("single", "--replications-csv").Answer;

        /// <summary>The answer of the single run.</summary>
        public string Answer { get; }

        public string At(params string[] names) => scenario.At(names);

        public string Of(int number, int count)
        {
            string name = $"shard-{number}-of-{count}";
            if (!Directory.Exists(At(name)))
                Run(name, "--shard", $"{number}/{count}");
            return At(name);
        }

        public ProgramRun Run(string output, params string[] options)
        {
            string[] most = options.Contains("--replications") ? [] : ["--replications", $"{Replications}"];
            ProgramRun run = BuiltProgram.Run(["run", scenario.File, "--out", At(output), .. most, .. options]);
            Assert.True(run.ExitCode == 0, run.Diagnostics);
            return run;
        }

        public void Copy(string from, string output)
        {
            Directory.CreateDirectory(At(output));
            foreach (string file in Directory.GetFiles(from))
                File.Copy(file, At(output, Path.GetFileName(file)));
        }

        public void Dispose() => scenario.Dispose();
    }
}
