using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Tests.Scenarios;

public sealed class ScenarioSchemaTests
{
    [Fact]
    public void Keys_are_snake_case_and_words_kebab_case()
    {
        var programs = ScenarioSchema.Root.Find("market")!.Value.Record!.Find("programs")!.Value.Record!;
        Assert.NotNull(programs.Find("visa_h1b"));
        Assert.NotNull(programs.Find("size_log_sd"));
        Assert.Equal(
            ["us-md-senior", "us-do-senior", "us-img", "non-us-img", "other"],
            ScenarioSchema.Root.Find("applicants")!.Value.Choices);
    }

    [Theory]
    [InlineData("name", ValueKind.Text)]
    [InlineData("seed", ValueKind.WholeNumber)]
    [InlineData("market", ValueKind.Record)]
    [InlineData("applicants", ValueKind.MapByChoice)]
    public void Kinds_follow_the_types(string key, ValueKind kind) =>
        Assert.Equal(kind, ScenarioSchema.Root.Find(key)!.Value.Kind);

    [Fact]
    public void Every_parameter_says_what_it_means_in_a_sentence()
    {
        foreach (var (path, field) in Fields("", ScenarioSchema.Root))
        {
            Assert.True(field.Parameter.Meaning.EndsWith('.'), path);
            Assert.True(field.Parameter.Min <= field.Parameter.Max, path);
        }
    }

    [Fact]
    public void Every_default_is_in_its_own_range()
    {
        foreach (var (path, field) in Fields("", ScenarioSchema.Root))
        {
            if (field.Value.IsNumber && field.Default is { } value && !field.Parameter.Required)
                Assert.True(field.Allows(Convert.ToDouble(value, provider: null)), $"{path} = {value}");
        }
    }

    [Fact]
    public void Leaves_carry_the_paths_that_find_them()
    {
        var leaves = ScenarioSchema.Leaves(SmallScenario.Sound).ToList();
        Assert.Contains(leaves, leaf => leaf.Path == "market.specialties.surgery.preliminary.positions" && leaf.Value is 10);
        foreach (var leaf in leaves.Where(leaf => leaf.Schema.IsNumber && leaf.Path.Contains('.', StringComparison.Ordinal)))
        {
            var path = ParameterPath.Find(SmallScenario.Sound, leaf.Path, out string problem);
            Assert.True(path is not null, problem);
            Assert.Equal(Convert.ToDouble(leaf.Value, provider: null), path.Get(SmallScenario.Sound));
        }
    }

    [Fact]
    public void Maps_have_an_order_of_their_own()
    {
        var schema = ScenarioSchema.Root.Find("couples")!.Value.Record!.Find("counts")!.Value;
        object map = schema.MakeMap([new(ApplicantType.Other, 1), new(ApplicantType.UsMdSenior, 2)]);
        Assert.Equal(["us-md-senior", "other"], schema.Entries(map).Select(entry => entry.Key));
    }

    private static IEnumerable<(string Path, FieldSchema Field)> Fields(string prefix, RecordSchema record) =>
        record.Fields.SelectMany(field =>
            (field.Value.Record ?? field.Value.Element?.Record) is { } inner
                ? Fields($"{prefix}{field.Key}.", inner).Prepend((prefix + field.Key, field))
                : [(prefix + field.Key, field)]);
}
