using MatchSim.Engine.Scenarios;
using MatchSim.Cli.Files;
using MatchSim.Engine.Simulation;
using Microsoft.Data.Sqlite;

namespace MatchSim.Cli.Store;

/// <summary>Tables of replications.db; docs/run-store.md explains them to their readers.</summary>
internal static class StoreSchema
{
    /// <summary>Raised when a table changes so that readers notice.</summary>
    public const int Version = 1;

    // Values are appended and found through "season", so that the table needs no index of its own: an index would double
    // the file, and writing in the order in which seasons finish would become many times slower.
    private const string Tables = """
        CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE series(
          id INTEGER PRIMARY KEY, point TEXT NOT NULL, mode TEXT NOT NULL,
          applicant_type TEXT NOT NULL, specialty TEXT NOT NULL, measure TEXT NOT NULL);
        CREATE TABLE value(replication INTEGER NOT NULL, series INTEGER NOT NULL, value REAL);
        CREATE TABLE season(
          replication INTEGER NOT NULL, point INTEGER NOT NULL, first_value INTEGER NOT NULL,
          PRIMARY KEY(replication, point)) WITHOUT ROWID;
        CREATE VIEW replications AS
          SELECT v.replication, s.point, s.mode, s.applicant_type, s.specialty, s.measure, v.value
          FROM value v JOIN series s ON s.id = v.series;
        """;

    /// <summary>Makes the tables, and names the series of a run.</summary>
    public static void Create(SqliteConnection connection, RunPlan plan)
    {
        connection.Execute(Tables);
        using SqliteCommand insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO series VALUES ($id, $point, $mode, $type, $specialty, $measure)";
        int id = 0;
        foreach (PointSeries kept in plan.Kept)
        {
            foreach (string[] names in Names(kept))
            {
                insert.Parameters.Clear();
                insert.Parameters.AddWithValue("$id", id++);
                foreach (var (name, value) in Columns.Zip(names))
                    insert.Parameters.AddWithValue(name, value);
                insert.ExecuteNonQuery();
            }
        }
    }

    /// <summary>Point, mode, applicant type, specialty, measure of every series of a point: what summary.csv calls them.</summary>
    public static IEnumerable<string[]> Names(PointSeries kept)
    {
        string mode = kept.Step is not null ? "sensitivity" : kept.Mode is { } swept ? NameCase.Kebab(swept) : "";
        return kept.Series.Select(series => (string[])
            [kept.Label, mode, CsvText.Group(series.Type), series.Specialty ?? "all", NameCase.Snake(series.Measure)]);
    }

    private static string[] Columns => ["$point", "$mode", "$type", "$specialty", "$measure"];

    /// <summary>Runs statements without parameters.</summary>
    public static void Execute(this SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The first column of the first row.</summary>
    public static object? Ask(this SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
