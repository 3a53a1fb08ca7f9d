using System.Text.Json.Nodes;

namespace MatchSim.Cli.Reports;

/// <summary>Columns, texts and number formats in plotly's terms.</summary>
internal static class JsonValues
{
    /// <summary>Numbers as shortest round-trip decimals; what is not finite becomes null, a gap in a line.</summary>
    public static JsonArray Numbers(double[] values) =>
        new([.. values.Select(v => double.IsFinite(v) ? JsonValue.Create(v) : null)]);

    public static JsonArray Texts(string[] values) => new([.. values.Select(v => JsonValue.Create(Text(v)))]);

    /// <summary>[point] one row with an entry of every column.</summary>
    public static JsonArray Rows(params double[][] columns) =>
        new([.. Enumerable.Range(0, columns[0].Length).Select(i => Numbers([.. columns.Select(c => c[i])]))]);

    /// <summary>Plotly reads a little HTML in labels; a name from a file must be shown as it stands. A line feed breaks
    /// the line.</summary>
    public static string Text(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\n", "<br>", StringComparison.Ordinal);

    /// <summary>d3 number format of an axis' ticks.</summary>
    public static string TickFormat(NumberStyle style) => style switch
    {
        NumberStyle.Percent => ".0%",
        NumberStyle.Dollars => "$,.0f",
        _ => ",~g",
    };

    /// <summary>d3 number format where the reader points at one value: a digit more.</summary>
    public static string HoverFormat(NumberStyle style) => style switch
    {
        NumberStyle.Percent => ".1%",
        NumberStyle.Dollars => "$,.0f",
        _ => ",.6~g",
    };
}
