using System.Collections;

namespace MatchSim.Engine.Scenarios;

/// <summary>What a value in a scenario file looks like.</summary>
public enum ValueKind
{
    Text,
    WholeNumber,
    Number,

    /// <summary>One of a few words (an enum).</summary>
    Choice,

    /// <summary>A group of named parameters.</summary>
    Record,

    /// <summary>Entries under ids the file chooses, such as specialties.</summary>
    MapById,

    /// <summary>Entries under fixed words, such as applicant types.</summary>
    MapByChoice,

    List,
}

/// <summary>The shape of one value, read from its type in the scenario records.</summary>
public sealed class ValueSchema
{
    internal ValueSchema(ValueKind kind, Type type)
    {
        Kind = kind;
        Type = type;
    }

    public ValueKind Kind { get; }

    /// <summary>Type of the value in the records; not the nullable wrapper.</summary>
    public Type Type { get; }

    /// <summary>The allowed words of a choice, or the allowed keys of a map by choice; else empty.</summary>
    public IReadOnlyList<string> Choices { get; internal init; } = [];

    /// <summary>Shape of the entries of a map or list; else <c>null</c>.</summary>
    public ValueSchema? Element { get; internal init; }

    /// <summary>Fields of a record; else <c>null</c>.</summary>
    public RecordSchema? Record { get; internal init; }

    public bool IsNumber => Kind is ValueKind.Number or ValueKind.WholeNumber;

    public bool IsMap => Kind is ValueKind.MapById or ValueKind.MapByChoice;

    /// <summary>The enum value behind a word, or <c>null</c>.</summary>
    public object? FindChoice(string word)
    {
        int index = Choices.ToList().IndexOf(word);
        return index < 0 ? null : Enum.GetValues(IsMap ? KeyType : Type).GetValue(index);
    }

    /// <summary>The key of a map entry as the records hold it, or <c>null</c> if the map cannot have it.</summary>
    public object? FindKey(string key) => Kind == ValueKind.MapByChoice ? FindChoice(key) : key;

    /// <summary>A map from its entries, in an order of its own, so that the order of lines in a file changes nothing:
    /// ids by ordinal comparison, choices as declared.</summary>
    /// <param name="entries">Keys as <see cref="FindKey"/> gives them, each once; values of the element's type.</param>
    public object MakeMap(IEnumerable<KeyValuePair<object, object>> entries)
    {
        Type type = typeof(Dictionary<,>).MakeGenericType(KeyType, Element!.Type);
        object?[] arguments = Kind == ValueKind.MapById ? [StringComparer.Ordinal] : [];
        var map = (IDictionary)Activator.CreateInstance(type, arguments)!;
        var inOrder = Kind == ValueKind.MapById
            ? entries.OrderBy(entry => (string)entry.Key, StringComparer.Ordinal)
            : entries.OrderBy(entry => entry.Key, Comparer<object>.Default);
        foreach (var (key, value) in inOrder)
            map.Add(key, value);
        return map;
    }

    /// <summary>A list of values of the element's type.</summary>
    public object MakeList(IReadOnlyList<object> items)
    {
        var list = Array.CreateInstance(Element!.Type, items.Count);
        for (int i = 0; i < items.Count; i++)
            list.SetValue(items[i], i);
        return list;
    }

    /// <summary>Entries of a map, in its order, under the keys files use.</summary>
    public IEnumerable<KeyValuePair<string, object>> Entries(object map)
    {
        foreach (DictionaryEntry entry in (IDictionary)map)
            yield return new(KeyText(entry.Key), entry.Value!);
    }

    /// <summary>A number as the records hold it. Call with whole numbers in range only where the type is an integer.</summary>
    internal object FromDouble(double value)
    {
        if (Type == typeof(int))
            return checked((int)value);
        return Type == typeof(ulong) ? (object)checked((ulong)value) : value;
    }

    private Type KeyType => Type.GetGenericArguments()[0];

    private string KeyText(object key) => Kind == ValueKind.MapByChoice ? NameCase.Kebab(key.ToString()!) : (string)key;
}
