using System.Text.RegularExpressions;
using MatchSim.Cli.Reports;

namespace MatchSim.Cli.Tests.Reports;

public sealed partial class HtmlWriterTests
{
    [Fact]
    public void Titles_and_cells_can_not_break_out()
    {
        const string Evil = "</script></title><script>alert('x')</script>\"";
        Figure figure = SamplePage.Curve with { Title = Evil, Caption = Evil, Y = new Axis(Evil) };
        var page = new HtmlPage(Evil)
        {
            Lead = Evil,
            Sections = [new Section(Evil, new Chart(figure), new Table(Evil, [new Column(Evil)], [[Evil]]))],
            Footer = [Evil],
        };

        string html = WithoutPlotly(HtmlWriter.Write(page));

        Assert.DoesNotContain("alert('x')", html, StringComparison.Ordinal);
        Assert.Equal(Count(WithoutPlotly(HtmlWriter.Write(SamplePage.Page)), "</title>"), Count(html, "</title>"));
        Assert.Equal(3, Count(html, "</script>"));
    }

    [Fact]
    public void The_embedded_library_can_not_end_its_script()
    {
        string html = HtmlWriter.Write(SamplePage.Page);
        Assert.Equal(Count(html, "<script"), Count(html, "</script"));
        Assert.Equal(4 + 2, Count(html, "</script"));
    }

    [Fact]
    public void A_page_without_charts_carries_no_script()
    {
        string html = HtmlWriter.Write(
            new HtmlPage("Words") { Sections = [new Section("Only", new Paragraph("text"))] });
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.InRange(html.Length, 1000, 20_000);
    }

    [Fact]
    public void Nothing_is_loaded_from_elsewhere()
    {
        string html = WithoutPlotly(HtmlWriter.Write(SamplePage.Page));
        Assert.DoesNotMatch(Loads(), html);
        Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_page_gives_the_same_bytes() =>
        Assert.Equal(HtmlWriter.Write(SamplePage.Page), HtmlWriter.Write(SamplePage.Page));

    [Fact]
    public void Two_charts_with_one_name_are_refused()
    {
        var page = new HtmlPage("Twice")
        {
            Sections = [new Section("a", new Chart(SamplePage.Curve), new Details("b", new Chart(SamplePage.Curve)))],
        };
        Assert.Contains("\"curve\"", Assert.Throws<ArgumentException>(() => HtmlWriter.Write(page)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_of_the_wrong_length_is_refused()
    {
        var table = new Table("t", [new Column("c")], [["1", "2"]]);
        var page = new HtmlPage("Table") { Sections = [new Section("a", table)] };
        Assert.Throws<ArgumentException>(() => HtmlWriter.Write(page));
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    /// <summary>Cuts the library out: the largest script.</summary>
    private static string WithoutPlotly(string html)
    {
        int start = html.IndexOf("plotly.js (basic", StringComparison.Ordinal);
        return html.Remove(start, html.IndexOf("</script>", start, StringComparison.Ordinal) - start);
    }

    [GeneratedRegex("(src|href)\\s*=\\s*\"(https?:|//)|@import|url\\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Loads();
}
