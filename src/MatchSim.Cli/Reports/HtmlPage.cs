namespace MatchSim.Cli.Reports;

/// <summary>
/// A report as pure data; <see cref="HtmlWriter"/> makes one self-contained file of it. All text is plain text: it is
/// escaped when written.
/// </summary>
/// <param name="Title">Heading and browser title.</param>
internal sealed record HtmlPage(string Title)
{
    /// <summary>The answer in a sentence or two, below the title.</summary>
    public string Lead { get; init; } = "";

    public IReadOnlyList<Section> Sections { get; init; } = [];

    /// <summary>Paragraphs at the end: how to cite, sources, non-affiliation.</summary>
    public IReadOnlyList<string> Footer { get; init; } = [];

    /// <summary>All charts of the page, in reading order.</summary>
    public IEnumerable<Figure> Figures => Sections.SelectMany(section => In(section.Blocks));

    private static IEnumerable<Figure> In(IEnumerable<Block> blocks) => blocks.SelectMany(block => block switch
    {
        Chart chart => [chart.Figure],
        Details details => In(details.Blocks),
        _ => Enumerable.Empty<Figure>(),
    });
}

/// <summary>A heading and what stands below it.</summary>
internal sealed record Section(string Heading, params IReadOnlyList<Block> Blocks);

/// <summary>One piece of a section.</summary>
internal abstract record Block;

/// <summary>A paragraph of running text.</summary>
internal sealed record Paragraph(string Text) : Block;

/// <summary>Something the reader must not miss: an assumption, a limit of the result.</summary>
internal sealed record Callout(string Text) : Block;

/// <summary>A list with bullets.</summary>
internal sealed record BulletList(params IReadOnlyList<string> Items) : Block;

/// <summary>A few headline numbers side by side.</summary>
internal sealed record KeyNumbers(params IReadOnlyList<KeyNumber> Items) : Block;

/// <summary>One headline number.</summary>
/// <param name="Value">As printed, with its unit.</param>
/// <param name="Detail">Interval, published value or source, in small print.</param>
internal sealed record KeyNumber(string Label, string Value, string Detail = "");

/// <summary>A table; the first column heads its row.</summary>
/// <param name="Rows">[row][column] cells as printed; every row as long as <paramref name="Columns"/>.</param>
internal sealed record Table(
    string Caption, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : Block;

/// <summary>A column of a table.</summary>
internal sealed record Column(string Header, Align Align = Align.Text);

/// <summary>How cells stand: text to the left, numbers to the right with digits of equal width.</summary>
internal enum Align
{
    Text,
    Number,
}

/// <summary>A chart that can be zoomed, hovered and saved.</summary>
internal sealed record Chart(Figure Figure) : Block;

/// <summary>Blocks the reader opens on demand; open when printed.</summary>
internal sealed record Details(string Summary, params IReadOnlyList<Block> Blocks) : Block;
