using System.Reflection;

namespace MatchSim.Engine.Scenarios;

/// <summary>
/// What a scenario file may hold, read from the scenario records themselves: the file reader, the JSON Schema, the
/// parameter table and the parameter paths all follow it, so that none of them can disagree with the records.
/// </summary>
public static class ScenarioSchema
{
    /// <summary>The whole file, without <c>extends</c>: that is an instruction to the reader.</summary>
    public static RecordSchema Root { get; } = Describe(typeof(Scenario));

    /// <summary>Every number, text and choice that a scenario holds, with the dotted path under which files give it.
    /// List items count from 0.</summary>
    public static IEnumerable<ScenarioLeaf> Leaves(Scenario scenario) => Leaves("", Root, scenario);

    private static IEnumerable<ScenarioLeaf> Leaves(string prefix, RecordSchema schema, object record) =>
        from field in schema.Fields
        let value = field.Get(record)
        where value is not null
        from leaf in Leaves(prefix + field.Key, field, field.Value, value)
        select leaf;

    private static IEnumerable<ScenarioLeaf> Leaves(string path, FieldSchema field, ValueSchema schema, object value) =>
        schema.Kind switch
        {
            ValueKind.Record => Leaves(path + ".", schema.Record!, value),
            ValueKind.MapById or ValueKind.MapByChoice => schema.Entries(value)
                .SelectMany(entry => Leaves($"{path}.{entry.Key}", field, schema.Element!, entry.Value)),
            ValueKind.List => ((System.Collections.IEnumerable)value).Cast<object>()
                .SelectMany((item, i) => Leaves($"{path}.{i}", field, schema.Element!, item)),
            _ => [new ScenarioLeaf(path, field, schema, value)],
        };

    private static RecordSchema Describe(Type type)
    {
        object defaults = Activator.CreateInstance(type)!;
        var fields =
            from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            let parameter = property.GetCustomAttribute<ParameterAttribute>()
            where parameter is not null
            select new FieldSchema(
                NameCase.Snake(property.Name), DescribeValue(property.PropertyType), parameter, property, property.GetValue(defaults));
        return new RecordSchema(type, [.. fields]);
    }

    private static ValueSchema DescribeValue(Type declared)
    {
        Type type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type == typeof(string))
            return new(ValueKind.Text, type);
        if (type == typeof(int) || type == typeof(ulong))
            return new(ValueKind.WholeNumber, type);
        if (type == typeof(double))
            return new(ValueKind.Number, type);
        if (type.IsEnum)
            return new(ValueKind.Choice, type) { Choices = Words(type) };
        if (!type.IsGenericType)
            return new(ValueKind.Record, type) { Record = Describe(type) };

        Type[] arguments = type.GetGenericArguments();
        var element = DescribeValue(arguments[^1]);
        if (arguments.Length == 1)
            return new(ValueKind.List, type) { Element = element };
        return arguments[0].IsEnum
            ? new(ValueKind.MapByChoice, type) { Element = element, Choices = Words(arguments[0]) }
            : new(ValueKind.MapById, type) { Element = element };
    }

    private static string[] Words(Type type) => [.. Enum.GetNames(type).Select(NameCase.Kebab)];
}

/// <summary>One number, text or choice of a scenario.</summary>
/// <param name="Path">Dotted path.</param>
/// <param name="Field">The parameter it belongs to; of a map or list, the parameter that holds the whole.</param>
/// <param name="Schema">Shape of the value.</param>
/// <param name="Value">The value.</param>
public sealed record ScenarioLeaf(string Path, FieldSchema Field, ValueSchema Schema, object Value);
