using System.Text.Json.Nodes;

namespace MatchSim.Cli.Reports;

/// <summary>The frame of a figure in plotly's terms: axes, legend, reference lines and their labels.</summary>
internal static class FigureLayout
{
    private const string Ink = "#1f2933";
    private const string Grid = "#e4e7eb";

    /// <summary>Labels of neighbouring vertical lines stand on this many rows, so that they do not overlap.</summary>
    private const int LabelRows = 3;

    private const int RowHeight = 16;

    /// <summary>Room for plotly's buttons, which stand above the labels of vertical lines.</summary>
    private const int BelowButtons = 34;

    public static JsonObject Of(Figure figure)
    {
        ReferenceLine[] vertical = Lines(figure, Orientation.Vertical);
        bool horizontalBars = figure.Traces.Any(t => t is BarTrace { Orientation: Orientation.Horizontal });
        bool bars = figure.Traces.Any(t => t is BarTrace);
        return new JsonObject
        {
            ["height"] = figure.Height,
            ["margin"] = new JsonObject
            {
                ["t"] = (vertical.Length > 0 ? BelowButtons : 16) + (RowHeight * Math.Min(vertical.Length, LabelRows)),
                ["r"] = 24, ["b"] = 56, ["l"] = 64,
            },
            ["font"] = new JsonObject { ["family"] = "system-ui, sans-serif", ["size"] = 13, ["color"] = Ink },
            ["paper_bgcolor"] = "#ffffff",
            ["plot_bgcolor"] = "#ffffff",
            ["hovermode"] = bars ? "closest" : "x unified",
            ["hoverdistance"] = 30,
            ["barmode"] = figure.Bars == BarLayout.Grouped ? "group" : "overlay",
            ["bargap"] = 0.28,
            ["bargroupgap"] = 0.06,
            ["showlegend"] = figure.Traces.Count > 1,
            ["legend"] = Legend(),
            ["xaxis"] = AxisOf(figure.X, categories: bars && !horizontalBars, reversed: false),
            ["yaxis"] = AxisOf(figure.Y, categories: horizontalBars, reversed: horizontalBars),
            ["shapes"] = new JsonArray([.. figure.ReferenceLines.Select(Shape)]),
            ["annotations"] = new JsonArray(
            [
                .. vertical.Select(VerticalLabel),
                .. Lines(figure, Orientation.Horizontal).Select(HorizontalLabel),
                .. figure.Notes.Select(Pinned),
            ]),
        };
    }

    private static ReferenceLine[] Lines(Figure figure, Orientation orientation) =>
        [.. figure.ReferenceLines.Where(l => l.Orientation == orientation).OrderBy(l => l.Value)];

    private static JsonObject Legend() => new()
    {
        ["orientation"] = "h", ["x"] = 0, ["xanchor"] = "left", ["y"] = 0, ["yanchor"] = "bottom",
        ["yref"] = "container",
    };

    private static JsonObject AxisOf(Axis axis, bool categories, bool reversed)
    {
        var json = new JsonObject
        {
            ["title"] = new JsonObject { ["text"] = JsonValues.Text(axis.FullTitle), ["standoff"] = 12 },
            ["automargin"] = true,
            ["gridcolor"] = Grid,
            ["zerolinecolor"] = Grid,
            ["linecolor"] = "#9aa5b1",
            ["showline"] = true,
            ["ticks"] = categories ? "" : "outside",
            ["tickcolor"] = "#9aa5b1",
        };
        if (categories)
        {
            json["type"] = "category";
            json["showgrid"] = false;
        }
        else
        {
            string format = JsonValues.HoverFormat(axis.Numbers);
            json["unifiedhovertitle"] = new JsonObject
            {
                ["text"] = $"<b>{JsonValues.Text(axis.Title)}: %{{x:{format}}}</b>",
            };
            json["tickformat"] = JsonValues.TickFormat(axis.Numbers);
        }

        if (axis.Min is not null || axis.Max is not null)
            json["range"] = new JsonArray(axis.Min, axis.Max);
        if (reversed)
            json["autorange"] = "reversed";
        return json;
    }

    private static JsonObject Shape(ReferenceLine line)
    {
        bool vertical = line.Orientation == Orientation.Vertical;
        return new JsonObject
        {
            ["type"] = "line",
            ["layer"] = "below",
            ["xref"] = vertical ? "x" : "paper",
            ["yref"] = vertical ? "paper" : "y",
            ["x0"] = vertical ? line.Value : 0,
            ["x1"] = vertical ? line.Value : 1,
            ["y0"] = vertical ? 0 : line.Value,
            ["y1"] = vertical ? 1 : line.Value,
            ["line"] = new JsonObject
            {
                ["color"] = Palette.Colour(line.Series), ["width"] = 1.5, ["dash"] = "dot",
            },
        };
    }

    private static JsonObject VerticalLabel(ReferenceLine line, int order)
    {
        JsonObject json = Label(line);
        json["xref"] = "x";
        json["x"] = line.Value;
        json["yref"] = "paper";
        json["y"] = 1;
        json["yanchor"] = "bottom";
        json["yshift"] = RowHeight * (order % LabelRows);
        return json;
    }

    private static JsonObject HorizontalLabel(ReferenceLine line)
    {
        JsonObject json = Label(line);
        json["xref"] = "paper";
        json["x"] = 1;
        json["xanchor"] = "right";
        json["yref"] = "y";
        json["y"] = line.Value;
        json["yanchor"] = "bottom";
        return json;
    }

    private static JsonObject Label(ReferenceLine line) => new()
    {
        ["text"] = JsonValues.Text(line.Label),
        ["showarrow"] = false,
        ["font"] = new JsonObject { ["size"] = 12, ["color"] = Palette.Colour(line.Series) },
    };

    private static JsonObject Pinned(Note note) => new()
    {
        ["text"] = JsonValues.Text(note.Text),
        ["x"] = note.X,
        ["y"] = note.Y,
        ["showarrow"] = true,
        ["arrowhead"] = 2,
        ["arrowcolor"] = "#616e7c",
        ["ax"] = 32,
        ["ay"] = -32,
        ["bgcolor"] = "rgba(255,255,255,0.85)",
    };
}
