using System.Globalization;
using Microsoft.Data.Sqlite;

namespace MatchSim.Cli.Tests.Store;

/// <summary>Checkpoints and folders that are not this run's: a sentence each, exit 2, and nothing is touched.</summary>
public sealed class ForeignStoreTests(StoreRuns runs) : IClassFixture<StoreRuns>
{
    [Fact]
    public void A_checkpoint_of_another_seed_is_refused() =>
        IsRefused("undisturbed", ["--seed", "99", "--resume"], "found a checkpoint with seed 7; allowed: one with seed 99");

    [Fact]
    public void A_checkpoint_of_another_scenario_is_refused()
    {
        string text = File.ReadAllText(runs.Scenario);
        string other = runs.At("other.yaml");
        File.WriteAllText(other, text + "applications: { region_weight: 0.75 }\n");
        IsRefusedOf(other, "undisturbed", ["--resume"], "found a checkpoint of another scenario (hash ", "allowed: one of this scenario (hash ");
        File.WriteAllText(other, text.Replace("name: disturbed", "name: another", StringComparison.Ordinal));
        IsRefusedOf(other, "undisturbed", ["--resume"], "with a run of the scenario \"disturbed\"");
        IsRefusedOf(other, "undisturbed", [], "with a run of the scenario \"disturbed\"");
    }

    [Fact]
    public void A_checkpoint_of_another_version_or_shard_is_refused_with_all_differences()
    {
        Copy("versions");
        Change("versions", "UPDATE meta SET value = '0.0.9+old' WHERE name = 'program_version'");
        Change("versions", "UPDATE meta SET value = '2/3' WHERE name = 'shard'");
        IsRefused("versions", ["--resume", "--seed", "8"],
            "found a checkpoint of matchsim 0.0.9+old; allowed: one of this version", "found a checkpoint of shard 2/3; allowed: one of the whole run", "found a checkpoint with seed 7");
    }

    [Fact]
    public void A_folder_with_other_files_is_refused_even_if_one_is_called_as_the_store_is()
    {
        Directory.CreateDirectory(runs.At("mine"));
        File.WriteAllText(runs.At("mine", "replications.db"), "my own notes");
        IsRefused("mine", [], "with files that are no run of MatchSim");
        IsRefused("mine", ["--resume"], "with files that are no run of MatchSim");
    }

    [Fact]
    public void A_store_that_another_program_is_writing_is_refused()
    {
        Copy("busy");
        using (SqliteConnection connection = StoreRuns.Open(runs.At("busy")))
        using (SqliteCommand command = connection.CreateCommand())
        {
            command.CommandText = "BEGIN EXCLUSIVE";
            command.ExecuteNonQuery();
            IsRefused("busy", ["--resume"], "found that another program is using it");
            IsRefused("busy", [], "found that another program is using it");
        }
    }

    [Theory]
    [InlineData("--shard", "0/3")]
    [InlineData("--shard", "4/3")]
    [InlineData("--shard", "1")]
    [InlineData("--shard", "1/3/5")]
    [InlineData("--precision", "0")]
    [InlineData("--precision", "NaN")]
    [InlineData("--precision", "51")]
    public void Options_out_of_range_are_refused(string option, string value) => IsRefused("new", [option, value], $"found {option} ");

    [Fact]
    public void What_needs_all_shards_is_refused_of_one() =>
        IsRefused("new", ["--shard", "1/2", "--precision", "1", "--images"], "found --precision with --shard", "found --images with --shard");

    private void IsRefused(string output, string[] options, params string[] fragments) => IsRefusedOf(runs.Scenario, output, options, fragments);

    private void IsRefusedOf(string scenario, string output, string[] options, params string[] fragments)
    {
        string before = Contents(output);
        BuiltProgram.Run(["run", scenario, "--out", runs.At(output), "--replications", StoreRuns.Replications.ToString(CultureInfo.InvariantCulture), .. options])
            .IsUserError(fragments);
        Assert.Equal(before, Contents(output));
    }

    private string Contents(string output) => !Directory.Exists(runs.At(output)) ? "" : string.Join('\n', Directory.GetFiles(runs.At(output)).Order()
        .Where(file => !file.EndsWith("-journal", StringComparison.Ordinal))
        .Select(file => $"{file} {new FileInfo(file).LastWriteTimeUtc.Ticks} {new FileInfo(file).Length}"));

    private void Copy(string output)
    {
        Directory.CreateDirectory(runs.At(output));
        foreach (string file in Directory.GetFiles(runs.At("undisturbed")))
            File.Copy(file, runs.At(output, Path.GetFileName(file)), overwrite: true);
    }

    private void Change(string output, string sql) => StoreRuns.Ask(runs.At(output), sql);
}
