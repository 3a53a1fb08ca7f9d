using System.Buffers;
using System.Globalization;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Cli.Files;

/// <summary>Writes RFC 4180 records with line feeds.</summary>
internal static class CsvText
{
    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",\"\r\n");

    /// <summary>One record; fields are quoted only where they must be.</summary>
    public static void WriteRecord(TextWriter writer, params ReadOnlySpan<string> fields)
    {
        for (int i = 0; i < fields.Length; i++)
        {
            if (i > 0)
                writer.Write(',');
            if (fields[i].AsSpan().ContainsAny(NeedsQuotes))
                writer.Write($"\"{fields[i].Replace("\"", "\"\"")}\"");
            else
                writer.Write(fields[i]);
        }

        writer.Write('\n');
    }

    /// <summary>A result: six decimals, the same for every measure; a value that rounds to zero has no sign.</summary>
    public static string Number(double value)
    {
        string text = value.ToString("F6", CultureInfo.InvariantCulture);
        return text == "-0.000000" ? "0.000000" : text;
    }

    /// <summary>A group of applicants; <c>null</c> = all.</summary>
    public static string Group(ApplicantType? type) => type is { } one ? NameCase.Kebab(one) : "all";
}
