namespace MatchSim.Engine.Scenarios;

/// <summary>Walks down a scenario, name by name, and remembers where and why it could go no further.</summary>
internal sealed class PathResolver(Scenario scenario)
{
    /// <summary>What says how a run is done, not what is simulated.</summary>
    private static readonly string[] NotOfTheSeason = ["seed", "replications", "reference", "sweep", "sensitivity", "report"];

    private readonly List<PathStep> steps = [];
    private readonly List<string> names = [];
    private RecordSchema? record = ScenarioSchema.Root;
    private object? here = scenario;
    private string? failure;

    public IReadOnlyList<PathStep> Steps => steps;

    public FieldSchema? Field { get; private set; }

    public ValueSchema? Value { get; private set; }

    /// <summary>Goes one name further down; <c>false</c> = cannot.</summary>
    public bool Step(string name)
    {
        if (here is null)
            return Fail($"the scenario gives no {Path}, so nothing in it can be changed");
        if (record?.Find(name) is { } field)
        {
            Enter(name, new FieldStep(record, field), field, field.Value);
            return true;
        }

        if (Value is { IsMap: true } map && map.Entries(here).Any(entry => entry.Key == name))
        {
            Enter(name, new EntryStep(map, name), Field!, map.Element!);
            return true;
        }

        var known = record?.Fields.Select(f => f.Key) ?? (Value!.IsMap ? Value.Entries(here).Select(entry => entry.Key) : []);
        return Fail(Unknown(name, [.. known]));
    }

    /// <summary>The path and what is wrong with it, or empty.</summary>
    public string Problem(string text)
    {
        if (failure is not null)
            return $"{Quote(text)}, which names nothing ({failure})";
        if (NotOfTheSeason.Contains(names[0], StringComparer.Ordinal))
            return $"{Quote(text)}, which says how a run is done, not what is simulated";
        return Value!.IsNumber ? "" : $"{Quote(text)}, which is not a number{Example(text)}";
    }

    private string Path => string.Join('.', names);

    private void Enter(string name, PathStep step, FieldSchema field, ValueSchema value)
    {
        names.Add(name);
        steps.Add(step);
        here = step.Get(here!);
        Field = field;
        Value = value;
        record = value.Record;
    }

    private bool Fail(string reason)
    {
        failure = reason;
        return false;
    }

    private string Unknown(string name, IReadOnlyList<string> known)
    {
        string where = names.Count == 0 ? "at the top" : $"in {Path}";
        if (known.Count == 0)
            return $"there is nothing further {where}";
        string hint = NearestName.To(name, known) is { } nearest ? $"did you mean {nearest}?" : $"there is {string.Join(", ", known)}";
        return $"there is no {Quote(name)} {where}; {hint}";
    }

    /// <summary>The first number below the place the path leads to.</summary>
    private string Example(string text)
    {
        var below = ScenarioSchema.Leaves(scenario)
            .FirstOrDefault(leaf => leaf.Schema.IsNumber && leaf.Path.StartsWith(text + ".", StringComparison.Ordinal));
        return below is null ? "" : $" ({below.Path} is one)";
    }

    private static string Quote(string text) => $"\"{text}\"";
}
