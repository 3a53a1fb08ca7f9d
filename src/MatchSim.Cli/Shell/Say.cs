using System.Globalization;
using System.Text;

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
    public static string OneOf(IReadOnlyList<string> choices, string found) => Nearest(found, choices) is { } nearest
        ? $"{OneOf(choices)} (did you mean {nearest}?)"
        : OneOf(choices);

    /// <summary>The candidate within a few typing slips of <paramref name="found"/>, or null.</summary>
    public static string? Nearest(string found, IEnumerable<string> candidates)
    {
        (string? Name, int Distance) best = (null, 0);
        foreach (string candidate in candidates)
        {
            int distance = EditDistance(found, candidate);
            if (distance <= Math.Max(1, candidate.Length / 3) && (best.Name is null || distance < best.Distance))
                best = (candidate, distance);
        }

        return best.Name;
    }

    /// <summary>Levenshtein distance, letter case ignored; long texts are never near anything.</summary>
    public static int EditDistance(string a, string b)
    {
        if (a.Length > LongestQuote || b.Length > LongestQuote)
            return int.MaxValue;
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int substituted = diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[b.Length];
    }
}
