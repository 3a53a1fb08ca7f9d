using CommandLine;
using MatchSim.Cli.Files;
using MatchSim.Cli.Reports;
using MatchSim.Cli.Shell;
using MatchSim.Engine.Calibration;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;

namespace MatchSim.Cli.Commands;

/// <summary>Options of <c>validate</c>.</summary>
[Verb("validate", HelpText = "Hold a scenario against the published figures, target by target; exit 1 if one is missed.")]
internal sealed class ValidateOptions : SimulationOptions
{
    [Value(0, MetaName = "SCENARIO", Default = "us-2025", HelpText = "Scenario file, or the name of a built-in scenario.")]
    public string Scenario { get; init; } = "us-2025";

    [Option("out", MetaValue = "DIR", HelpText = "Folder for report.html: new, empty, or with an earlier validation, which is replaced.")]
    public string? Out { get; init; }

    [Option("json", HelpText = "Print the answer as one line of JSON.")]
    public bool Json { get; init; }
}

internal static class ValidateCommand
{
    private const string Report = "report.html";

    public static async Task<int> RunAsync(ValidateOptions options, CommandContext context, CancellationToken stop)
    {
        options.CheckRanges();
        if (options.Out is { } folder)
        {
            var mistakes = new MistakeList();
            OutputFolder.Check(folder, [Report], "an earlier validation", mistakes);
            mistakes.ThrowIfAny();
        }

        Scenario scenario = options.Override(ScenarioFile.Read(options.Scenario).Scenario);
        IReadOnlyList<Target> targets = TargetTable.Load(scenario.Reference);
        var clock = new SeasonClock(options.ThreadCount);
        ValidationResult result = await SeasonRun.Async(
            options, context, scenario.Replications, clock,
            () => MonteCarlo.Validate(scenario, targets, new RunOptions(options.ThreadCount), clock, stop));
        stop.ThrowIfCancellationRequested();

        if (options.Out is { } output)
        {
            AtomicFile.CreateFolder(output);
            AtomicFile.WriteText(Path.Combine(output, Report), writer => writer.Write(HtmlWriter.Write(ValidationReport.Page(result))));
        }

        if (options.Json)
            await context.Answer.WriteLineAsync(ValidationJson.Of(result));
        else
            Write(context.Answer, result, options.Out);
        return result.Count(Verdict.Outside) == 0 ? ExitCode.Ok : ExitCode.CheckFailed;
    }

    private static void Write(TextWriter answer, ValidationResult result, string? folder)
    {
        var tables = new ValidationTables(result);
        answer.Write($"{result.Scenario.Name} against published figures of {result.Scenario.Reference}: " +
            $"{result.Scenario.Replications} seasons, seed {result.Scenario.Seed}\n\n");
        foreach (Table table in tables.All())
            TextTable.Write(answer, table, RunHeadline.Width);
        answer.Write($"Sources\n{string.Join('\n', tables.Sources)}\n\n{tables.Verdict()}\n{Wording.Interval}\n");
        if (folder is not null)
            answer.Write($"Report: {Path.Combine(folder, Report)}\n");
    }
}
