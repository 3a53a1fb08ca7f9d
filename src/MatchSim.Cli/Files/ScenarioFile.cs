using System.Security.Cryptography;
using System.Text;
using MatchSim.Cli.Shell;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Cli.Files;

/// <summary>A scenario as read from its file.</summary>
/// <param name="Scenario">Checked: it can be simulated.</param>
/// <param name="File">The file as the user knows it.</param>
/// <param name="Texts">File name and text, the scenario itself first, then what it extends.</param>
internal sealed record ScenarioFile(Scenario Scenario, string File, IReadOnlyList<KeyValuePair<string, string>> Texts)
{
    /// <summary>Folder of the scenarios that come with the program.</summary>
    public static string BuiltInFolder { get; } = Path.Combine(AppContext.BaseDirectory, "scenarios");

    /// <summary>Names of the scenarios that come with the program.</summary>
    public static IReadOnlyList<string> BuiltInNames { get; } = Directory.Exists(BuiltInFolder)
        ? [.. Directory.GetFiles(BuiltInFolder, "*.yaml").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Reads and checks a scenario.</summary>
    /// <param name="argument">A path, else the name of a built-in scenario.</param>
    /// <exception cref="UserErrorException">Every mistake of the file and of those it extends, with their lines.</exception>
    public static ScenarioFile Read(string argument)
    {
        var mistakes = new MistakeList();
        var (path, shown) = Find(argument);
        return Bind(ScenarioSource.Read(path, shown, mistakes), shown, mistakes);
    }

    /// <summary>The scenario of texts that were read before.</summary>
    /// <param name="texts">File name and text, the scenario itself first, then what it extends.</param>
    /// <exception cref="UserErrorException">They are no sound scenario.</exception>
    public static ScenarioFile Of(IReadOnlyList<KeyValuePair<string, string>> texts)
    {
        var mistakes = new MistakeList();
        return Bind(ScenarioSource.Of(texts, mistakes), texts[0].Key, mistakes);
    }

    /// <summary>
    /// SHA-256 of what is simulated: every parameter in the order of the schema, defaults included, so that comments,
    /// the order of lines and the way values are inherited do not matter. Seed and number of replications are not part:
    /// they say which and how many seasons, and stand beside the hash.
    /// </summary>
    public static string Hash(Scenario scenario)
    {
        var text = new StringBuilder();
        foreach (var leaf in ScenarioSchema.Leaves(scenario with { Seed = 0, Replications = 0 }))
            text.Append($"{leaf.Path}={leaf.Value}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static ScenarioFile Bind(ScenarioSource? source, string shown, MistakeList mistakes)
    {
        Scenario? scenario = null;
        if (source is not null)
        {
            var binder = new ScenarioBinder(mistakes);
            scenario = binder.Bind(source.Root);
            foreach (var problem in ScenarioRules.Check(scenario))
                binder.Add(problem);
        }

        mistakes.ThrowIfAny();
        return new ScenarioFile(scenario!, shown, source!.Texts);
    }

    private static (string Path, string Shown) Find(string argument)
    {
        if (System.IO.File.Exists(argument))
            return (argument, argument);
        if (BuiltInNames.Contains(argument, StringComparer.Ordinal))
            return (Path.Combine(BuiltInFolder, argument + ".yaml"), $"scenarios/{argument}.yaml");
        string found = Directory.Exists(argument) ? $"the folder {Say.Quote(argument)}" : $"scenario {Say.Quote(argument)}, which is not there";
        string built = BuiltInNames.Count == 0 ? "" : $", or the name of a built-in scenario: {Say.OneOf(BuiltInNames, argument)}";
        throw new UserErrorException(new Mistake(found, $"the path of a scenario file{built}"));
    }
}
