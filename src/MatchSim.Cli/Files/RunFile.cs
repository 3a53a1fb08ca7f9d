using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MatchSim.Cli.Files;

/// <summary>run.json: how a run was done. The only file of a run that differs from one run to the next.</summary>
internal sealed record RunFile
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [JsonPropertyName("name")]
    public required string ScenarioName { get; init; }

    /// <summary>Text of the scenario file.</summary>
    public required string Scenario { get; init; }

    /// <summary>File name and text of what it extends, nearest first; empty = nothing.</summary>
    public required IReadOnlyDictionary<string, string> Extends { get; init; }

    /// <summary>See <see cref="ScenarioFile.Hash"/>.</summary>
    public required string ScenarioHash { get; init; }

    public required ulong Seed { get; init; }

    public required string Version { get; init; }

    public required DateTimeOffset Started { get; init; }

    public required DateTimeOffset Finished { get; init; }

    public required int Threads { get; init; }

    /// <summary>Per point; of a shard, its own.</summary>
    public required int Replications { get; init; }

    /// <summary>Which shard of how many, such as 2/16; <c>null</c> = the whole run.</summary>
    public string? Shard { get; init; }

    /// <summary>Whether a precision that was asked for is reached; <c>null</c> = none was asked for.</summary>
    public bool? PrecisionReached { get; init; }

    /// <summary>Replications × points, the baseline included.</summary>
    public required int Seasons { get; init; }

    /// <summary>All workers together, after the first season of each.</summary>
    public required double SeasonsPerSecond { get; init; }

    /// <summary>Mean milliseconds of a season, by stage.</summary>
    public required IReadOnlyDictionary<string, double> StageMs { get; init; }

    public required double PeakMemoryMb { get; init; }

    /// <summary>Widest vectors the processor was asked for, bits; 0 = none. Changes the speed, never the result.</summary>
    public required int VectorBits { get; init; }

    public void Write(TextWriter writer) => writer.Write(JsonSerializer.Serialize(this, Format) + "\n");

    /// <summary>A record written before, or <c>null</c> if there is no readable one.</summary>
    public static RunFile? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<RunFile>(File.ReadAllText(path), Format);
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Name of the scenario whose run lies in a folder, or <c>null</c> if the folder has no readable run.json.</summary>
    public static string? NameIn(string path)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(path)) is JsonObject run && run["name"] is JsonValue name
                && name.TryGetValue(out string? text) ? text : null;
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
