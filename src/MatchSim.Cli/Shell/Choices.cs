namespace MatchSim.Cli.Shell;

/// <summary>Options whose value is one of a few words: the kebab-case names of an enum ("roth-peranson").</summary>
/// <remarks>CommandLineParser knows enums only by their C# names, so such an option is a string and the handler calls
/// <see cref="Parse"/>.</remarks>
internal static class Choices
{
    /// <summary>The enum value, or the first one and a mistake in <paramref name="mistakes"/>.</summary>
    public static T Parse<T>(string option, string text, MistakeList mistakes)
        where T : struct, Enum
    {
        foreach (T value in Enum.GetValues<T>())
        {
            if (Name(value) == text)
                return value;
        }

        mistakes.Add($"{option} {Say.Quote(text)}", Say.OneOf([.. Enum.GetValues<T>().Select(Name)], text));
        return default;
    }

    /// <summary>RothPeranson → "roth-peranson".</summary>
    public static string Name<T>(T value)
        where T : struct, Enum => Kebab(value.ToString(), '-');

    /// <summary>NoStableMatchingFound → "no_stable_matching_found", for JSON.</summary>
    public static string JsonName<T>(T value)
        where T : struct, Enum => Kebab(value.ToString(), '_');

    private static string Kebab(string name, char joint) => string.Concat(name.Select((letter, i) =>
        i > 0 && char.IsUpper(letter) ? $"{joint}{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
