using System.Globalization;
using System.Text.RegularExpressions;
using MatchSim.Cli.Shell;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Cli.Files;

/// <summary>Nodes of a scenario file → the scenario, following the schema. What cannot be bound becomes a mistake and
/// keeps its default, so that the rest can be checked too.</summary>
internal sealed partial class ScenarioBinder(MistakeList mistakes)
{
    private readonly Dictionary<string, SourceNode> places = new(StringComparer.Ordinal);
    private readonly HashSet<string> spoiled = new(StringComparer.Ordinal);

    public Scenario Bind(SourceMap root) => (Scenario)Record(ScenarioSchema.Root, root, "");

    /// <summary>Adds a problem of the bound scenario as a mistake at the line it is about, unless a parameter it
    /// speaks of could not be read in the first place.</summary>
    public void Add(ScenarioProblem problem)
    {
        if (problem.Uses.Append(problem.Path).Any(IsSpoiled))
            return;
        string path = problem.Path;
        SourceNode? place;
        while (!places.TryGetValue(path, out place))
            path = Above(path);
        mistakes.Add(problem.Found, problem.Allowed, place.File, place.Line);
    }

    /// <summary>The value itself, a part of it, or a group around it could not be read.</summary>
    private bool IsSpoiled(string path) =>
        spoiled.Any(wrong => wrong.StartsWith(path + ".", StringComparison.Ordinal)) || IsWithinSpoiled(path);

    private bool IsWithinSpoiled(string path) => spoiled.Contains(path) || (path.Length > 0 && IsWithinSpoiled(Above(path)));

    private static string Above(string path) => path[..Math.Max(0, path.LastIndexOf('.'))];

    private object Record(RecordSchema schema, SourceNode node, string path)
    {
        places[path] = node;
        object record = schema.Default();
        if (node is not SourceMap map)
        {
            Wrong(node, path, "keys and values: " + Say.OneOf([.. schema.Fields.Select(field => field.Key)]));
            return record;
        }

        var values = new Dictionary<FieldSchema, object>();
        foreach (var entry in map.Entries)
        {
            if (schema.Find(entry.Key) is not { } field)
                mistakes.Add($"unknown key {Say.Quote(Join(path, entry.Key))}", KeysOf(schema, entry.Key, path), entry.Value.File, entry.Line);
            else if (Value(field, field.Value, entry.Value, Join(path, entry.Key)) is { } value)
                values.Add(field, value);
        }

        foreach (var field in schema.Fields.Where(field => field.Parameter.Required && map.Find(field.Key) is null))
        {
            spoiled.Add(Join(path, field.Key));
            mistakes.Add($"no {Join(path, field.Key)}", "a value, which is required: " + field.Parameter.Meaning.TrimEnd('.'), node.File, node.Line);
        }

        record = schema.With(record, values);
        return record is SweepParameter parameter ? parameter with { Written = WrittenValues(map) } : record;
    }

    private object? Value(FieldSchema field, ValueSchema schema, SourceNode node, string path)
    {
        places[path] = node;
        if (node is SourceScalar { IsEmpty: true })
            return Wrong(node, path, Describe(field, schema) + "; or no such key");
        return schema.Kind switch
        {
            ValueKind.Record => Record(schema.Record!, node, path),
            ValueKind.MapById or ValueKind.MapByChoice => Map(field, schema, node, path),
            ValueKind.List => List(field, schema, node, path),
            _ => (node is SourceScalar scalar ? Scalar(schema, scalar) : null) ?? Wrong(node, path, Describe(field, schema)),
        };
    }

    private object? Map(FieldSchema field, ValueSchema schema, SourceNode node, string path)
    {
        if (node is not SourceMap map)
            return Wrong(node, path, Describe(field, schema));
        var entries = new List<KeyValuePair<object, object>>();
        foreach (var entry in map.Entries)
        {
            string at = Join(path, entry.Key);
            if (schema.FindKey(entry.Key) is not { } key)
                mistakes.Add($"unknown key {Say.Quote(at)}", Say.OneOf(schema.Choices, entry.Key), entry.Value.File, entry.Line);
            else if (Value(field, schema.Element!, entry.Value, at) is { } value)
                entries.Add(new(key, value));
        }

        return schema.MakeMap(entries);
    }

    private object? List(FieldSchema field, ValueSchema schema, SourceNode node, string path)
    {
        if (node is not SourceList list)
            return Wrong(node, path, Describe(field, schema));
        var items = list.Items.Select((item, i) => Value(field, schema.Element!, item, $"{path}.{i}")).ToList();
        return schema.MakeList([.. items.OfType<object>()]);
    }

    private static object? Scalar(ValueSchema schema, SourceScalar scalar) => schema.Kind switch
    {
        ValueKind.Text => scalar.Text,
        ValueKind.Choice => schema.FindChoice(scalar.Text),
        _ when scalar.Quoted => null,
        ValueKind.WholeNumber => Whole(schema.Type, scalar.Text),
        _ => Number().IsMatch(scalar.Text)
            && double.Parse(scalar.Text, CultureInfo.InvariantCulture) is var number && double.IsFinite(number) ? number : null,
    };

    private static object? Whole(Type type, string text)
    {
        if (!WholeNumber().IsMatch(text))
            return null;
        if (type == typeof(ulong))
            return ulong.TryParse(text, CultureInfo.InvariantCulture, out ulong large) ? large : null;
        return int.TryParse(text, CultureInfo.InvariantCulture, out int number) ? number : null;
    }

    private object? Wrong(SourceNode node, string path, string allowed)
    {
        spoiled.Add(path);
        string found = node switch
        {
            SourceScalar { IsEmpty: true } => "nothing",
            SourceScalar { Quoted: true } text => $"the text {Say.Quote(text.Text)}",
            SourceScalar word => Say.Quote(word.Text),
            SourceList => "a list",
            _ => "keys and values",
        };
        mistakes.Add($"{found} as {path}", allowed, node.File, node.Line);
        return null;
    }

    private static string Describe(FieldSchema field, ValueSchema schema) => schema.Kind switch
    {
        ValueKind.Text => "a text",
        ValueKind.WholeNumber => $"a whole number, {field.RangeText}",
        ValueKind.Number => $"a number, {field.RangeText}",
        ValueKind.Choice => Say.OneOf(schema.Choices),
        ValueKind.List => $"a list in square brackets or of lines with a hyphen, each {Describe(field, schema.Element!)}",
        ValueKind.MapByChoice => $"keys and values: {Say.OneOf(schema.Choices)}",
        _ => "keys and values",
    };

    /// <summary>The keys there are, led to the one that was probably meant; a key that belongs to another place says so.</summary>
    private static string KeysOf(RecordSchema schema, string key, string path)
    {
        string[] keys = [.. schema.Fields.Select(field => field.Key)];
        return Say.OneOf(path.Length == 0 ? [.. keys, "extends"] : keys, key);
    }

    private static IReadOnlyList<string> WrittenValues(SourceMap map) =>
        map.Find("values")?.Value is SourceList list ? [.. list.Items.OfType<SourceScalar>().Select(item => item.Text)] : [];

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";

    [GeneratedRegex(@"^[-+]?[0-9]+\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"^[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
