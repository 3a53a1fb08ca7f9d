using System.Reflection;

namespace MatchSim.Engine.Scenarios;

/// <summary>The fields of one scenario record, in the order of its declaration.</summary>
public sealed class RecordSchema
{
    private readonly MethodInfo clone;

    internal RecordSchema(Type type, IReadOnlyList<FieldSchema> fields)
    {
        Type = type;
        Fields = fields;
        clone = type.GetMethod("<Clone>$")!;
    }

    public Type Type { get; }

    public IReadOnlyList<FieldSchema> Fields { get; }

    /// <summary>The field with this key, or <c>null</c>.</summary>
    public FieldSchema? Find(string key) => Fields.FirstOrDefault(field => field.Key == key);

    /// <summary>The record with all its defaults.</summary>
    public object Default() => Activator.CreateInstance(Type)!;

    /// <summary>A copy of the record in which some fields differ.</summary>
    public object With(object record, IEnumerable<KeyValuePair<FieldSchema, object>> changes)
    {
        object copy = clone.Invoke(record, null)!;
        foreach (var (field, value) in changes)
            field.Property.SetValue(copy, value);
        return copy;
    }
}

/// <summary>One parameter, or group of parameters, of a scenario record.</summary>
/// <param name="Key">Its name in files.</param>
/// <param name="Value">What its value looks like.</param>
/// <param name="Parameter">Meaning, unit, range; the range holds for every number of a map or list.</param>
/// <param name="Property">The property that holds it.</param>
/// <param name="Default">Its value in a record made with defaults; <c>null</c> = absent.</param>
public sealed record FieldSchema(
    string Key, ValueSchema Value, ParameterAttribute Parameter, PropertyInfo Property, object? Default)
{
    /// <summary>The field's value in a record; <c>null</c> = absent.</summary>
    public object? Get(object record) => Property.GetValue(record);

    /// <summary>Whether a number is finite and in range.</summary>
    public bool Allows(double value) => double.IsFinite(value) && value >= Parameter.Min && value <= Parameter.Max;

    /// <summary>What a number here may be, in words: <c>0 to 1 (share)</c>, <c>at least 1</c>, <c>any number</c>.</summary>
    public string RangeText
    {
        get
        {
            string range = (double.IsFinite(Parameter.Min), double.IsFinite(Parameter.Max)) switch
            {
                (true, true) => $"{Parameter.Min} to {Parameter.Max}",
                (true, false) => $"at least {Parameter.Min}",
                (false, true) => $"at most {Parameter.Max}",
                _ => "any number",
            };
            return Parameter.Unit.Length > 0 ? $"{range} ({Parameter.Unit})" : range;
        }
    }
}
