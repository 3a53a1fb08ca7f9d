using System.Globalization;
using MatchSim.Cli.Shell;

namespace MatchSim.Cli.Files;

/// <summary>One line of the r/c/p text format: a letter and whole numbers.</summary>
internal readonly record struct RcpLine(char Kind, long[] Numbers, int Line)
{
    /// <summary>The id as the table of ids keeps it: no sign, no leading zeros.</summary>
    public string Text(int field) => Numbers[field].ToString(CultureInfo.InvariantCulture);

    /// <summary>Enough numbers for the line to mean something; otherwise a mistake.</summary>
    public bool HasAtLeast(int count, string form, string label, MistakeList mistakes)
    {
        if (Numbers.Length >= count)
            return true;
        mistakes.Add($"{Kind} line with {Numbers.Length} numbers", $"{form}, at least {count} numbers", label, Line);
        return false;
    }

    /// <summary>Lines that are neither blank nor comments; those that cannot be read become mistakes.</summary>
    public static List<RcpLine> Split(ReadOnlySpan<char> text, string kinds, string label, MistakeList mistakes)
    {
        var lines = new List<RcpLine>();
        int number = 0;
        foreach (Range range in text.Split('\n'))
        {
            number++;
            ReadOnlySpan<char> line = text[range];
            int comment = line.IndexOf('#');
            line = (comment < 0 ? line : line[..comment]).Trim(" \t\r");
            if (line.IsEmpty)
                continue;
            if (!kinds.Contains(line[0]) || (line.Length > 1 && line[1] is not (' ' or '\t')))
                mistakes.Add($"a line that begins with {Say.Quote(FirstWord(line))}", Say.OneOf([.. kinds.Select(kind => $"{kind}"), "# (comment)"]), label, number);
            else if (ReadNumbers(line[1..], label, number, mistakes) is { } numbers)
                lines.Add(new RcpLine(line[0], numbers, number));
        }

        return lines;
    }

    private static long[]? ReadNumbers(ReadOnlySpan<char> text, string label, int line, MistakeList mistakes)
    {
        var numbers = new List<long>();
        int before = mistakes.Count;
        foreach (Range word in text.SplitAny(' ', '\t'))
        {
            if (text[word].IsEmpty)
                continue;
            if (long.TryParse(text[word], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number))
                numbers.Add(number);
            else
                mistakes.Add(Say.Quote(text[word]), "whole numbers", label, line);
        }

        return mistakes.Count == before ? [.. numbers] : null;
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> line)
    {
        int end = line.IndexOfAny(' ', '\t');
        return end < 0 ? line : line[..end];
    }
}
