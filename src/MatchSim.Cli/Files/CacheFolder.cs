namespace MatchSim.Cli.Files;

/// <summary>Where things are kept that can be made again.</summary>
internal static class CacheFolder
{
    /// <summary><c>MATCHSIM_CACHE</c>, else <c>XDG_CACHE_HOME/matchsim</c>, else <c>~/.cache/matchsim</c>; <c>null</c> = no
    /// place is known.</summary>
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable("MATCHSIM_CACHE") is { Length: > 0 } named)
            return named;
        if (Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } caches && Path.IsPathRooted(caches))
            return Path.Combine(caches, "matchsim");
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return home.Length == 0 ? null : Path.Combine(home, ".cache", "matchsim");
    }
}
