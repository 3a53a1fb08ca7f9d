using System.Reflection;

namespace MatchSim.Cli.Shell;

/// <summary>The version the build stamped, with the commit where the SDK knew it.</summary>
internal static class ProgramVersion
{
    public static string Text { get; } =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        ?? "unknown";
}
