using MatchSim.Cli.Shell;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Cli.Files;

/// <summary>The files of an instance folder, by table name.</summary>
/// <param name="Path">The folder as the user named it.</param>
/// <param name="Tables">Table name ("applicants.csv") → bytes.</param>
internal sealed record InstanceFolder(string Path, IReadOnlyDictionary<string, byte[]> Tables)
{
    public const string Applicants = "applicants.csv";
    public const string Programs = "programs.csv";
    public const string Rankings = "rankings.csv";
    public const string Couples = "couples.csv";
    public const string Supplemental = "supplemental.csv";
    public const string Reversions = "reversions.csv";

    private static readonly string[] Required = [Applicants, Programs, Rankings];
    private static readonly string[] All = [.. Required, Couples, Supplemental, Reversions];

    public string Label(string table) => System.IO.Path.Combine(Path, table);

    /// <summary>Loads the tables that are there; a missing one and a misspelt one ("couple.csv") are mistakes.</summary>
    public static InstanceFolder Load(string path, MistakeList mistakes)
    {
        var tables = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var folder = new InstanceFolder(path, tables);
        string?[] present = [.. Directory.EnumerateFileSystemEntries(path).Select(System.IO.Path.GetFileName).Order(StringComparer.Ordinal)];
        foreach (string table in All)
        {
            if (!present.Contains(table) && !Required.Contains(table))
                continue;
            if (TextFile.Load(folder.Label(table), folder.Label(table), mistakes) is { } bytes)
                tables.Add(table, bytes);
        }

        foreach (string? name in present)
        {
            if (!All.Contains(name) && name is not null && All.FirstOrDefault(table => NearestName.Slips(name, table) <= 2) is { } meant)
                mistakes.Add("a file that would be ignored", $"{meant}, if that is meant", folder.Label(name));
        }

        return folder;
    }
}
