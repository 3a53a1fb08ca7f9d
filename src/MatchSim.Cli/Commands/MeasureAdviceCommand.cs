using CommandLine;
using MatchSim.Cli.Files;
using MatchSim.Cli.Shell;
using MatchSim.Engine.Advice;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Cli.Commands;

/// <summary>Options of <c>measure-advice</c>.</summary>
[Verb("measure-advice", Hidden = true, HelpText = "Measures how far the look-up of advise is from matches and seasons run again, and files it.")]
internal sealed class MeasureAdviceOptions : SimulationOptions
{
    [Value(0, MetaName = "SCENARIO", Required = true, HelpText = "Scenario file, or the name of a built-in scenario.")]
    public string Scenario { get; init; } = "";

    [Option("re-runs", MetaValue = "N", Default = 20_000, HelpText = "National matches to run again at least, 1 to 10000000.")]
    public int ReRuns { get; init; } = 20_000;

    [Option("out", MetaValue = "FILE", Required = true, HelpText = "CSV file in which the scenario's row is renewed: scenarios/reference/approximation.csv.")]
    public string Out { get; init; } = "";
}

/// <summary>Run by whoever ships a scenario, once for each: it takes minutes.</summary>
internal static class MeasureAdviceCommand
{
    public static async Task<int> RunAsync(MeasureAdviceOptions options, CommandContext context, CancellationToken stop)
    {
        options.CheckRanges();
        if (options.ReRuns is < 1 or > 10_000_000)
            throw new UserErrorException(new Mistake($"--re-runs {options.ReRuns}", "1 to 10000000"));
        Scenario scenario = options.Override(ScenarioFile.Read(options.Scenario).Scenario);
        var settings = new ApproximationOptions { ReRuns = options.ReRuns, Threads = options.ThreadCount };
        Approximation measured = ApproximationStudy.Measure(scenario, settings, Told(options, context), stop);
        string before = File.Exists(options.Out) ? await File.ReadAllTextAsync(options.Out, stop) : "";
        string after = ApproximationFile.With(before, scenario, measured);
        AtomicFile.WriteText(options.Out, writer => writer.Write(after));
        foreach (string sentence in Reports.AdviceWording.Measured(measured))
            await context.Answer.WriteLineAsync(sentence);
        return ExitCode.Ok;
    }

    private static Action<int>? Told(MeasureAdviceOptions options, CommandContext context) => options.Quiet || !context.Interactive
        ? null
        : done => context.Diagnostics.WriteLine($"{done} of {options.ReRuns} matches run again");
}
