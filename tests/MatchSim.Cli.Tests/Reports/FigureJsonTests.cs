using System.Text.Json;
using MatchSim.Cli.Reports;

namespace MatchSim.Cli.Tests.Reports;

public sealed class FigureJsonTests
{
    [Fact]
    public void A_curve_is_bands_below_lines_below_markers()
    {
        JsonElement[] traces = Data(SamplePage.Curve);

        Assert.Equal(SamplePage.CurveTraces, traces.Length);
        Assert.All(traces[..4], t => Assert.Equal("toself", t.GetProperty("fill").GetString()));
        Assert.Equal("lines+markers", traces[4].GetProperty("mode").GetString());
        Assert.Equal("markers", traces[8].GetProperty("mode").GetString());
        Assert.Equal(
            traces[0].GetProperty("legendgroup").GetString(), traces[4].GetProperty("legendgroup").GetString());
    }

    [Fact]
    public void Axis_titles_carry_their_unit()
    {
        JsonElement layout = JsonDocument.Parse(FigureJson.Write(SamplePage.Curve)).RootElement.GetProperty("layout");
        Assert.Equal(
            "Match rate (% of active applicants)",
            layout.GetProperty("yaxis").GetProperty("title").GetProperty("text").GetString());
        Assert.Equal(3, layout.GetProperty("shapes").GetArrayLength());
        Assert.Equal(3, layout.GetProperty("annotations").GetArrayLength());
    }

    [Fact]
    public void Error_bars_are_distances_from_the_value()
    {
        JsonElement error = Data(SamplePage.Bars)[0].GetProperty("error_y");
        Assert.Equal(0.01, error.GetProperty("array")[0].GetDouble(), 12);
        Assert.Equal(0.02, error.GetProperty("arrayminus")[2].GetDouble(), 12);
    }

    [Fact]
    public void Bars_of_a_tornado_start_at_the_baseline()
    {
        JsonElement bar = Data(SamplePage.Tornado)[0];
        Assert.Equal(0.58, bar.GetProperty("base").GetDouble());
        Assert.Equal(-0.08, bar.GetProperty("x")[0].GetDouble(), 12);
        Assert.Equal(0.5, bar.GetProperty("customdata")[0][0].GetDouble());
    }

    [Fact]
    public void Text_from_a_file_can_neither_end_the_script_nor_be_markup()
    {
        Figure figure = SamplePage.Curve with
        {
            X = new Axis("</script><script>alert(1)</script>"),
            Traces = [new LineTrace("<b>a</b> & b", 0, [1], [2])],
        };

        string json = FigureJson.Write(figure);

        Assert.DoesNotContain('<', json);
        Assert.Equal("&lt;b&gt;a&lt;/b&gt; &amp; b", Data(figure)[0].GetProperty("name").GetString());
    }

    [Fact]
    public void What_is_not_finite_is_a_gap()
    {
        Figure figure = SamplePage.Curve with
        {
            Traces = [new LineTrace("a", 0, [1, 2, 3], [double.NaN, 0.5, double.PositiveInfinity])],
        };
        Assert.Equal("[null,0.5,null]", Data(figure)[0].GetProperty("y").GetRawText());
    }

    [Property]
    public bool Numbers_survive_the_round_trip(double value)
    {
        var figure = new Figure("f", "f", new Axis("x"), new Axis("y"))
        {
            Traces = [new MarkerTrace("a", 0, [value], [0])],
        };
        JsonElement written = Data(figure)[0].GetProperty("x")[0];
        return double.IsFinite(value) ? written.GetDouble() == value : written.ValueKind == JsonValueKind.Null;
    }

    [Fact]
    public void The_same_figure_gives_the_same_bytes()
    {
        Assert.Equal(FigureJson.Write(SamplePage.Curve), FigureJson.Write(SamplePage.Curve));
        Assert.All(FigureJson.Write(SamplePage.Curve), c => Assert.True(char.IsAscii(c)));
    }

    private static JsonElement[] Data(Figure figure) =>
        [.. JsonDocument.Parse(FigureJson.Write(figure)).RootElement.GetProperty("data").EnumerateArray()];
}
