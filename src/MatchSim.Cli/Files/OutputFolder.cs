using MatchSim.Cli.Shell;

namespace MatchSim.Cli.Files;

/// <summary>A folder that a command is told to write to.</summary>
internal static class OutputFolder
{
    /// <summary>Makes sure, before anything is computed, that nothing of somebody else's lies there: the folder is not
    /// there yet, or empty, or holds nothing but files that the command writes itself.</summary>
    /// <param name="ownFiles">Names of those files.</param>
    /// <param name="previous">What they are called together: "an earlier instance".</param>
    public static void Check(string folder, IReadOnlyCollection<string> ownFiles, string previous, MistakeList mistakes)
    {
        string allowed = $"a new or empty folder, or one with {previous}";
        if (folder.Length == 0 || File.Exists(folder))
            mistakes.Add($"--out {Say.Quote(folder)}, which is {(folder.Length == 0 ? "no name" : "a file")}", allowed);
        else if (Directory.Exists(folder)
            && Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Except(ownFiles, StringComparer.Ordinal).FirstOrDefault() is { } other)
            mistakes.Add($"--out {Say.Quote(folder)} with {Say.Quote(other)} in it", allowed);
    }
}
