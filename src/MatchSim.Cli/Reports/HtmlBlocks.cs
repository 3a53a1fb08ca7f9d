using System.Text;

namespace MatchSim.Cli.Reports;

/// <summary>Writes the blocks of a section.</summary>
internal static class HtmlBlocks
{
    public static void Write(StringBuilder html, Block block)
    {
        switch (block)
        {
            case Paragraph paragraph: Element(html, "<p>", paragraph.Text, "</p>\n"); break;
            case Callout callout: Element(html, "<p class=\"callout\" role=\"note\">", callout.Text, "</p>\n"); break;
            case BulletList list: Bullets(html, list); break;
            case KeyNumbers numbers: Numbers(html, numbers); break;
            case Table table: TableOf(html, table); break;
            case Chart chart: ChartOf(html, chart.Figure); break;
            case Details details: DetailsOf(html, details); break;
            default: throw new ArgumentException($"No way to write a {block.GetType().Name}.", nameof(block));
        }
    }

    private static void Element(StringBuilder html, string open, string text, string close) =>
        html.Append(open).Append(HtmlWriter.Text(text)).Append(close);

    private static void Bullets(StringBuilder html, BulletList list)
    {
        html.Append("<ul>\n");
        foreach (string item in list.Items)
            Element(html, "<li>", item, "</li>\n");
        html.Append("</ul>\n");
    }

    private static void Numbers(StringBuilder html, KeyNumbers numbers)
    {
        html.Append("<dl class=\"key\">\n");
        foreach (KeyNumber number in numbers.Items)
        {
            Element(html, "<div><dt>", number.Label, "</dt>");
            Element(html, "<dd>", number.Value, "</dd>");
            if (number.Detail.Length > 0)
                Element(html, "<dd class=\"detail\">", number.Detail, "</dd>");
            html.Append("</div>\n");
        }

        html.Append("</dl>\n");
    }

    private static void TableOf(StringBuilder html, Table table)
    {
        if (table.Rows.FirstOrDefault(r => r.Count != table.Columns.Count) is { } odd)
            throw new ArgumentException(
                $"A row of the table \"{table.Caption}\" has {odd.Count} cells for {table.Columns.Count} columns.",
                nameof(table));
        html.Append("<div class=\"table\"><table>\n");
        Element(html, "<caption>", table.Caption, "</caption>\n<thead><tr>");
        foreach (Column column in table.Columns)
            Element(html, $"<th scope=\"col\"{Class(column)}>", column.Header, "</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (IReadOnlyList<string> row in table.Rows)
        {
            Element(html, "<tr><th scope=\"row\">", row[0], "</th>");
            for (int c = 1; c < row.Count; c++)
                Element(html, $"<td{Class(table.Columns[c])}>", row[c], "</td>");
            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n</table></div>\n");
    }

    private static string Class(Column column) => column.Align == Align.Number ? " class=\"number\"" : "";

    private static void ChartOf(StringBuilder html, Figure figure)
    {
        string id = HtmlWriter.Text(figure.Id);
        html.Append($"<figure>\n<h3 id=\"title-{id}\">").Append(HtmlWriter.Text(figure.Title)).Append("</h3>\n")
            .Append($"<div class=\"chart\" id=\"{id}\" data-title=\"").Append(HtmlWriter.Text(figure.Title))
            .Append($"\" style=\"min-height:{figure.Height}px\" role=\"img\" aria-labelledby=\"title-{id}\"></div>\n")
            .Append("<noscript><p class=\"callout\">This chart needs JavaScript; the tables do not.</p></noscript>\n");
        if (figure.Caption.Length > 0)
            Element(html, "<figcaption>", figure.Caption, "</figcaption>\n");
        html.Append("</figure>\n");
    }

    private static void DetailsOf(StringBuilder html, Details details)
    {
        Element(html, "<details>\n<summary>", details.Summary, "</summary>\n");
        foreach (Block block in details.Blocks)
            Write(html, block);
        html.Append("</details>\n");
    }
}
