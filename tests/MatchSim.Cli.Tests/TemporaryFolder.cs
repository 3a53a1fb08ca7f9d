namespace MatchSim.Cli.Tests;

/// <summary>A folder that goes with the test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("matchsim-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public string Write(string name, string text)
    {
        System.IO.File.WriteAllText(File(name), text);
        return File(name);
    }

    /// <summary>A sub-folder with these files.</summary>
    public string Write(string folder, IReadOnlyDictionary<string, byte[]> files)
    {
        Directory.CreateDirectory(File(folder));
        foreach ((string name, byte[] bytes) in files)
            System.IO.File.WriteAllBytes(System.IO.Path.Combine(File(folder), name), bytes);
        return File(folder);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
