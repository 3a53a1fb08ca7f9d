using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MatchSim.Cli.Files;
using MatchSim.Cli.Shell;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;
using Microsoft.Data.Sqlite;

namespace MatchSim.Cli.Store;

/// <summary>Which run a store is of: table meta.</summary>
internal sealed record StoreMeta
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public required string ScenarioName { get; init; }

    /// <summary>See <see cref="ScenarioFile.Hash"/>.</summary>
    public required string ScenarioHash { get; init; }

    /// <summary>File name and text, the scenario itself first, then what it extends.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Texts { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>Version of the program.</summary>
    public required string Version { get; init; }

    /// <summary>Replications asked for, of all shards together; after the run those that the results are of.</summary>
    public required int Replications { get; init; }

    public required Shard Shard { get; init; }

    public static StoreMeta Of(ScenarioFile file, Scenario scenario, Shard shard) => new()
    {
        ScenarioName = scenario.Name,
        ScenarioHash = ScenarioFile.Hash(scenario),
        Texts = file.Texts,
        Seed = scenario.Seed,
        Version = ProgramVersion.Text,
        Replications = scenario.Replications,
        Shard = shard,
    };

    /// <summary>Replaces what the table says.</summary>
    public void Write(SqliteConnection connection)
    {
        using SqliteCommand insert = connection.CreateCommand();
        insert.CommandText = "INSERT OR REPLACE INTO meta VALUES ($name, $value)";
        foreach (var (name, value) in Rows())
        {
            insert.Parameters.Clear();
            insert.Parameters.AddWithValue("$name", name);
            insert.Parameters.AddWithValue("$value", value);
            insert.ExecuteNonQuery();
        }
    }

    /// <summary>What the table says; <c>null</c> = of no run that this version knows to read.</summary>
    /// <exception cref="SqliteException">There is no such table.</exception>
    public static StoreMeta? Read(SqliteConnection connection)
    {
        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        using SqliteCommand select = connection.CreateCommand();
        select.CommandText = "SELECT name, value FROM meta";
        using (SqliteDataReader reader = select.ExecuteReader())
        {
            while (reader.Read())
                rows[reader.GetString(0)] = reader.GetString(1);
        }

        try
        {
            return Read(rows);
        }
        catch (Exception error) when (error is KeyNotFoundException or FormatException or OverflowException or JsonException
            or InvalidOperationException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    private static StoreMeta Read(Dictionary<string, string> rows)
    {
        int[] shard = [.. rows["shard"].Split('/').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
        return new StoreMeta
        {
            ScenarioName = rows["scenario_name"],
            ScenarioHash = rows["scenario_hash"],
            Texts = [.. Files(rows["scenario_files"])],
            Seed = ulong.Parse(rows["seed"], CultureInfo.InvariantCulture),
            Version = rows["program_version"],
            Replications = int.Parse(rows["replications"], CultureInfo.InvariantCulture),
            Shard = new Shard(shard[0], shard[1]),
        };
    }

    private IEnumerable<(string Name, string Value)> Rows() =>
    [
        ("schema_version", $"{StoreSchema.Version}"),
        ("scenario_name", ScenarioName),
        ("scenario_hash", ScenarioHash),
        ("scenario", Texts[0].Value),
        ("scenario_files", new JsonObject(Texts.Select(text => KeyValuePair.Create(text.Key, (JsonNode?)text.Value))).ToJsonString(Json)),
        ("seed", $"{Seed}"),
        ("program_version", Version),
        ("replications", $"{Replications}"),
        ("shard", $"{Shard}"),
    ];

    private static IEnumerable<KeyValuePair<string, string>> Files(string json) =>
        JsonNode.Parse(json)!.AsObject().Select(file => KeyValuePair.Create(file.Key, file.Value!.GetValue<string>()));
}
