using MatchSim.Engine.Simulation;
using Microsoft.Data.Sqlite;

namespace MatchSim.Cli.Store;

/// <summary>Appends seasons to a store.</summary>
internal sealed class StoreWriter : IDisposable
{
    /// <summary>Rows a statement: starting one costs as much as a row.</summary>
    private const int Rows = 50;

    private readonly SqliteConnection connection;
    private readonly Statement many;
    private readonly Statement one;
    private readonly Statement season;
    private long next;     // rowid of the next value

    public StoreWriter(SqliteConnection connection)
    {
        this.connection = connection;
        many = new Statement(connection, Insert(Rows));
        one = new Statement(connection, Insert(1));
        season = new Statement(connection, "INSERT INTO season VALUES (?1, ?2, ?3)");
    }

    /// <summary>Writes seasons in one transaction: all of them are durable when it returns, or none.</summary>
    public void Write(IReadOnlyList<FinishedSeason> seasons)
    {
        connection.Execute("BEGIN IMMEDIATE");
        try
        {
            next = (long)connection.Ask("SELECT coalesce(max(rowid), 0) + 1 FROM value")!;
            foreach (FinishedSeason finished in seasons)
                Write(finished);
            connection.Execute("COMMIT");
        }
        catch
        {
            if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0)
                connection.Execute("ROLLBACK");
            throw;
        }
    }

    public void Dispose()
    {
        many.Dispose();
        one.Dispose();
        season.Dispose();
    }

    private void Write(FinishedSeason finished)
    {
        season.Bind(1, finished.Replication);
        season.Bind(2, finished.Point.Index);
        season.Bind(3, next);
        season.Run();
        double[] values = finished.Values;
        int done = 0;
        for (; done + Rows <= values.Length; done += Rows)
            Write(many, finished, done, Rows);
        for (; done < values.Length; done++)
            Write(one, finished, done, 1);
        next += values.Length;
    }

    private static void Write(Statement insert, FinishedSeason finished, int from, int count)
    {
        insert.Bind(1, finished.Replication);
        insert.Bind(2, finished.Point.First + from);
        for (int i = 0; i < count; i++)
            insert.Bind(3 + i, finished.Values[from + i]);
        insert.Run();
    }

    /// <summary>?1 = replication, ?2 = first series, ?3 … = values.</summary>
    private static string Insert(int rows) =>
        "INSERT INTO value VALUES " + string.Join(", ", Enumerable.Range(0, rows).Select(row => $"(?1, ?2 + {row}, ?{3 + row})"));
}

/// <summary>What came out of one season.</summary>
/// <param name="Values">[series of the point]; NaN = not defined.</param>
internal readonly record struct FinishedSeason(RunPoint Point, int Replication, double[] Values);
