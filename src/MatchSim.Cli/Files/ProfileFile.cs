using System.Globalization;
using MatchSim.Cli.Commands;
using MatchSim.Cli.Shell;
using MatchSim.Engine.Advice;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Cli.Files;

/// <summary>A profile from a YAML file, from options, or from both: an option comes before the file.</summary>
internal sealed class ProfileFile
{
    private static readonly string[] Keys =
    [
        "type", "specialty", "second_specialty", "step2", "failed_attempt", "visa", "us_experience",
        "years_since_graduation", "region", "strategy", "signals",
    ];

    private readonly MistakeList mistakes = new();
    private readonly Dictionary<string, (string Text, string? File, int Line)> values = [];

    /// <summary>Reads and checks who asks.</summary>
    /// <exception cref="UserErrorException">Everything that is wrong with it, or that the scenario says nothing about.</exception>
    public static Profile Read(AdviseOptions options, Scenario scenario)
    {
        var file = new ProfileFile();
        if (options.Profile is { } path)
            file.ReadFile(path);
        file.Override("type", options.Type);
        file.Override("specialty", options.Specialty);
        file.Override("second_specialty", options.SecondSpecialty);
        file.Override("step2", options.Step2?.ToString(CultureInfo.InvariantCulture));
        file.Override("visa", options.Visa);
        return file.Checked(scenario);
    }

    /// <summary>Reads and checks a profile that stands in a file alone.</summary>
    /// <inheritdoc cref="Read(AdviseOptions, Scenario)" path="/exception"/>
    public static Profile Read(string path, Scenario scenario)
    {
        var file = new ProfileFile();
        file.ReadFile(path);
        return file.Checked(scenario);
    }

    private Profile Checked(Scenario scenario)
    {
        Profile profile = Bind(scenario);
        mistakes.ThrowIfAny();
        foreach (ScenarioProblem problem in ProfileRules.Check(scenario, profile))
        {
            (_, string? where, int line) = values.GetValueOrDefault(problem.Path, ("", null, 0));
            mistakes.Add(problem.Found, problem.Allowed, where, line);
        }

        mistakes.ThrowIfAny();
        return profile;
    }

    private void ReadFile(string path)
    {
        int before = mistakes.Count;
        byte[]? bytes = TextFile.Load(path, path, mistakes);
        string text = bytes is null ? "" : TextFile.Decode(bytes, path, mistakes).ToString();
        if (mistakes.Count > before || YamlSource.Read(path, text, mistakes) is not { } source)
            return;
        foreach (SourceEntry entry in source.Entries)
        {
            if (!Keys.Contains(entry.Key))
                mistakes.Add($"key {Say.Quote(entry.Key)}", Say.OneOf(Keys, entry.Key), path, entry.Line);
            else if (entry.Value is not SourceScalar scalar)
                mistakes.Add($"a list or a map for {entry.Key}", "one value", path, entry.Line);
            else
                values[entry.Key] = (scalar.Text, path, entry.Line);
        }
    }

    private void Override(string key, string? option)
    {
        if (option is not null)
            values[key] = (option, null, 0);
    }

    private Profile Bind(Scenario scenario)
    {
        ApplicantType type = Word<ApplicantType>("type") ?? DefaultType(scenario);
        string specialty = Text("specialty") ?? DefaultSpecialty(scenario, type);
        return new Profile(type, specialty)
        {
            SecondSpecialty = Text("second_specialty"),
            Step2 = Number("step2"),
            FailedAttempt = YesNo("failed_attempt"),
            Visa = Visa(),
            UsExperience = YesNo("us_experience"),
            YearsSinceGraduation = Number("years_since_graduation"),
            Region = Whole("region"),
            Strategy = Word<ApplicationStrategy>("strategy"),
            Signals = Word<Switch>("signals"),
        };
    }

    private static ApplicantType DefaultType(Scenario scenario) =>
        scenario.Applicants.TryGetValue(ApplicantType.NonUsImg, out var people) && people.Registered > 0
            ? ApplicantType.NonUsImg
            : scenario.Applicants.MaxBy(pair => pair.Value.Registered).Key;

    private static string DefaultSpecialty(Scenario scenario, ApplicantType type) =>
        scenario.Applicants.TryGetValue(type, out var people) && people.Specialties.Count > 0
            ? people.Specialties.MaxBy(pair => pair.Value).Key
            : scenario.Market.Specialties.First().Key;

    private string? Text(string key) => values.TryGetValue(key, out var value) ? value.Text : null;

    private T? Word<T>(string key)
        where T : struct, Enum
    {
        string[] words = [.. Enum.GetValues<T>().Select(NameCase.Kebab)];
        if (Text(key) is not { } text)
            return null;
        int at = Array.IndexOf(words, text);
        if (at < 0)
            Wrong(key, Say.OneOf(words, text));
        return at < 0 ? null : Enum.GetValues<T>()[at];
    }

    private double? Number(string key)
    {
        if (Text(key) is not { } text)
            return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number))
            return number;
        Wrong(key, "a number");
        return null;
    }

    private int? Whole(string key)
    {
        if (Text(key) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number))
            return number;
        Wrong(key, "a whole number");
        return null;
    }

    private bool? YesNo(string key)
    {
        string? text = Text(key);
        if (text is not (null or "yes" or "no" or "true" or "false"))
            Wrong(key, "yes or no");
        return text is null ? null : text is "yes" or "true";
    }

    private VisaNeed? Visa()
    {
        string? text = Text("visa");
        if (text is not (null or "none" or "j1" or "h1b"))
            Wrong("visa", "none, j1 or h1b");
        return text switch
        {
            "none" => VisaNeed.None,
            "j1" => VisaNeed.Any,
            "h1b" => VisaNeed.H1bOnly,
            _ => null,
        };
    }

    private void Wrong(string key, string allowed)
    {
        (string text, string? file, int line) = values[key];
        mistakes.Add(file is null ? $"--{key.Replace('_', '-')} {Say.Quote(text)}" : $"{key}: {Say.Quote(text)}", allowed, file, line);
    }
}
