using System.Text;

namespace MatchSim.Engine.Scenarios;

/// <summary>How names of the code are spelled in files: keys and measures snake_case, ids and enum values kebab-case.</summary>
public static class NameCase
{
    /// <summary>What <see cref="IsSlug"/> allows, in words.</summary>
    public const string SlugRule = "lower-case letters, digits and single hyphens, at most 100 characters";

    /// <summary><c>VisaH1bOnly</c> → <c>visa_h1b_only</c>.</summary>
    public static string Snake(string name) => Split(name, '_');

    /// <summary><c>NonUsImg</c> → <c>non-us-img</c>.</summary>
    public static string Kebab(string name) => Split(name, '-');

    /// <summary>An enum value as files and options spell it.</summary>
    public static string Kebab<T>(T value)
        where T : struct, Enum => Kebab(value.ToString());

    /// <summary>An enum value as JSON answers spell it.</summary>
    public static string Snake<T>(T value)
        where T : struct, Enum => Snake(value.ToString());

    /// <summary>A plain slug: lower-case letters and digits, single hyphens between them; usable as a folder name.</summary>
    public static bool IsSlug(string text)
    {
        if (text.Length is 0 or > 100 || text[0] == '-' || text[^1] == '-' || text.Contains("--", StringComparison.Ordinal))
            return false;
        return text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
    }

    private static string Split(string name, char separator)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (char c in name)
        {
            if (char.IsAsciiLetterUpper(c) && text.Length > 0)
                text.Append(separator);
            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
