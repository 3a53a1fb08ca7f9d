using MatchSim.Cli.Shell;
using MatchSim.Engine.Simulation;
using Microsoft.Data.Sqlite;

namespace MatchSim.Cli.Store;

/// <summary>Reads the seasons of a store, each through its entry in table season.</summary>
/// <param name="path">The file, for sentences.</param>
internal sealed class StoreReader(SqliteConnection connection, string path) : IDisposable
{
    private readonly Statement season = new(connection, "SELECT first_value FROM season WHERE replication = ?1 AND point = ?2");
    private readonly Statement values = new(
        connection, "SELECT series, replication, value FROM value WHERE rowid >= ?1 AND rowid < ?2 ORDER BY rowid");

    /// <summary>Reads one season.</summary>
    /// <param name="row">[series of the point] its values; NaN = not defined.</param>
    /// <exception cref="UserErrorException">The store does not have it whole.</exception>
    public void Read(RunPoint point, int replication, Span<double> row)
    {
        season.Bind(1, replication);
        season.Bind(2, point.Index);
        long first = season.Step() ? season.Integer(0) : throw Damaged();
        season.Reset();
        values.Bind(1, first);
        values.Bind(2, first + row.Length);
        for (int i = 0; i < row.Length; i++)
        {
            if (!values.Step() || values.Integer(0) != point.First + i || values.Integer(1) != replication)
                throw Damaged();
            row[i] = values.Number(2);
        }

        values.Reset();
    }

    public void Dispose()
    {
        season.Dispose();
        values.Dispose();
    }

    private UserErrorException Damaged() => new(StoreTrouble.Damaged(path));
}
