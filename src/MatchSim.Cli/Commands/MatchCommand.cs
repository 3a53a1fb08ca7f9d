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
        Measure(options, context);

    private static Task<int> Measure(MatchOptions options, CommandContext context)
    {
        for (int i = 0; i < 5; i++)
        {
            long start = System.Diagnostics.Stopwatch.GetTimestamp();
            var x = Files.InstanceFiles.Read(options.Instance);
            context.Answer.WriteLine($"{System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalMilliseconds} ms {x.Applicants.Length} {x.Dropped.Total}");
        }

        return Task.FromResult(0);
    }
}
