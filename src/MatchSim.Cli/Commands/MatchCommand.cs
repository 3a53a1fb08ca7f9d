using CommandLine;
using MatchSim.Cli.Shell;

namespace MatchSim.Cli.Commands;

/// <summary>Options of <c>match</c>.</summary>
[Verb("match", HelpText = "Match given rank order lists: an instance folder (CSV) or r/c/p text file.")]
internal sealed class MatchOptions : VerbOptions
{
    [Value(0, MetaName = "INSTANCE", Required = true, HelpText = "Instance folder, or file in the r/c/p text format.")]
    public string Instance { get; init; } = "";
}

internal static class MatchCommand
{
    public static Task<int> RunAsync(MatchOptions options, CommandContext context, CancellationToken stop) =>
        throw new UserErrorException(new Mistake(
            $"instance \"{options.Instance}\"", "nothing yet: matching instances arrives with the engine"));
}
