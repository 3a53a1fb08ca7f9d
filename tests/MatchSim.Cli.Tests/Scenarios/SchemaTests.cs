using System.Text.Json;
using MatchSim.Cli.Files;

namespace MatchSim.Cli.Tests.Scenarios;

public sealed class SchemaTests
{
    [Fact]
    public void The_command_prints_the_schema_that_is_promised()
    {
        ProgramRun run = BuiltProgram.Run("schema");
        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Diagnostics);
        Golden.Matches("tests/MatchSim.Cli.Tests/Golden/scenario.schema.json", run.Answer);
    }

    [Fact]
    public void The_page_of_parameters_is_up_to_date() => Golden.Matches("docs/parameters.md", ParameterPage.Write());

    [Fact]
    public void Every_object_of_the_schema_refuses_unknown_keys()
    {
        using var schema = JsonDocument.Parse(ScenarioJsonSchema.Text());
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", schema.RootElement.GetProperty("$schema").GetString());
        Check(schema.RootElement, "");
    }

    private static void Check(JsonElement schema, string path)
    {
        if (schema.TryGetProperty("properties", out var properties))
        {
            Assert.False(schema.GetProperty("additionalProperties").GetBoolean(), path);
            foreach (var property in properties.EnumerateObject())
            {
                Assert.True(property.Value.TryGetProperty("description", out _), $"{path}.{property.Name}");
                Check(property.Value, $"{path}.{property.Name}");
            }
        }
        else if (schema.TryGetProperty("additionalProperties", out var entries))
        {
            Check(entries, path + ".*");
        }
        else if (schema.TryGetProperty("items", out var items))
        {
            Check(items, path + "[]");
        }
    }
}
