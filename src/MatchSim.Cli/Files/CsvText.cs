using System.Buffers;

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
}
