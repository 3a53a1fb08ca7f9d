using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Cli.Files;

/// <summary>The scenario file as JSON Schema (draft 2020-12), so that editors complete, explain and check it.</summary>
internal static class ScenarioJsonSchema
{
    /// <summary>Texts stay readable; the schema is never put into HTML.</summary>
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Text() => Build().ToJsonString(Readable);

    private static JsonObject Build()
    {
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "MatchSim scenario",
            ["description"] = "One experiment. A file that extends another one inherits everything but name, question, " +
                "sweep and sensitivity; maps merge by key, lists replace.",
        };
        foreach (var (key, value) in Record(ScenarioSchema.Root))
            schema.Add(key, value?.DeepClone());
        schema["properties"]!.AsObject().Insert(0, "extends", new JsonObject
        {
            ["type"] = "string",
            ["description"] = "A scenario file in the same folder, from which this one inherits.",
            ["pattern"] = @"^[^/\\:]+$",
        });
        LetBaseGiveWhatIsRequired(schema);
        return schema;
    }

    /// <summary>The top level: what is inherited need not stand in the file itself.</summary>
    private static void LetBaseGiveWhatIsRequired(JsonObject schema)
    {
        schema["required"] = new JsonArray("name", "question");
        schema["if"] = new JsonObject { ["not"] = new JsonObject { ["required"] = new JsonArray("extends") } };
        schema["then"] = new JsonObject { ["required"] = new JsonArray("market", "applicants") };
    }

    /// <summary>A record. Only list items say what they require: anything else may come from the file that is
    /// extended, at any depth.</summary>
    private static JsonObject Record(RecordSchema record, bool listItem = false)
    {
        var properties = new JsonObject();
        foreach (var field in record.Fields)
            properties.Add(field.Key, Field(field));
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
        if (listItem)
            schema["required"] = new JsonArray([.. record.Fields.Where(field => field.Parameter.Required).Select(field => (JsonNode)field.Key)]);
        return schema;
    }

    private static JsonObject Field(FieldSchema field)
    {
        JsonObject schema = Value(field, field.Value);
        schema.Insert(0, "description", ParameterText.Describe(field));
        if (ParameterText.Default(field) is { } value)
            schema["default"] = value;
        return schema;
    }

    private static JsonObject Value(FieldSchema field, ValueSchema value) => value.Kind switch
    {
        ValueKind.Text => new JsonObject { ["type"] = "string" },
        ValueKind.WholeNumber => Ranged(field, "integer"),
        ValueKind.Number => Ranged(field, "number"),
        ValueKind.Choice => new JsonObject { ["enum"] = Words(value) },
        ValueKind.Record => Record(value.Record!),
        ValueKind.List => new JsonObject { ["type"] = "array", ["items"] = Item(field, value.Element!) },
        _ => new JsonObject
        {
            ["type"] = "object",
            ["propertyNames"] = value.Kind == ValueKind.MapByChoice
                ? new JsonObject { ["enum"] = Words(value) }
                : new JsonObject { ["pattern"] = "^[a-z0-9]+(-[a-z0-9]+)*$" },
            ["additionalProperties"] = Value(field, value.Element!),
        },
    };

    private static JsonObject Item(FieldSchema field, ValueSchema item) =>
        item.Record is { } record ? Record(record, listItem: true) : Value(field, item);

    private static JsonObject Ranged(FieldSchema field, string type)
    {
        var schema = new JsonObject { ["type"] = type };
        if (double.IsFinite(field.Parameter.Min))
            schema["minimum"] = field.Parameter.Min;
        if (double.IsFinite(field.Parameter.Max))
            schema["maximum"] = field.Parameter.Max;
        return schema;
    }

    private static JsonArray Words(ValueSchema value) => [.. value.Choices.Select(word => (JsonNode)word)];
}
