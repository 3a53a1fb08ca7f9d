using MatchSim.Cli.Shell;

namespace MatchSim.Cli.Files;

/// <summary>INSTANCE of the command line → instance: a folder is CSV, a file is r/c/p text.</summary>
internal static class InstanceFiles
{
    /// <exception cref="UserErrorException">Every mistake in the instance.</exception>
    public static NamedInstance Read(string path)
    {
        var mistakes = new MistakeList();
        if (Directory.Exists(path))
            return Read(InstanceFolder.Load(path, mistakes), mistakes);
        if (path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
            mistakes.Add("one CSV file", "the folder that holds applicants.csv, programs.csv and rankings.csv, or a file in the r/c/p text format", path);
        else if (TextFile.Load(path, path, mistakes) is { } bytes)
            return Read(bytes, path, mistakes);
        mistakes.ThrowIfAny();
        throw new InvalidOperationException("An instance that cannot be read leaves a mistake.");
    }

    public static NamedInstance Read(InstanceFolder folder, MistakeList mistakes) =>
        InstanceBuilder.Build(InstanceFolderReader.Read(folder, mistakes), mistakes);

    public static NamedInstance Read(byte[] rcp, string label, MistakeList mistakes) =>
        InstanceBuilder.Build(RcpReader.Read(rcp, label, mistakes), mistakes);
}
