using System.Text;
using MatchSim.Cli.Files;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Cli.Tests.Scenarios;

/// <summary>docs/parameters.md, written from the schema.</summary>
internal static class ParameterPage
{
    public static string Write()
    {
        var page = new StringBuilder("""
            # Parameters of a scenario

            Every key of a scenario file, generated from the program: change the records in
            `src/MatchSim.Engine/Scenarios/` and run the tests with `MATCHSIM_UPDATE_GOLDENS=1`.

            Keys are joined by dots as in the paths of a sweep; `<id>` is a name the file chooses, `<type>` one of
            `us-md-senior`, `us-do-senior`, `us-img`, `non-us-img`, `other`. Shares are fractions from 0 to 1. A default marked
            *assumption* has no published source. Besides these keys a file may say `extends: other.yaml`: it then inherits
            everything from that file in its folder but `name`, `question`, `sweep` and `sensitivity`; maps merge by key, lists
            replace. Unknown keys are errors. `matchsim schema` prints the same as JSON Schema.

            """);
        foreach (FieldSchema field in ScenarioSchema.Root.Fields)
        {
            page.Append($"\n## `{field.Key}`\n\n{field.Parameter.Meaning}\n\n");
            page.Append("| key | meaning | unit | allowed | default | source |\n| --- | --- | --- | --- | --- | --- |\n");
            foreach (string row in Rows(field.Key, field, field.Value))
                page.Append(row);
        }

        return page.ToString();
    }

    private static IEnumerable<string> Rows(string path, FieldSchema field, ValueSchema value) => value.Kind switch
    {
        ValueKind.Record => value.Record!.Fields.SelectMany(inner => Rows($"{path}.{inner.Key}", inner, inner.Value)),
        ValueKind.MapById => Rows($"{path}.<id>", field, value.Element!),
        ValueKind.MapByChoice => Rows($"{path}.<type>", field, value.Element!),
        ValueKind.List => Rows($"{path}[]", field, value.Element!),
        _ => [Row(path, field, value)],
    };

    private static string Row(string path, FieldSchema field, ValueSchema value)
    {
        string allowed = value.Kind switch
        {
            ValueKind.Text => "a text",
            ValueKind.Choice => string.Join(", ", value.Choices),
            ValueKind.WholeNumber => $"whole number{Range(field)}",
            _ => $"number{Range(field)}",
        };
        string fallback = field.Parameter.Required ? "*required*" : ParameterText.Default(field)?.ToString() ?? "";
        return $"| `{path}` | {field.Parameter.Meaning} | {field.Parameter.Unit} | {allowed} | {fallback} | {field.Parameter.Source} |\n";
    }

    private static string Range(FieldSchema field) => (double.IsFinite(field.Parameter.Min), double.IsFinite(field.Parameter.Max)) switch
    {
        (true, true) => $", {field.Parameter.Min} to {field.Parameter.Max}",
        (true, false) => $", at least {field.Parameter.Min}",
        (false, true) => $", at most {field.Parameter.Max}",
        _ => "",
    };
}
