using CommandLine;
using MatchSim.Cli.Files;
using MatchSim.Cli.Reports;
using MatchSim.Cli.Shell;
using MatchSim.Engine.Calibration;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;

namespace MatchSim.Cli.Commands;

/// <summary>Options of <c>calibrate</c>.</summary>
[Verb("calibrate", HelpText = "Refit parameters of a scenario to the published figures; writes a scenario that extends it.")]
internal sealed class CalibrateOptions : SimulationOptions
{
    [Value(0, MetaName = "SCENARIO", Required = true, HelpText = "Scenario file, or the name of a built-in scenario.")]
    public string Scenario { get; init; } = "";

    [Option("out", MetaValue = "FILE", Required = true, HelpText = "Scenario file to write; every point simulated goes to FILE's record beside it, from where the same command continues.")]
    public string Out { get; init; } = "";

    [Option("parameters", MetaValue = "LIST", HelpText = "Paths of numbers, or of groups of them, with commas between; default: the assumptions of interviews and ranking, and rank_shift.")]
    public string? Parameters { get; init; }

    [Option("iterations", MetaValue = "N", Default = 10, HelpText = "Most iterations, 1 to 1000; it ends earlier when nothing gets better.")]
    public int Iterations { get; init; } = 10;
}

internal static class CalibrateCommand
{
    public static async Task<int> RunAsync(CalibrateOptions options, CommandContext context, CancellationToken stop)
    {
        options.CheckRanges();
        ScenarioFile file = ScenarioFile.Read(options.Scenario);
        Scenario scenario = options.Override(file.Scenario);
        IReadOnlyList<FitParameter> parameters = Parameters(options, scenario);
        var output = CalibratedFile.Check(options.Out, file);
        IReadOnlyList<Target> targets = TargetTable.Load(scenario.Reference);
        var record = CalibrationRecord.Open(options.Out, scenario, parameters, targets);

        var clock = new SeasonClock(options.ThreadCount);
        int seasons = Calibrator.MostSeasons(scenario, parameters.Count, options.Iterations);
        CalibrationResult result = await SeasonRun.Async(
            options, context, seasons, clock,
            () => Calibrator.Run(scenario, targets, parameters, options.Iterations, record, new RunOptions(options.ThreadCount), clock, stop));
        stop.ThrowIfCancellationRequested();

        output.Write(result);
        Write(context.Answer, result, options.Out, record);
        return ExitCode.Ok;
    }

    private static IReadOnlyList<FitParameter> Parameters(CalibrateOptions options, Scenario scenario)
    {
        var mistakes = new MistakeList();
        if (options.Iterations is < 1 or > 1000)
            mistakes.Add($"--iterations {options.Iterations}", "1 to 1000");
        string[] names = options.Parameters is { } list
            ? list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : [.. FitParameters.Usual(scenario).Select(parameter => parameter.Path.Text)];
        IReadOnlyList<FitParameter> parameters = FitParameters.Named(scenario, names, out IReadOnlyList<string> problems);
        foreach (string problem in problems)
            mistakes.Add($"--parameters with {problem}", "paths of numbers that can be moved one at a time, each once");
        if (names.Length == 0)
            mistakes.Add("no parameter to calibrate", "--parameters with the path of one at least");
        mistakes.ThrowIfAny();
        return parameters;
    }

    private static void Write(TextWriter answer, CalibrationResult result, string file, CalibrationRecord record)
    {
        var tables = new CalibrationTables(result);
        answer.Write($"{result.Start.Name} to published figures of {result.Start.Reference}: " +
            $"{result.Start.Replications} seasons a point, seed {result.Start.Seed}\n\n");
        TextTable.Write(answer, tables.Steps(), RunHeadline.Width);
        TextTable.Write(answer, tables.Parameters(), RunHeadline.Width);
        answer.Write($"{tables.Verdict()}\n{CalibrationTables.Reading}\nScenario: {file}\nRecord: {record.Path}\n");
    }
}
