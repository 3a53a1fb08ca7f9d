using MatchSim.Cli.Shell;
using MatchSim.Engine.Simulation;
using Microsoft.Data.Sqlite;

namespace MatchSim.Cli.Store;

/// <summary>The store of a shard, which is only read.</summary>
/// <param name="Folder">Output folder of the shard, as the user knows it.</param>
/// <param name="Meta">Which run and which shard it is.</param>
internal sealed record ShardStore(string Folder, StoreMeta Meta)
{
    private string StorePath => Path.Combine(Folder, StoreFile.Name);

    /// <summary>Opens the store of a shard, or says what is wrong with it.</summary>
    public static ShardStore? Find(string folder, MistakeList mistakes)
    {
        const string Allowed = "the output folder of run --shard";
        string path = Path.Combine(folder, StoreFile.Name);
        if (!File.Exists(path))
        {
            mistakes.Add(Directory.Exists(folder) ? $"no {StoreFile.Name} in {Say.Quote(folder)}" : $"no folder {Say.Quote(folder)}", Allowed);
            return null;
        }

        try
        {
            using SqliteConnection connection = StoreFile.Connect(path, SqliteOpenMode.ReadOnly);
            if (StoreMeta.Read(connection) is { } meta && connection.Ask("PRAGMA quick_check(1)") is "ok")
                return new ShardStore(folder, meta);
            mistakes.Add("a damaged run store, or one of another version", Allowed, path);
        }
        catch (SqliteException error) when (StoreTrouble.IsDamage(error))
        {
            mistakes.Add("a damaged run store", "a whole one; run the shard again", path);
        }
        catch (SqliteException error) when (StoreTrouble.Explains(error))
        {
            foreach (Mistake mistake in StoreTrouble.Say(error, path).Mistakes)
                mistakes.Add(mistake);
        }

        return null;
    }

    /// <summary>Whether the shard has all of its replications and no others.</summary>
    public void CheckWhole(RunPlan plan, MistakeList mistakes)
    {
        using SqliteConnection connection = StoreFile.Connect(StorePath, SqliteOpenMode.ReadOnly);
        int wanted = Meta.Shard.Of(Meta.Replications);
        string own = $"replication % {Meta.Shard.Count} = {Meta.Shard.Number - 1} AND replication < {Meta.Replications}";
        long others = Count($"season WHERE NOT ({own})");
        if (others > 0)
            mistakes.Add($"{others} seasons of other shards", $"those of shard {Meta.Shard} and of no other", StorePath);
        long whole = Count($"(SELECT replication FROM season WHERE {own} GROUP BY replication HAVING count(*) = {plan.Points.Count})");
        if (whole < wanted)
        {
            mistakes.Add($"{whole} finished replications of shard {Meta.Shard}",
                $"all {wanted}; the same run with --shard {Meta.Shard} --resume finishes it", StorePath);
        }
        else if (Count("value") != Count("season") * (long)plan.SeriesCount / plan.Points.Count && others == 0)
        {
            mistakes.Add("values that are missing or twice", "a whole store; run the shard again", StorePath);
        }

        long Count(string rows) => (long)connection.Ask($"SELECT count(*) FROM {rows}")!;
    }

    /// <summary>Copies every season.</summary>
    public void CopyTo(RunStore store, RunPlan plan, CancellationToken stop)
    {
        using SqliteConnection connection = StoreFile.Connect(StorePath, SqliteOpenMode.ReadOnly);
        using var reader = new StoreReader(connection, StorePath);
        double[][] rows = [.. plan.Points.Select(point => new double[point.SeriesCount])];     // [point]
        for (int r = Meta.Shard.Number - 1; r < Meta.Replications; r += Meta.Shard.Count)
        {
            stop.ThrowIfCancellationRequested();
            foreach (RunPoint point in plan.Points)
            {
                reader.Read(point, r, rows[point.Index]);
                store.Add(point, r, rows[point.Index]);
            }
        }
    }
}
