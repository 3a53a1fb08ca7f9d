namespace MatchSim.Engine.Scenarios;

/// <summary>One name of a dotted path: how to go down, and how to rebuild what is above.</summary>
internal abstract record PathStep
{
    public abstract object? Get(object holder);

    public abstract object With(object holder, object part);
}

/// <summary>Into a field of a record.</summary>
internal sealed record FieldStep(RecordSchema Record, FieldSchema Field) : PathStep
{
    public override object? Get(object holder) => Field.Get(holder);

    public override object With(object holder, object part) => Record.With(holder, [new(Field, part)]);
}

/// <summary>Into an entry of a map.</summary>
internal sealed record EntryStep(ValueSchema Map, string Key) : PathStep
{
    public override object? Get(object holder) =>
        Map.Entries(holder).Where(entry => entry.Key == Key).Select(entry => entry.Value).FirstOrDefault();

    public override object With(object holder, object part) => Map.MakeMap(
        Map.Entries(holder).Select(entry => new KeyValuePair<object, object>(
            Map.FindKey(entry.Key)!, entry.Key == Key ? part : entry.Value)));
}
