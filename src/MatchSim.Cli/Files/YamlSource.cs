using MatchSim.Cli.Shell;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace MatchSim.Cli.Files;

/// <summary>
/// YAML text → nodes with their lines. From YamlDotNet's events rather than its document model, which gives up at the
/// first repeated key; here all repeated keys are reported.
/// </summary>
/// <remarks>Plain YAML only: one document, no anchors, aliases or tags, keys are words.</remarks>
internal sealed class YamlSource
{
    /// <summary>Scenario files are four levels deep; this only keeps a hostile file from filling the stack.</summary>
    private const int Deepest = 50;

    private readonly string file;
    private readonly MistakeList mistakes;
    private readonly Parser parser;

    private YamlSource(string file, string text, MistakeList mistakes)
    {
        this.file = file;
        this.mistakes = mistakes;
        parser = new Parser(new StringReader(text));
    }

    /// <summary>The file's top map, or <c>null</c> and mistakes.</summary>
    public static SourceMap? Read(string file, string text, MistakeList mistakes)
    {
        const string Allowed = "YAML: keys and values, indented by spaces";
        var source = new YamlSource(file, text, mistakes);
        try
        {
            return source.Document();
        }
        catch (YamlException error)
        {
            mistakes.Add($"text that is not YAML ({Brief(error.Message)})", Allowed, file, (int)error.Start.Line);
        }
        catch (InvalidOperationException)
        {
            // What the library's scanner throws on some broken files, such as a list that is never closed.
            mistakes.Add(
                "text that is not YAML (the last thing that could be read is in this line)", Allowed, file,
                source.parser.Current is { } last ? Line(last) : 0);
        }

        return null;
    }

    private SourceMap? Document()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
            return Refuse("an empty file", 0);
        parser.Consume<DocumentStart>();
        int line = Line(parser.Current!);
        SourceNode? root = Node(0);
        parser.Consume<DocumentEnd>();
        if (!parser.Accept<StreamEnd>(out _))
            mistakes.Add("a second YAML document", "one document", file, Line(parser.Current!));
        return root is null or SourceMap ? (SourceMap?)root : Refuse("no keys", line);
    }

    private SourceMap? Refuse(string found, int line)
    {
        mistakes.Add(found, "a scenario: keys and values", file, line);
        return null;
    }

    private SourceNode? Node(int depth)
    {
        ParsingEvent start = parser.Current!;
        int line = Line(start);
        if (depth > Deepest)
            throw new YamlException(start.Start, start.End, $"more than {Deepest} levels");
        if (start is AnchorAlias || start is NodeEvent { Anchor.IsEmpty: false } or NodeEvent { Tag.IsEmpty: false })
            mistakes.Add("a YAML anchor, alias or tag", "plain values; a base file can be named by extends", file, line);
        if (parser.TryConsume<AnchorAlias>(out _))
            return null;
        if (parser.TryConsume<Scalar>(out var scalar))
            return new SourceScalar(file, line, scalar.Value, scalar.Style != ScalarStyle.Plain);
        return parser.TryConsume<SequenceStart>(out _) ? List(line, depth) : Map(line, depth);
    }

    private SourceList List(int line, int depth)
    {
        var items = new List<SourceNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            if (Node(depth + 1) is { } item)
                items.Add(item);
        }

        return new SourceList(file, line, items);
    }

    private SourceMap Map(int line, int depth)
    {
        parser.Consume<MappingStart>();
        var entries = new Dictionary<string, SourceEntry>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            SourceNode? key = Node(depth + 1);
            SourceNode? value = Node(depth + 1);
            if (key is not null && value is not null)
                Add(entries, key, value);
        }

        return new SourceMap(file, line, [.. entries.Values]);
    }

    private void Add(Dictionary<string, SourceEntry> entries, SourceNode key, SourceNode value)
    {
        if (key is not SourceScalar word)
        {
            mistakes.Add("a key that is a map or a list", "a word", file, key.Line);
            return;
        }

        SourceNode placed = value is SourceScalar ? value : value with { Line = key.Line };
        if (!entries.TryAdd(word.Text, new SourceEntry(word.Text, key.Line, placed)))
            mistakes.Add($"key {Say.Quote(word.Text)} a second time (first in line {entries[word.Text].Line})", "each key once", file, key.Line);
    }

    private static int Line(ParsingEvent at) => (int)at.Start.Line;

    /// <summary>YamlDotNet's reason, without the positions it puts before it.</summary>
    private static string Brief(string message) => message[(message.LastIndexOf("): ", StringComparison.Ordinal) is var i and >= 0 ? i + 3 : 0)..].TrimEnd('.');
}
