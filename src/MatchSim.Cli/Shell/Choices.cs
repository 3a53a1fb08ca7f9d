using MatchSim.Engine.Scenarios;

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
            if (NameCase.Kebab(value) == text)
                return value;
        }

        mistakes.Add($"{option} {Say.Quote(text)}", Say.OneOf([.. Enum.GetValues<T>().Select(NameCase.Kebab)], text));
        return default;
    }
}
