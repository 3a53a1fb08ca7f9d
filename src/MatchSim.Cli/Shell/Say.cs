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

    /// <summary>Slips between two words — letters changed, left out, put in, two neighbours swapped — letter case ignored;
    /// long texts are never near anything.</summary>
    public static int EditDistance(string a, string b)
    {
        if (a.Length > LongestQuote || b.Length > LongestQuote)
            return int.MaxValue;
        (a, b) = (a.ToLowerInvariant(), b.ToLowerInvariant());
        int[,] slips = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    slips[i, j] = i + j;
                    continue;
                }

                int changed = slips[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                slips[i, j] = Math.Min(changed, 1 + Math.Min(slips[i - 1, j], slips[i, j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    slips[i, j] = Math.Min(slips[i, j], slips[i - 2, j - 2] + 1);
            }
        }

        return slips[a.Length, b.Length];
    }
}
