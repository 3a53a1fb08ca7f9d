using System.Runtime.CompilerServices;
using MatchSim.Cli.Shell;

namespace MatchSim.Cli.Files;

/// <summary>
/// Splits RFC 4180 text into records, in place: fields are spans of the text.
/// </summary>
/// <remarks>
/// Our own, although CsvHelper exists: a national instance has 1.1 million records, and a field that becomes a string
/// costs more than all the rest of the reading. Line feeds alone end records too; empty lines are skipped. The hot
/// methods ask for full optimisation at once: a file is read before the tiered compiler would have noticed them.
/// </remarks>
internal ref struct CsvScanner(ReadOnlySpan<char> text, string label, MistakeList mistakes)
{
    /// <summary>More than any of our tables has columns; fields beyond are counted, not kept.</summary>
    private const int MostFields = 16;

    private const string Quoting = "a field wholly in double quotes, quotes within it doubled (RFC 4180)";
    private readonly ReadOnlySpan<char> text = text;
    private readonly int[] starts = new int[MostFields];
    private readonly int[] lengths = new int[MostFields];

    /// <summary>Texts of quoted fields that contained doubled quotes; null = none in this record.</summary>
    private string?[]? unescaped;

    private int position;
    private int nextLine = 1;
    private bool broken;

    /// <summary>Line of the file on which the record begins, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Number of fields in the record.</summary>
    public int Count { get; private set; }

    /// <summary>Some record's quoting was broken, and the record left out.</summary>
    public bool AnyBroken { get; private set; }

    public readonly ReadOnlySpan<char> this[int field] =>
        unescaped?[field] is { } plain ? plain : text.Slice(starts[field], lengths[field]);

    /// <summary>Moves to the next record with sound quoting; false at the end of the text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Next()
    {
        while (position < text.Length)
        {
            Line = nextLine;
            Count = 0;
            broken = false;
            unescaped = null;
            while (ReadField())
            {
            }

            bool empty = Count == 1 && lengths[0] == 0 && (starts[0] == 0 || text[starts[0] - 1] != '"');
            AnyBroken |= broken;
            if (!broken && !empty)
                return true;
        }

        return false;
    }

    /// <summary>Reads one field and what ends it; false when it was the record's last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool ReadField()
    {
        int start = position;
        int end = start;
        if (end < text.Length && text[end] == '"')
            return ReadQuoted();
        while (end < text.Length && (text[end] > ',' || text[end] is not (',' or '\n' or '\r' or '"')))
            end++;
        position = end;
        if (end < text.Length && text[end] == '"')
            return Break("a double quote inside an unquoted field");
        Keep(start, end);
        return EndField();
    }

    private bool ReadQuoted()
    {
        int start = position + 1;
        int openedOn = nextLine;
        bool doubled = false;
        int end = start;
        while (true)
        {
            int length = end <= text.Length ? text[end..].IndexOf('"') : -1;
            if (length < 0)
            {
                mistakes.Add("a quoted field that never ends", Quoting, label, openedOn);
                (broken, position) = (true, text.Length);
                return false;
            }

            nextLine += text.Slice(end, length).Count('\n');
            end += length;
            if (end + 1 >= text.Length || text[end + 1] != '"')
                break;
            doubled = true;
            end += 2;
        }

        position = end + 1;
        if (doubled && Count < MostFields)
            (unescaped ??= new string?[MostFields])[Count] = text[start..end].ToString().Replace("\"\"", "\"");
        Keep(start, end);
        return position < text.Length && text[position] is not (',' or '\n' or '\r')
            ? Break("text after a closing double quote")
            : EndField();
    }

    /// <summary>Steps over the comma or line end behind a field; true after a comma.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool EndField()
    {
        if (position == text.Length)
            return false;
        char end = text[position++];
        if (end == ',')
            return true;
        if (end == '\r' && (position == text.Length || text[position++] != '\n'))
        {
            position--;
            return Break("a carriage return without a line feed");
        }

        nextLine++;
        return false;
    }

    /// <summary>Says what is wrong and skips the rest of the line.</summary>
    private bool Break(string found)
    {
        mistakes.Add(found, found.Contains("quote") ? Quoting : "lines that end in a line feed, alone or after a carriage return", label, nextLine);
        broken = true;
        int rest = text[position..].IndexOf('\n');
        position = rest < 0 ? text.Length : position + rest + 1;
        nextLine++;
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Keep(int start, int end)
    {
        if (Count < MostFields)
            (starts[Count], lengths[Count]) = (start, end - start);
        Count++;
    }
}
