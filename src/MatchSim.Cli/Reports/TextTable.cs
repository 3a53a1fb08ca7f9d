using Spectre.Console;

namespace MatchSim.Cli.Reports;

/// <summary>Prints a table of a report as plain text, aligned and no wider than asked for.</summary>
internal static class TextTable
{
    public static void Write(TextWriter writer, Table table, int width)
    {
        var drawn = new Spectre.Console.Table { Border = TableBorder.Simple, UseSafeBorder = false };
        foreach (Column column in table.Columns)
        {
            drawn.AddColumn(new TableColumn(new Text(column.Header))
            {
                Alignment = column.Align == Align.Number ? Justify.Right : Justify.Left,
            });
        }

        foreach (IReadOnlyList<string> row in table.Rows)
            drawn.AddRow(row.Select(cell => new Text(cell)));

        var text = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        console.Write(new Text(table.Caption));
        console.WriteLine();
        console.Write(drawn);
        foreach (string line in text.ToString().TrimEnd().Split('\n'))
            writer.Write(line.TrimEnd() + "\n");
        writer.Write('\n');
    }
}
