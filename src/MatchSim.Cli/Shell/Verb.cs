using System.Reflection;
using CommandLine;

namespace MatchSim.Cli.Shell;

/// <summary>One command of the program: its options, its handler, its example.</summary>
/// <param name="OptionsType">A <see cref="VerbOptions"/> with <c>[Verb]</c>; CommandLineParser fills it.</param>
/// <param name="RunAsync">The handler; returns an <see cref="ExitCode"/>.</param>
/// <param name="Examples">Command lines shown at the end of the verb's help.</param>
internal sealed record Verb(
    Type OptionsType,
    Func<VerbOptions, CommandContext, CancellationToken, Task<int>> RunAsync,
    IReadOnlyList<string> Examples)
{
    private readonly VerbAttribute attribute = OptionsType.GetCustomAttribute<VerbAttribute>()
        ?? throw new ArgumentException($"{OptionsType} lacks [Verb].", nameof(OptionsType));

    public string Name => attribute.Name;

    public string HelpText => attribute.HelpText;

    /// <summary>Not in the overview: for those who make the program, not for those who use it.</summary>
    public bool Hidden => attribute.Hidden;

    public static Verb Of<TOptions>(
        Func<TOptions, CommandContext, CancellationToken, Task<int>> run, params string[] examples)
        where TOptions : VerbOptions =>
        new(typeof(TOptions), (options, context, stop) => run((TOptions)options, context, stop), examples);
}

/// <summary>A verb with the options the user gave it.</summary>
internal sealed record Invocation(Verb Verb, VerbOptions Options);
