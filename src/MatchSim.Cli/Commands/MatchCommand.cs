using CommandLine;
using MatchSim.Cli.Files;
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
    public static Task<int> RunAsync(MatchOptions options, CommandContext context, CancellationToken stop)
    {
        NamedInstance instance = InstanceFiles.Read(options.Instance);
        foreach (string sentence in instance.Dropped.Sentences())
            context.Diagnostics.WriteLine(sentence);
        throw new UserErrorException(new Mistake(
            "a sound instance", "reading it, so far: matching arrives with the engine", options.Instance));
    }
}
