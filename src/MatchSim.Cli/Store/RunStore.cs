using System.Diagnostics;
using MatchSim.Cli.Shell;
using MatchSim.Engine.Simulation;
using Microsoft.Data.Sqlite;

namespace MatchSim.Cli.Store;

/// <summary>
/// replications.db while a run writes it. Seasons are on disk at most <see cref="Pause"/> after they finish, or when the
/// next one does; whoever comes when it is time writes those of all workers in one transaction.
/// </summary>
internal sealed class RunStore : IRunStore, IDisposable
{
    private const int MostWaiting = 1000;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly string path;
    private readonly RunPlan plan;
    private readonly SqliteConnection connection;
    private readonly StoreWriter writer;
    private readonly StoreReader reader;
    private readonly FinishedSeasons finished;
    private readonly Lock database = new();      // held by whoever uses the connection
    private readonly Lock list = new();          // held by whoever touches waiting
    private List<FinishedSeason> waiting = [];
    private long written = Stopwatch.GetTimestamp();
    private UserErrorException? failure;

    private RunStore(string path, RunPlan plan, SqliteConnection connection)
    {
        this.path = path;
        this.plan = plan;
        this.connection = connection;
        finished = FinishedSeasons.In(connection, plan);
        writer = new StoreWriter(connection);
        reader = new StoreReader(connection, path);
    }

    /// <summary>A new store in the place of whatever is there.</summary>
    /// <exception cref="UserErrorException">It cannot be written.</exception>
    public static RunStore Create(string path, RunPlan plan, StoreMeta meta) => Explained(path, () =>
    {
        StoreFile.Create(path, plan, meta);
        return Open(path, plan);
    });

    /// <summary>The store of an interrupted or finished run, to go on with.</summary>
    /// <returns><c>null</c> = it is damaged.</returns>
    /// <exception cref="UserErrorException">It cannot be opened, or another run is writing it.</exception>
    public static RunStore? Resume(string path, RunPlan plan, StoreMeta meta) => Explained(path, () =>
    {
        try
        {
            RunStore store = Open(path, plan);
            if (store.connection.Ask("PRAGMA quick_check(1)") is "ok")
            {
                meta.Write(store.connection);
                return store;
            }

            store.Dispose();
        }
        catch (SqliteException error) when (StoreTrouble.IsDamage(error))
        {
            // Told by the caller.
        }

        return null;
    });

    /// <summary>Seasons of a shard's first replications that are not there.</summary>
    public int Missing(Shard shard, int replications) => plan.Points.Sum(
        point => Enumerable.Range(0, replications).Count(r => shard.Has(r) && !finished.Has(point, r)));

    public bool Has(RunPoint point, int replication) => finished.Has(point, replication);

    public void Add(RunPoint point, int replication, ReadOnlySpan<double> values)
    {
        int count;
        lock (list)
        {
            waiting.Add(new FinishedSeason(point, replication, values.ToArray()));
            count = waiting.Count;
        }

        finished.Add(point, replication);
        if (count >= MostWaiting)
            Flush();
        else if (Stopwatch.GetElapsedTime(Volatile.Read(ref written)) >= Pause && database.TryEnter())
            WriteAndLeave();
    }

    public void Read(int replications, ReplicationReader reader) => Read(Shard.Whole, replications, reader);

    /// <summary>Hands back the replications of a shard, in order.</summary>
    /// <inheritdoc cref="Read(int, ReplicationReader)"/>
    public void Read(Shard shard, int replications, ReplicationReader reader)
    {
        Flush();
        lock (database)
        {
            var row = new double[plan.SeriesCount];
            for (int r = shard.Number - 1; r < replications; r += shard.Count)
            {
                foreach (RunPoint point in plan.Points)
                    this.reader.Read(point, r, row.AsSpan(point.First, point.SeriesCount));
                reader(r, row);
            }
        }
    }

    /// <summary>Ends the run: the store holds the replications of the result and no others, in a single file.</summary>
    /// <param name="replications">Of which the results are; of a shard, of all shards together.</param>
    public void Finish(int replications)
    {
        Flush();
        Explained(path, () =>
        {
            connection.Execute("BEGIN IMMEDIATE");
            if (finished.Reach > replications)
                connection.Execute($"DELETE FROM value WHERE replication >= {replications}; DELETE FROM season WHERE replication >= {replications}");
            connection.Execute($"UPDATE meta SET value = '{replications}' WHERE name = 'replications'");
            connection.Execute("COMMIT");
            return connection.Ask("PRAGMA journal_mode = DELETE");
        });
    }

    /// <summary>Writes what is waiting, unless writing has failed, and leaves a single file.</summary>
    public void Dispose()
    {
        try
        {
            if (failure is null)
                Flush();
            connection.Ask("PRAGMA journal_mode = DELETE");
        }
        catch (Exception error) when (error is UserErrorException or SqliteException)
        {
            // Whoever needed the values has been told; the log beside the file keeps what was written.
        }

        writer.Dispose();
        reader.Dispose();
        connection.Dispose();
    }

    private void Flush()
    {
        database.Enter();
        WriteAndLeave();
    }

    /// <summary>Writes what is waiting and leaves the lock, which the caller has entered.</summary>
    private void WriteAndLeave()
    {
        try
        {
            if (failure is not null)
                throw new UserErrorException(failure.Mistakes);
            List<FinishedSeason> batch;
            lock (list)
                (batch, waiting) = (waiting, []);
            if (batch.Count > 0)
                writer.Write(batch);
            Volatile.Write(ref written, Stopwatch.GetTimestamp());
        }
        catch (SqliteException error) when (StoreTrouble.Explains(error))
        {
            failure = StoreTrouble.Say(error, path);
            throw failure;
        }
        finally
        {
            database.Exit();
        }
    }

    private static RunStore Open(string path, RunPlan plan)
    {
        SqliteConnection opened = StoreFile.Connect(path, SqliteOpenMode.ReadWrite);
        try
        {
            opened.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
            return new RunStore(path, plan, opened);
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    private static T Explained<T>(string path, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (SqliteException error) when (StoreTrouble.Explains(error))
        {
            throw StoreTrouble.Say(error, path);
        }
    }
}
