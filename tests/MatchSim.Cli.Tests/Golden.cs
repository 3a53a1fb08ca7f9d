using System.Runtime.CompilerServices;

namespace MatchSim.Cli.Tests;

/// <summary>Files whose content is promised. <c>MATCHSIM_UPDATE_GOLDENS=1 dotnet test -c Release</c> rewrites them; a
/// change of numbers needs a line "Results change:" in the changelog.</summary>
internal static class Golden
{
    public static string Root { get; } = FindRoot();

    /// <summary>The text equals the file, given by its path from the top of the repository.</summary>
    public static void Matches(string path, string text)
    {
        string full = Path.Combine(Root, path);
        if (Environment.GetEnvironmentVariable("MATCHSIM_UPDATE_GOLDENS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, text);
        }

        Assert.True(File.Exists(full), $"{path} is missing: run the tests with MATCHSIM_UPDATE_GOLDENS=1.");
        Assert.Equal(File.ReadAllText(full), text);
    }

    /// <summary>From where this file was compiled.</summary>
    private static string FindRoot([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
