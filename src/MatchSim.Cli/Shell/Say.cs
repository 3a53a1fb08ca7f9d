using System.Globalization;
using System.Text;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Cli.Shell;

/// <summary>Small pieces of the sentences that users read.</summary>
internal static class Say
{
    private const int LongestQuote = 60;

    /// <summary>User text in double quotes: shortened, and with control characters made visible so that a broken file
    /// cannot drive the terminal.</summary>
    public static string Quote(ReadOnlySpan<char> text)
    {
        var quoted = new StringBuilder("\"");
        foreach (Rune rune in text.Length > LongestQuote ? text[..LongestQuote].EnumerateRunes() : text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
            else
                quoted.Append(rune);
        }

        return quoted.Append(text.Length > LongestQuote ? "…\"" : "\"").ToString();
    }

    /// <summary>"a, b or c".</summary>
    public static string OneOf(IReadOnlyList<string> choices) => choices.Count < 2
        ? string.Concat(choices)
        : $"{string.Join(", ", choices.Take(choices.Count - 1))} or {choices[^1]}";

    /// <summary>The choices, led by the one the user probably meant: "couples.csv (did you mean …?)" is what helps.</summary>
    public static string OneOf(IReadOnlyList<string> choices, string found) => NearestName.To(found, choices) is { } nearest
        ? $"{OneOf(choices)} (did you mean {nearest}?)"
        : OneOf(choices);
}
