using CommandLine;
using MatchSim.Cli.Files;
using MatchSim.Cli.Shell;

namespace MatchSim.Cli.Commands;

/// <summary>Options of <c>schema</c>: none.</summary>
[Verb("schema", HelpText = "Print the JSON Schema of the scenario file: editors complete and check from it.")]
internal sealed class SchemaOptions : VerbOptions;

internal static class SchemaCommand
{
    public static Task<int> RunAsync(SchemaOptions options, CommandContext context, CancellationToken stop)
    {
        context.Answer.WriteLine(ScenarioJsonSchema.Text());
        return Task.FromResult(ExitCode.Ok);
    }
}
