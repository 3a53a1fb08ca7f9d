using System.Net;
using System.Text;

namespace MatchSim.Cli.Reports;

/// <summary>
/// Writes an <see cref="HtmlPage"/> as one file that is readable offline: style, script and plotly.js stand inside, and
/// a content security policy forbids the page every request.
/// </summary>
internal static class HtmlWriter
{
    private const string Policy =
        "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:";

    public static string Write(HtmlPage page)
    {
        Figure[] figures = [.. page.Figures];
        if (figures.GroupBy(f => f.Id, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ArgumentException($"Two figures are called \"{twice.Key}\".", nameof(page));
        var html = new StringBuilder();
        Head(html, page);
        html.Append("<body>\n<header>\n<h1>").Append(Text(page.Title)).Append("</h1>\n");
        if (page.Lead.Length > 0)
            html.Append("<p class=\"lead\">").Append(Text(page.Lead)).Append("</p>\n");
        Contents(html, page.Sections);
        html.Append("</header>\n<main>\n");
        for (int i = 0; i < page.Sections.Count; i++)
            Section(html, page.Sections[i], i + 1);
        html.Append("</main>\n<footer>\n");
        foreach (string paragraph in page.Footer)
            html.Append("<p>").Append(Text(paragraph)).Append("</p>\n");
        html.Append("</footer>\n");
        Scripts(html, figures);
        return html.Append("</body>\n</html>\n").ToString();
    }

    private static void Head(StringBuilder html, HtmlPage page) => html
        .Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"").Append(Policy).Append("\">\n")
        .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .Append("<link rel=\"icon\" href=\"data:,\">\n")
        .Append("<title>").Append(Text(page.Title)).Append("</title>\n")
        .Append("<style>\n").Append(Asset("report.css")).Append("</style>\n</head>\n");

    private static void Contents(StringBuilder html, IReadOnlyList<Section> sections)
    {
        if (sections.Count < 2)
            return;
        html.Append("<nav aria-label=\"Contents\">\n");
        for (int i = 0; i < sections.Count; i++)
            html.Append($"<a href=\"#s{i + 1}\">").Append(Text(sections[i].Heading)).Append("</a>\n");
        html.Append("</nav>\n");
    }

    private static void Section(StringBuilder html, Section section, int number)
    {
        html.Append($"<section id=\"s{number}\">\n<h2>").Append(Text(section.Heading)).Append("</h2>\n");
        foreach (Block block in section.Blocks)
            HtmlBlocks.Write(html, block);
        html.Append("</section>\n");
    }

    private static void Scripts(StringBuilder html, Figure[] figures)
    {
        if (figures.Length == 0)
            return;
        foreach (Figure figure in figures)
        {
            html.Append("<script type=\"application/json\" id=\"data-").Append(Text(figure.Id)).Append("\">")
                .Append(FigureJson.Write(figure)).Append("</script>\n");
        }

        html.Append("<script>\n").Append(Asset("plotly.js")).Append("\n</script>\n")
            .Append("<script>\n").Append(Asset("report.js")).Append("</script>\n");
    }

    internal static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Asset(string name)
    {
        using Stream stream = typeof(HtmlWriter).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program was built without its resource {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
