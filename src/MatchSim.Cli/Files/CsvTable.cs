using System.Runtime.CompilerServices;
using MatchSim.Cli.Shell;

namespace MatchSim.Cli.Files;

/// <summary>A CSV file whose first record names its columns; columns may stand in any order.</summary>
internal ref struct CsvTable
{
    private readonly string label;
    private readonly MistakeList mistakes;
    private readonly string[] columns;

    /// <summary>[column] its field in a record; −1 = an optional column that the file lacks.</summary>
    private readonly int[] fieldOf;

    private readonly int width;
    private CsvScanner scanner;

    /// <param name="text">The whole file.</param>
    /// <param name="label">The file as the user knows it.</param>
    /// <param name="required">Column names; <c>table[i]</c> is the i-th of these, then of <paramref name="optional"/>.</param>
    /// <param name="optional">Columns that may be absent; their fields are then empty.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public CsvTable(ReadOnlySpan<char> text, string label, string[] required, string[] optional, MistakeList mistakes)
    {
        this.label = label;
        this.mistakes = mistakes;
        columns = [.. required, .. optional];
        fieldOf = new int[columns.Length];
        Array.Fill(fieldOf, -1);
        scanner = new CsvScanner(text, label, mistakes);
        if (!scanner.Next())
        {
            mistakes.Add("no header", $"the header {string.Join(',', required)}", label, 1);
            return;
        }

        width = scanner.Count;
        int before = mistakes.Count;
        for (int field = 0; field < Math.Min(width, 2 * columns.Length); field++)
            ReadHeader(field);
        for (int column = 0; column < required.Length && mistakes.Count == before; column++)
        {
            if (fieldOf[column] < 0)
                mistakes.Add($"no column {required[column]}", $"the header {string.Join(',', required)}", label, scanner.Line);
        }

        Usable = mistakes.Count == before;
    }

    /// <summary>The header is right; otherwise there are no records.</summary>
    public bool Usable { get; }

    /// <summary>Records were lost to mistakes: ids that seem unknown elsewhere may have been in them.</summary>
    public bool LostRecords { get; private set; }

    public readonly int Line => scanner.Line;

    /// <summary>The field of a column in the present record.</summary>
    public readonly ReadOnlySpan<char> this[int column] => fieldOf[column] < 0 ? default : scanner[fieldOf[column]];

    public readonly bool Has(int column) => fieldOf[column] >= 0;

    /// <summary>Moves to the next record that has as many fields as the header.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Next()
    {
        while (Usable && scanner.Next())
        {
            if (scanner.Count == width)
                return true;
            LostRecords = true;
            mistakes.Add($"{scanner.Count} fields", $"{width}, as in the header", label, scanner.Line);
        }

        LostRecords |= !Usable || scanner.AnyBroken;
        return false;
    }

    /// <summary>A field that must not be empty: an id. Empty = a mistake and false.</summary>
    public readonly bool IsId(int column)
    {
        if (!this[column].IsEmpty)
            return true;
        mistakes.Add($"an empty {columns[column]}", "any text", label, Line);
        return false;
    }

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>; otherwise a mistake and −1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly int Number(int column, int least, int most = int.MaxValue)
    {
        ReadOnlySpan<char> field = this[column];
        long value = field.Length is > 0 and <= 10 ? 0 : long.MinValue;
        foreach (char digit in value == 0 ? field : default)
            value = char.IsAsciiDigit(digit) ? (value * 10) + (digit - '0') : long.MinValue / 10;
        if (value >= least && value <= most)
            return (int)value;
        string range = most == int.MaxValue ? $"a whole number of at least {least}" : $"a whole number from {least} to {most}";
        mistakes.Add($"{columns[column]} {Say.Quote(field)}", range, label, Line);
        return -1;
    }

    private readonly void ReadHeader(int field)
    {
        string name = scanner[field].ToString();
        int column = Array.IndexOf(columns, name);
        if (column < 0)
            mistakes.Add($"column {Say.Quote(name)}", Say.OneOf(columns, name), label, scanner.Line);
        else if (fieldOf[column] >= 0)
            mistakes.Add($"column {Say.Quote(name)} twice", "each column once", label, scanner.Line);
        else
            fieldOf[column] = field;
    }
}
