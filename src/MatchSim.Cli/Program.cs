// The whole program in a few lines: parse first (help and mistakes need no host), then one host runs one verb.
//
// To add a verb, write one file Commands/XyzCommand.cs with
//   [Verb("xyz", HelpText = "what it does, in a line")] internal sealed class XyzOptions : VerbOptions { [Option(...)] ... }
//   internal static class XyzCommand { static Task<int> RunAsync(XyzOptions o, CommandContext c, CancellationToken stop) }
// and name it in one line of Commands/Verbs.cs, with an example for its --help. The handler returns an ExitCode, throws
// UserErrorException with every mistake it found (MistakeList collects them), writes the answer to context.Answer and
// files through Files/AtomicFile, and lets OperationCanceledException pass. Options that take one of a few words are
// strings read with Choices.Parse; options that may be repeated use OptionLists.Separator. The rest — help, unknown options, exit codes, Ctrl-C, stack traces of bugs — is
// the same for all verbs and lives in Shell/.
using MatchSim.Cli.Commands;
using MatchSim.Cli.Shell;

try
{
    ParsedArguments parsed = Arguments.Parse(args, Verbs.All);
    return parsed.Invocation is { } invocation ? await VerbHost.RunAsync(invocation) : parsed.Print();
}
catch (Exception bug)
{
    return Outcomes.Report(bug, Console.Error);
}
