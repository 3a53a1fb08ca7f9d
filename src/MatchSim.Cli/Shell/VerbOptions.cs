using CommandLine;

namespace MatchSim.Cli.Shell;

/// <summary>Base of every verb's options.</summary>
internal abstract class VerbOptions
{
    /// <summary>Arguments that no option and no positional argument of the verb took. CommandLineParser would drop
    /// them silently; collected here they become mistakes.</summary>
    [Value(int.MaxValue, Hidden = true)]
    public IEnumerable<string> Surplus { get; init; } = [];
}
