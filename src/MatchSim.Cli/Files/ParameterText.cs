using System.Text.Json.Nodes;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Cli.Files;

/// <summary>What a parameter's description says, in the JSON Schema and in the documentation.</summary>
internal static class ParameterText
{
    /// <summary>Meaning, unit, whether it is required, and where the default comes from.</summary>
    public static string Describe(FieldSchema field)
    {
        string unit = field.Parameter.Unit.Length > 0 ? $" Unit: {field.Parameter.Unit}." : "";
        string source = field.Parameter.Source.Length > 0 ? $" Source of the default: {field.Parameter.Source}." : "";
        string required = field.Parameter.Required ? " Required." : "";
        return field.Parameter.Meaning + unit + required + source;
    }

    /// <summary>The default of an optional number, text or choice, else <c>null</c>.</summary>
    public static JsonNode? Default(FieldSchema field) => (field.Parameter.Required ? null : field.Default) switch
    {
        null or "" => null,
        string text => text,
        int number => number,
        ulong number => number,
        double number => number,
        Enum choice => NameCase.Kebab(choice.ToString()),
        _ => null,
    };
}
