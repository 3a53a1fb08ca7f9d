using System.Text.Json.Nodes;

namespace MatchSim.Cli.Reports;

/// <summary>
/// Writes a <see cref="Figure"/> as a plotly figure, <c>{"data":[…],"layout":{…}}</c>. The same figure gives the same
/// bytes; the text can stand inside a script element, since the encoder escapes &lt;, &gt;, &amp; and what is
/// beyond ASCII.
/// </summary>
internal static class FigureJson
{
    public static string Write(Figure figure)
    {
        var data = new JsonArray();
        foreach (LineTrace line in figure.Traces.OfType<LineTrace>())
        {
            if (line.Interval is { } interval)
                data.Add(Band(new BandTrace(line.Name, line.Series, line.X, interval)
                {
                    LegendGroup = line.LegendGroup,
                    InLegend = false,
                }));
        }

        foreach (BandTrace band in figure.Traces.OfType<BandTrace>())
            data.Add(Band(band));
        foreach (Trace trace in figure.Traces.Where(t => t is not BandTrace))
            data.Add(Draw(trace, figure));
        return new JsonObject { ["data"] = data, ["layout"] = FigureLayout.Of(figure) }.ToJsonString();
    }

    private static JsonObject Draw(Trace trace, Figure figure) => trace switch
    {
        LineTrace line => Line(line, figure.Y.Numbers),
        BarTrace bar => Bar(bar, bar.Orientation == Orientation.Vertical ? figure.Y.Numbers : figure.X.Numbers),
        MarkerTrace marker => Marker(marker, figure),
        _ => throw new ArgumentException($"No way to draw a {trace.GetType().Name}.", nameof(trace)),
    };

    private static JsonObject Line(LineTrace line, NumberStyle style)
    {
        JsonObject json = Start("scatter", line);
        json["mode"] = line.X.Length > 40 ? "lines" : "lines+markers";
        json["x"] = JsonValues.Numbers(line.X);
        json["y"] = JsonValues.Numbers(line.Y);
        json["line"] = new JsonObject
        {
            ["color"] = Palette.Colour(line.Series),
            ["width"] = 2.5,
            ["dash"] = line.Style switch { LineStyle.Dashed => "dash", LineStyle.Dotted => "dot", _ => "solid" },
        };
        json["marker"] = new JsonObject
        {
            ["color"] = Palette.Colour(line.Series), ["symbol"] = Palette.Shape(line.Series), ["size"] = 7,
        };
        Hover(json, line.Interval, style);
        return json;
    }

    /// <summary>One closed outline: along the low curve and back along the high one.</summary>
    private static JsonObject Band(BandTrace band)
    {
        JsonObject json = Start("scatter", band);
        json["mode"] = "lines";
        json["x"] = JsonValues.Numbers([.. band.X, .. band.X.Reverse()]);
        json["y"] = JsonValues.Numbers([.. band.Interval.Low, .. band.Interval.High.Reverse()]);
        json["fill"] = "toself";
        json["fillcolor"] = Palette.Translucent(band.Series, 0.18);
        json["line"] = new JsonObject { ["width"] = 0, ["color"] = Palette.Colour(band.Series) };
        json["hoverinfo"] = "skip";
        return json;
    }

    private static JsonObject Bar(BarTrace bar, NumberStyle style)
    {
        bool vertical = bar.Orientation == Orientation.Vertical;
        JsonObject json = Start("bar", bar);
        json["orientation"] = vertical ? "v" : "h";
        json[vertical ? "x" : "y"] = JsonValues.Texts(bar.Labels);
        json[vertical ? "y" : "x"] = JsonValues.Numbers([.. bar.Values.Select(v => v - bar.Base)]);
        if (bar.Base != 0)
            json["base"] = bar.Base;
        json["marker"] = new JsonObject
        {
            ["color"] = bar.Muted ? Palette.Pale(bar.Series) : Palette.Colour(bar.Series),
            ["line"] = new JsonObject { ["color"] = Palette.Colour(bar.Series), ["width"] = 1 },
        };
        if (bar.Texts.Length > 0)
        {
            json["text"] = JsonValues.Texts(bar.Texts);
            json["textposition"] = "outside";
            json["cliponaxis"] = false;
        }

        if (bar.Interval is { } interval)
            json[vertical ? "error_y" : "error_x"] = ErrorBars(bar.Values, interval, -1);
        HoverValue(json, bar.Values, bar.Interval, style);
        if (bar.HoverTexts.Length > 0)
        {
            json["hovertext"] = JsonValues.Texts(bar.HoverTexts);
            json["hovertemplate"] = "%{hovertext}";
        }

        return json;
    }

    private static JsonObject Marker(MarkerTrace marker, Figure figure)
    {
        JsonObject json = Start("scatter", marker);
        json["mode"] = marker.Texts.Length > 0 ? "markers+text" : "markers";
        json["x"] = JsonValues.Numbers(marker.X);
        json["y"] = JsonValues.Numbers(marker.Y);
        json["marker"] = new JsonObject
        {
            ["color"] = "#ffffff",
            ["symbol"] = Palette.Shape(marker.Series),
            ["size"] = 12,
            ["line"] = new JsonObject { ["color"] = Palette.Colour(marker.Series), ["width"] = 2.5 },
        };
        if (marker.Texts.Length > 0)
        {
            json["text"] = JsonValues.Texts(marker.Texts);
            json["textposition"] = "top center";
        }

        if (marker.Interval is { } interval)
            json["error_y"] = ErrorBars(marker.Y, interval, marker.Series);
        Hover(json, marker.Interval, figure.Y.Numbers);
        json["hovertemplate"] = $"{json["hovertemplate"]} at %{{x:{JsonValues.HoverFormat(figure.X.Numbers)}}}";
        return json;
    }

    private static JsonObject Start(string type, Trace trace) => new()
    {
        ["type"] = type,
        ["name"] = JsonValues.Text(trace.Name),
        ["legendgroup"] = trace.LegendGroup,
        ["showlegend"] = trace.InLegend,
    };

    private static JsonObject ErrorBars(double[] values, Interval interval, int series) => new()
    {
        ["type"] = "data",
        ["symmetric"] = false,
        ["array"] = JsonValues.Numbers([.. interval.High.Zip(values, (high, v) => high - v)]),
        ["arrayminus"] = JsonValues.Numbers([.. values.Zip(interval.Low, (v, low) => v - low)]),
        ["color"] = series < 0 ? "#333333" : Palette.Colour(series),
        ["thickness"] = 1.5,
        ["width"] = 5,
    };

    private static void Hover(JsonObject json, Interval? interval, NumberStyle style)
    {
        string format = JsonValues.HoverFormat(style);
        json["hovertemplate"] = interval is null
            ? $"%{{y:{format}}}"
            : $"%{{y:{format}}} (%{{customdata[0]:{format}}} – %{{customdata[1]:{format}}})";
        if (interval is not null)
            json["customdata"] = JsonValues.Rows(interval.Low, interval.High);
    }

    /// <summary>A bar's length is not its value when it starts at a base, so the value travels beside it.</summary>
    private static void HoverValue(JsonObject json, double[] values, Interval? interval, NumberStyle style)
    {
        string format = JsonValues.HoverFormat(style);
        json["customdata"] = interval is null
            ? JsonValues.Rows(values)
            : JsonValues.Rows(values, interval.Low, interval.High);
        json["hovertemplate"] = $"%{{customdata[0]:{format}}}"
            + (interval is null ? "" : $" (%{{customdata[1]:{format}}} – %{{customdata[2]:{format}}})");
    }
}
