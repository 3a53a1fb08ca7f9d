namespace MatchSim.Cli.Reports;

/// <summary>
/// One chart as pure data: what is drawn, not how. <see cref="FigureJson"/> turns it into a plotly figure.
/// </summary>
/// <param name="Id">Names the chart in the page and its image file: lower-case letters, digits and dashes, unique in
/// a page.</param>
/// <param name="Title">What the reader learns, shown above the chart.</param>
internal sealed record Figure(string Id, string Title, Axis X, Axis Y)
{
    /// <summary>Drawn in this order; later traces lie on top. Bands always lie below everything else.</summary>
    public IReadOnlyList<Trace> Traces { get; init; } = [];

    /// <summary>Lines across the whole chart at one value of an axis.</summary>
    public IReadOnlyList<ReferenceLine> ReferenceLines { get; init; } = [];

    /// <summary>Text pinned to points.</summary>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <summary>How bars at the same place share it.</summary>
    public BarLayout Bars { get; init; } = BarLayout.Grouped;

    /// <summary>Sentence below the chart: what the band or bar means, how many replications, which sources.</summary>
    public string Caption { get; init; } = "";

    /// <summary>Height on screen, pixels.</summary>
    public int Height { get; init; } = 460;
}

/// <summary>An axis. The title says what is measured, the unit in what.</summary>
/// <param name="Unit">Shown in parentheses after the title; empty if the title says it all.</param>
internal sealed record Axis(string Title, string Unit = "")
{
    /// <summary>How numbers are printed.</summary>
    public NumberStyle Numbers { get; init; } = NumberStyle.Plain;

    /// <summary>Lower end, in data units; null = chosen from the data.</summary>
    public double? Min { get; init; }

    /// <summary>Upper end, in data units; null = chosen from the data.</summary>
    public double? Max { get; init; }

    /// <summary>The title with its unit.</summary>
    public string FullTitle => Unit.Length == 0 ? Title : $"{Title} ({Unit})";
}

/// <summary>How the numbers of an axis are printed.</summary>
internal enum NumberStyle
{
    /// <summary>12,345 or 0.25, as many digits as needed.</summary>
    Plain,

    /// <summary>A share 0–1 as a percentage: 0.613 → 61.3%.</summary>
    Percent,

    /// <summary>US dollars without cents.</summary>
    Dollars,
}

/// <summary>A line across the whole chart, with a label: a published average, a recommendation.</summary>
/// <param name="Orientation">Vertical = at a value of the x axis.</param>
/// <param name="Value">In units of that axis.</param>
/// <param name="Series">Palette entry; −1 = neutral grey.</param>
internal sealed record ReferenceLine(Orientation Orientation, double Value, string Label, int Series = -1);

/// <summary>Text with an arrow to a point, in data units.</summary>
internal sealed record Note(double X, double Y, string Text);

/// <summary>Direction of a line or of bars.</summary>
internal enum Orientation
{
    Vertical,
    Horizontal,
}

/// <summary>How bars at the same place share it.</summary>
internal enum BarLayout
{
    /// <summary>Side by side (simulated beside published).</summary>
    Grouped,

    /// <summary>Over each other from a common base (tornado charts).</summary>
    Overlaid,
}
