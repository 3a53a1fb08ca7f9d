using MatchSim.Cli.Shell;
using MatchSim.Engine.Simulation;
using Microsoft.Data.Sqlite;

namespace MatchSim.Cli.Store;

/// <summary>A file that is, or should be, a run store.</summary>
internal static class StoreFile
{
    /// <summary>Name of the store in an output folder.</summary>
    public const string Name = "replications.db";

    /// <summary>What SQLite may leave beside it when a run is killed.</summary>
    public static IReadOnlyList<string> Companions { get; } = [Name + "-wal", Name + "-shm", Name + "-journal"];

    /// <summary>Looks at what lies in an output folder.</summary>
    /// <returns><c>null</c> = there is no file, or not a readable store in it.</returns>
    /// <exception cref="UserErrorException">Another program is writing it, or it may not be read.</exception>
    public static FoundStore? Find(string path)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            using SqliteConnection connection = Connect(path, SqliteOpenMode.ReadWrite);
            return StoreMeta.Read(connection) is { } meta
                ? new FoundStore(meta, (int)(long)connection.Ask("SELECT coalesce(max(replication) + 1, 0) FROM season")!)
                : null;
        }
        catch (SqliteException error) when (StoreTrouble.IsDamage(error))
        {
            return null;
        }
        catch (SqliteException error) when (StoreTrouble.Explains(error))
        {
            throw StoreTrouble.Say(error, path);
        }
    }

    /// <summary>Whether a file is there and begins as databases do, or is cut off before that could be seen.</summary>
    public static bool LooksLikeOne(string path)
    {
        if (!File.Exists(path))
            return false;
        ReadOnlySpan<byte> beginning = "SQLite format 3\0"u8;
        Span<byte> found = stackalloc byte[beginning.Length];
        using FileStream file = File.OpenRead(path);
        int length = file.ReadAtLeast(found, found.Length, throwOnEndOfStream: false);
        return found[..length].SequenceEqual(beginning[..length]);
    }

    /// <summary>Makes an empty store of a run in the place of whatever is there. It appears with its tables and what run it
    /// is of, so that no moment leaves a file of which nobody can say whose it is.</summary>
    public static void Create(string path, RunPlan plan, StoreMeta meta)
    {
        string beside = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            using (SqliteConnection connection = Connect(beside, SqliteOpenMode.ReadWriteCreate))
            {
                connection.Execute("PRAGMA synchronous = FULL; BEGIN");
                StoreSchema.Create(connection, plan);
                meta.Write(connection);
                connection.Execute("COMMIT");
            }

            // A log of the old store would be taken for one of the new.
            foreach (string companion in Companions)
                File.Delete(Path.Combine(Path.GetDirectoryName(path)!, companion));
            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            if (File.Exists(beside))
                File.Delete(beside);
        }
    }

    /// <summary>Opens a database for this process alone: its log then needs no shared memory, which network folders lack.</summary>
    /// <exception cref="SqliteException">It cannot be opened.</exception>
    public static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 1,
        }.ToString());
        try
        {
            connection.Open();
            connection.Execute("PRAGMA locking_mode = EXCLUSIVE");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}

/// <summary>A readable store.</summary>
/// <param name="Meta">Which run it is of.</param>
/// <param name="Reach">One more than the highest replication in it; 0 = none is.</param>
internal sealed record FoundStore(StoreMeta Meta, int Reach);
