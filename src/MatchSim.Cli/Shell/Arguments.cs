using CommandLine;

namespace MatchSim.Cli.Shell;

/// <summary>What the command line came to: a verb to run, or text to print and an exit code.</summary>
/// <param name="Invocation">The verb to run; null = print and leave.</param>
/// <param name="Help">Help or version text, for standard output.</param>
/// <param name="Mistakes">What is wrong with the command line, for standard error.</param>
internal sealed record ParsedArguments(Invocation? Invocation, string? Help, IReadOnlyList<Mistake> Mistakes)
{
    public int Print()
    {
        if (Mistakes.Count > 0)
            return Outcomes.Report(new UserErrorException(Mistakes), Console.Error);
        Console.Out.WriteLine(Help);
        return ExitCode.Ok;
    }
}

/// <summary>Command line → verb and options, help text, or mistakes in sentences.</summary>
internal static class Arguments
{
    public static ParsedArguments Parse(IReadOnlyList<string> args, IReadOnlyList<Verb> verbs)
    {
        if (args.Count > 0 && args[0] is "help")
            args = args.Count > 1 ? [args[1], "--help"] : ["--help"];
        if (args.Count == 0)
            return Wrong(new Mistake("no command", Say.OneOf([.. verbs.Select(verb => verb.Name)]) + "; see matchsim --help"));
        if (args[0] is "--help" or "-h")
            return Show(HelpPages.Overview(verbs));
        if (args[0] is "--version" or "version")
            return Show($"matchsim {ProgramVersion.Text}");

        Verb? chosen = verbs.FirstOrDefault(verb => verb.Name == args[0]);
        if (chosen is null)
            return Wrong(new Mistake($"command {Say.Quote(args[0])}", Say.OneOf([.. verbs.Select(verb => verb.Name)], args[0])));
        return ParseVerb(chosen, AsksForHelp(args) ? [chosen.Name, "--help"] : args);
    }

    /// <summary>The parser knows --help only right behind the verb; a user who wonders has often begun already.</summary>
    private static bool AsksForHelp(IReadOnlyList<string> args) => args.TakeWhile(arg => arg != "--").Any(arg => arg is "--help" or "-h");

    private static ParsedArguments ParseVerb(Verb verb, IReadOnlyList<string> args)
    {
        using var parser = new Parser(settings =>
        {
            settings.HelpWriter = null;
            settings.AutoVersion = false;
            settings.CaseInsensitiveEnumValues = true;
            settings.EnableDashDash = true;
        });
        Mistake[] withoutValue = [.. OptionMistakes.WithoutValue(args, verb)];
        if (withoutValue.Length > 0)
            return Wrong(withoutValue);
        ParserResult<object> result = parser.ParseArguments(OptionLists.Join(args, verb.OptionsType), verb.OptionsType);
        if (result is Parsed<object> { Value: VerbOptions options })
        {
            Mistake[] surplus = [.. options.Surplus.Select(value => new Mistake(
                $"argument {Say.Quote(value)}", $"what matchsim {verb.Name} --help shows; options begin with --"))];
            return surplus.Length == 0 ? new ParsedArguments(new Invocation(verb, options), null, []) : Wrong(surplus);
        }

        Error[] errors = [.. result.Errors];
        return errors.Any(error => error.Tag is ErrorType.HelpRequestedError or ErrorType.HelpVerbRequestedError)
            ? Show(HelpPages.Of(verb, result))
            : Wrong([.. OptionMistakes.Describe(errors, verb, args)]);
    }

    private static ParsedArguments Show(string help) => new(null, help, []);

    private static ParsedArguments Wrong(params IReadOnlyList<Mistake> mistakes) => new(null, null, mistakes);
}
