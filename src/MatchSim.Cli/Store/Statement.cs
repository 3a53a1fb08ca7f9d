using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MatchSim.Cli.Store;

/// <summary>A prepared statement, bound by position. A run writes and reads millions of values; commands that look up their
/// parameters by name and box every value would cost several times as much.</summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    /// <exception cref="SqliteException">The database refuses it.</exception>
    public Statement(SqliteConnection connection, string sql)
    {
        database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(database, sql, out statement));
    }

    /// <param name="parameter">1-based.</param>
    public void Bind(int parameter, long value) => Check(raw.sqlite3_bind_int64(statement, parameter, value));

    /// <summary>NaN becomes NULL.</summary>
    /// <inheritdoc cref="Bind(int, long)"/>
    public void Bind(int parameter, double value) => Check(raw.sqlite3_bind_double(statement, parameter, value));

    /// <summary>Goes to the next row; false = there is none.</summary>
    public bool Step()
    {
        int result = raw.sqlite3_step(statement);
        if (result == raw.SQLITE_ROW)
            return true;
        if (result != raw.SQLITE_DONE)
        {
            raw.sqlite3_reset(statement);
            Check(result);
        }

        return false;
    }

    /// <summary>Runs a statement without rows.</summary>
    public void Run()
    {
        Step();
        Reset();
    }

    /// <summary>Makes it ready for other values.</summary>
    public void Reset() => Check(raw.sqlite3_reset(statement));

    /// <param name="column">0-based.</param>
    public long Integer(int column) => raw.sqlite3_column_int64(statement, column);

    /// <summary>NULL becomes NaN.</summary>
    /// <inheritdoc cref="Integer"/>
    public double Number(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL
        ? double.NaN
        : raw.sqlite3_column_double(statement, column);

    public void Dispose() => statement.Dispose();

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(result, database);
    }
}
