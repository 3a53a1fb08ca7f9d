namespace MatchSim.Cli.Reports;

/// <summary>
/// Colours that stay apart for colour-blind readers and in greyscale print (Okabe and Ito 2008, without its yellow,
/// which is too faint on white); marker shapes differ too, so colour never carries a meaning alone.
/// </summary>
internal static class Palette
{
    private static readonly (byte R, byte G, byte B)[] Colours =
    [
        (0, 114, 178), (213, 94, 0), (0, 158, 115), (190, 100, 155), (90, 165, 215), (200, 140, 0), (60, 60, 60),
    ];

    private static readonly string[] Shapes =
        ["circle", "square", "diamond", "triangle-up", "cross", "triangle-down", "x"];

    /// <summary>CSS colour of a series; negative = neutral grey. Wraps around after seven.</summary>
    public static string Colour(int series)
    {
        (byte r, byte g, byte b) = Rgb(series);
        return $"#{r:x2}{g:x2}{b:x2}";
    }

    /// <summary>The colour with what lies below shining through, <paramref name="opacity"/> 0–1.</summary>
    public static string Translucent(int series, double opacity)
    {
        (byte r, byte g, byte b) = Rgb(series);
        return $"rgba({r},{g},{b},{opacity})";
    }

    /// <summary>The colour mixed with two parts of white.</summary>
    public static string Pale(int series)
    {
        (byte r, byte g, byte b) = Rgb(series);
        return $"#{(r + 510) / 3:x2}{(g + 510) / 3:x2}{(b + 510) / 3:x2}";
    }

    /// <summary>Plotly's name of the series' marker shape.</summary>
    public static string Shape(int series) => series < 0 ? Shapes[0] : Shapes[series % Shapes.Length];

    private static (byte R, byte G, byte B) Rgb(int series) =>
        series < 0 ? ((byte)110, (byte)110, (byte)110) : Colours[series % Colours.Length];
}
