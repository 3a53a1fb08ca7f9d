using System.Reflection;
using CommandLine;

namespace MatchSim.Cli.Shell;

/// <summary>CommandLineParser's errors as sentences: what was found, what is allowed.</summary>
internal static class OptionMistakes
{
    public static IEnumerable<Mistake> Describe(IReadOnlyCollection<Error> errors, Verb verb, IReadOnlyList<string> args)
    {
        IEnumerable<Mistake> mistakes = errors.Where(error => !MissesArgument(error)).Select(error => Describe(error, verb, args));
        if (!errors.Any(MissesArgument))
            return mistakes;
        // CommandLineParser does not say which, but arguments are taken in order.
        return mistakes.Concat(Options(verb)
            .Where(option => option.Attribute is ValueAttribute)
            .Skip(CountArguments(args, verb))
            .Where(option => option.Attribute.Required)
            .Select(option => Missing(option.Name, verb)));
    }

    private static bool MissesArgument(Error error) => error is MissingRequiredOptionError { NameInfo.LongName: "" };

    private static Mistake Missing(string name, Verb verb) => new($"no {name}", $"it is required; see matchsim {verb.Name} --help");

    private static Mistake Describe(Error error, Verb verb, IReadOnlyList<string> args) => error switch
    {
        UnknownOptionError unknown => new Mistake(
            $"option {Say.Quote(AsTyped(unknown.Token, args))}", Say.OneOf(OptionNames(verb), "--" + unknown.Token)),
        MissingRequiredOptionError missing => Missing(Name(missing, verb), verb),
        MissingValueOptionError missing => new Mistake($"{Name(missing, verb)} without a value", Meaning(missing, verb)),
        RepeatedOptionError repeated => new Mistake($"{Name(repeated, verb)} more than once", "once"),
        BadFormatConversionError bad => new Mistake($"a value of {Name(bad, verb)} that cannot be read", Meaning(bad, verb)),
        SetValueExceptionError bad => new Mistake($"{Name(bad, verb)} {Say.Quote(bad.Value?.ToString())}", Meaning(bad, verb)),
        SequenceOutOfRangeError bad => new Mistake($"too few or too many values of {Name(bad, verb)}", Meaning(bad, verb)),
        BadFormatTokenError bad => new Mistake($"{Say.Quote(bad.Token)}", "options as --name value or --name=value"),
        TokenError bad => new Mistake($"{Say.Quote(bad.Token)}", Say.OneOf(OptionNames(verb))),
        _ => new Mistake($"a command line that cannot be read ({error.Tag})", $"what matchsim {verb.Name} --help shows"),
    };

    /// <summary>Options that take a value and got none. CommandLineParser would silently use the default.</summary>
    public static IEnumerable<Mistake> WithoutValue(IReadOnlyList<string> args, Verb verb)
    {
        Dictionary<string, string> help = OptionsWithValue(verb);
        for (int i = 1; i < args.Count && args[i] != "--"; i++)
        {
            string name = args[i].TrimEnd('=');
            if (!help.TryGetValue(name, out string? meaning))
                continue;
            if (name.Length < args[i].Length || i + 1 == args.Count || args[i + 1].StartsWith("--", StringComparison.Ordinal))
                yield return new Mistake($"{name} without a value", meaning.TrimEnd('.'));
        }
    }

    /// <summary>[option that takes a value] what it means.</summary>
    private static Dictionary<string, string> OptionsWithValue(Verb verb) => verb.OptionsType.GetProperties()
        .Where(property => property.PropertyType != typeof(bool) && property.PropertyType != typeof(bool?))
        .Select(property => property.GetCustomAttribute<OptionAttribute>())
        .OfType<OptionAttribute>()
        .ToDictionary(option => "--" + option.LongName, option => option.HelpText, StringComparer.Ordinal);

    /// <summary>Arguments on the command line that belong to no option.</summary>
    private static int CountArguments(IReadOnlyList<string> args, Verb verb)
    {
        Dictionary<string, string> withValue = OptionsWithValue(verb);
        int count = 0;
        for (int i = 1; i < args.Count; i++)
        {
            if (args[i] == "--")
                return count + args.Count - i - 1;
            if (withValue.ContainsKey(args[i]))
                i++;
            else if (!args[i].StartsWith("--", StringComparison.Ordinal))
                count++;
        }

        return count;
    }

    /// <summary>CommandLineParser strips the dashes; the user should see what was typed.</summary>
    private static string AsTyped(string token, IReadOnlyList<string> args) =>
        args.FirstOrDefault(arg => arg.StartsWith('-') && arg.TrimStart('-').StartsWith(token, StringComparison.Ordinal))
        ?? "--" + token;

    private static string[] OptionNames(Verb verb) =>
        [.. Options(verb).Where(option => option.Name.StartsWith('-')).Select(option => option.Name), "--help"];

    private static IEnumerable<(string Name, BaseAttribute Attribute)> Options(Verb verb) =>
        from property in verb.OptionsType.GetProperties()
        let attribute = property.GetCustomAttribute<BaseAttribute>()
        where attribute is { Hidden: false }
        select (attribute is OptionAttribute option ? "--" + option.LongName : ((ValueAttribute)attribute).MetaName, attribute);

    private static string Name(NamedError error, Verb verb) => error.NameInfo.LongName is { Length: > 0 } name
        ? "--" + name
        : Options(verb).First(option => option.Attribute is ValueAttribute).Name;

    private static string Meaning(NamedError error, Verb verb)
    {
        string name = Name(error, verb);
        string help = Options(verb).First(option => option.Name == name).Attribute.HelpText;
        return help.TrimEnd('.');
    }
}
