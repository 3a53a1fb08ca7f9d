using CommandLine;
using MatchSim.Cli.Files;
using MatchSim.Cli.Reports;
using MatchSim.Cli.Shell;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;

namespace MatchSim.Cli.Commands;

/// <summary>Options of <c>compare</c>.</summary>
[Verb("compare", HelpText = "Compare scenarios with a baseline, season by season on the same people and luck.")]
internal sealed class CompareOptions : SimulationOptions
{
    [Value(0, MetaName = "BASELINE", Required = true, HelpText = "Scenario file, or the name of a built-in scenario; its seed and replications hold for all.")]
    public string Baseline { get; init; } = "";

    [Value(1, MetaName = "SCENARIO…", HelpText = "One or more scenarios to compare with it.")]
    public IEnumerable<string> Scenarios { get; init; } = [];

    [Option("out", MetaValue = "DIR", HelpText = "Folder for comparison.csv: new, empty, or with an earlier comparison, which is replaced.")]
    public string? Out { get; init; }
}

internal static class CompareCommand
{
    private const string Comparison = "comparison.csv";

    public static async Task<int> RunAsync(CompareOptions options, CommandContext context, CancellationToken stop)
    {
        options.CheckRanges();
        (Scenario baseline, IReadOnlyList<Scenario> others) = Read(options);
        int seasons = (1 + others.Count) * baseline.Replications;
        var clock = new SeasonClock(options.ThreadCount);
        ComparisonResult result = await SeasonRun.Async(
            options, context, seasons, clock,
            () => MonteCarlo.Compare(baseline, others, new RunOptions(options.ThreadCount), clock, stop));
        stop.ThrowIfCancellationRequested();

        if (options.Out is { } folder)
        {
            AtomicFile.CreateFolder(folder);
            AtomicFile.WriteText(Path.Combine(folder, Comparison), writer => DifferenceCsv.Write(writer, result));
        }

        Write(context.Answer, result, options.Out);
        return ExitCode.Ok;
    }

    private static (Scenario Baseline, IReadOnlyList<Scenario> Others) Read(CompareOptions options)
    {
        var mistakes = new MistakeList();
        if (options.Out is { } folder)
            OutputFolder.Check(folder, [Comparison], "an earlier comparison", mistakes);
        if (!options.Scenarios.Any())
            mistakes.Add("no SCENARIO to compare with the baseline", "one or more; see matchsim compare --help");
        Scenario?[] scenarios = [.. options.Scenarios.Prepend(options.Baseline).Select(argument => Read(argument, mistakes))];
        foreach (var twice in scenarios.Skip(1).OfType<Scenario>().GroupBy(scenario => scenario.Name).Where(group => group.Count() > 1))
            mistakes.Add($"{twice.Count()} scenarios called {Say.Quote(twice.Key)}", "scenarios of different names, by which the answer tells them apart");
        mistakes.ThrowIfAny();
        return (options.Override(scenarios[0]!), [.. scenarios.Skip(1).OfType<Scenario>()]);
    }

    /// <summary>A scenario, or <c>null</c> and its mistakes.</summary>
    private static Scenario? Read(string argument, MistakeList mistakes)
    {
        try
        {
            return ScenarioFile.Read(argument).Scenario;
        }
        catch (UserErrorException error)
        {
            foreach (Mistake mistake in error.Mistakes)
                mistakes.Add(mistake);
            return null;
        }
    }

    private static void Write(TextWriter answer, ComparisonResult result, string? folder)
    {
        var tables = new ComparisonTables(result);
        answer.Write($"{result.Scenario.Name} and {result.Others.Count} to compare: " +
            $"{result.Scenario.Replications} seasons each, seed {result.Scenario.Seed}\n\n");
        foreach (var other in result.Others)
        {
            answer.Write($"{other.Scenario.Name}: {other.Scenario.Question}\n\n");
            TextTable.Write(answer, tables.Of(other), RunHeadline.Width);
        }

        answer.Write($"Differences are paired: the same people, tastes and impressions in both.\n{Wording.Interval}\n");
        if (folder is not null)
            answer.Write($"Comparison: {Path.Combine(folder, Comparison)}\n");
    }
}
