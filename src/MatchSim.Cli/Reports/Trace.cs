namespace MatchSim.Cli.Reports;

/// <summary>One series of a figure.</summary>
/// <param name="Name">Legend entry.</param>
/// <param name="Series">Palette entry, ≥ 0: its colour and marker shape; the same series has the same number in every
/// chart of a page.</param>
internal abstract record Trace(string Name, int Series)
{
    /// <summary>Traces of one group are switched on and off together; default: the name.</summary>
    public string LegendGroup { get; init; } = Name;

    /// <summary>False for traces that the legend need not list (a second trace of a group).</summary>
    public bool InLegend { get; init; } = true;
}

/// <summary>A line through points, with its confidence band if <see cref="Interval"/> is given.</summary>
/// <param name="X">[point] ascending.</param>
/// <param name="Y">[point] same length; NaN leaves a gap.</param>
internal sealed record LineTrace(string Name, int Series, double[] X, double[] Y) : Trace(Name, Series)
{
    /// <summary>Drawn as a band below the line and shown when hovering; null = none.</summary>
    public Interval? Interval { get; init; }

    public LineStyle Style { get; init; } = LineStyle.Solid;
}

/// <summary>A filled area between two curves.</summary>
/// <param name="X">[point] ascending.</param>
internal sealed record BandTrace(string Name, int Series, double[] X, Interval Interval) : Trace(Name, Series);

/// <summary>Bars, one per label.</summary>
/// <param name="Labels">[bar] categories.</param>
/// <param name="Values">[bar] where each bar ends, in units of the value axis.</param>
internal sealed record BarTrace(string Name, int Series, string[] Labels, double[] Values) : Trace(Name, Series)
{
    /// <summary>Error bars; null = none.</summary>
    public Interval? Interval { get; init; }

    /// <summary>Horizontal bars have their labels on the y axis, the first on top.</summary>
    public Orientation Orientation { get; init; } = Orientation.Vertical;

    /// <summary>Where every bar starts, in units of the value axis (a tornado's baseline).</summary>
    public double Base { get; init; }

    /// <summary>[bar] text at the end of each bar; empty = none.</summary>
    public string[] Texts { get; init; } = [];

    /// <summary>[bar] what is said where the reader points at a bar; empty = its value and interval.</summary>
    public string[] HoverTexts { get; init; } = [];

    /// <summary>Paler, for what is given rather than computed (published figures).</summary>
    public bool Muted { get; init; }
}

/// <summary>Single points: published values, averages.</summary>
/// <param name="X">[point] in units of the x axis.</param>
/// <param name="Y">[point] in units of the y axis.</param>
internal sealed record MarkerTrace(string Name, int Series, double[] X, double[] Y) : Trace(Name, Series)
{
    /// <summary>Vertical error bars; null = none.</summary>
    public Interval? Interval { get; init; }

    /// <summary>[point] text beside each point; empty = none.</summary>
    public string[] Texts { get; init; } = [];
}

/// <summary>Ends of an interval per point, in the units of what it belongs to.</summary>
internal sealed record Interval(double[] Low, double[] High);

/// <summary>Stroke of a line.</summary>
internal enum LineStyle
{
    Solid,
    Dashed,
    Dotted,
}
