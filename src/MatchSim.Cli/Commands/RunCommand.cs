using CommandLine;
using MatchSim.Cli.Files;
using MatchSim.Cli.Reports;
using MatchSim.Cli.Shell;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;

namespace MatchSim.Cli.Commands;

/// <summary>Options of <c>run</c>.</summary>
[Verb("run", HelpText = "Simulate a scenario: seasons of the Match, its sweep and sensitivity, the report.")]
internal sealed class RunCommandOptions : SimulationOptions
{
    [Value(0, MetaName = "SCENARIO", Required = true, HelpText = "Scenario file, or the name of a built-in scenario.")]
    public string Scenario { get; init; } = "";

    [Option("out", MetaValue = "DIR", HelpText = "Output folder; default: out/<scenario name>.")]
    public string? Out { get; init; }

    [Option("images", HelpText = "Also write the charts as SVG and PNG, through an installed Chromium.")]
    public bool Images { get; init; }
}

internal static class RunCommand
{
    public static async Task<int> RunAsync(RunCommandOptions options, CommandContext context, CancellationToken stop)
    {
        options.CheckRanges();
        ScenarioFile file = ScenarioFile.Read(options.Scenario);
        Scenario scenario = options.Override(file.Scenario);
        string folder = options.Out ?? Path.Combine("out", scenario.Name);
        RunFolder.Check(folder, scenario.Name);
        string? chromium = options.Images
            ? Chromium.Find() ?? throw new UserErrorException(new Mistake(
                "--images, but no Chromium on this machine",
                "an installed one (Debian: apt-get install chromium), or its path in MATCHSIM_CHROMIUM"))
            : null;

        var published = PublishedFigures.Load();
        DateTimeOffset started = DateTimeOffset.UtcNow;
        int seasons = MonteCarlo.PointCount(scenario) * scenario.Replications;
        var clock = new SeasonClock(options.ThreadCount);
        RunResult result = await SeasonRun.Async(
            options, context, seasons, clock, () => MonteCarlo.Run(scenario, new RunOptions(options.ThreadCount), clock, stop));
        stop.ThrowIfCancellationRequested();

        HtmlPage report = new RunReport(result, published).Page();
        RunFile run = Describe(file, scenario, options.ThreadCount, seasons, clock, started);
        RunFolder.Write(folder, result, HtmlWriter.Write(report), run);
        if (chromium is not null)
            await ImageExport.WriteAsync(chromium, [.. report.Figures], Path.Combine(folder, RunFolder.Charts), stop);
        RunHeadline.Write(context.Answer, result, new RunTables(result, published), Path.Combine(folder, RunFolder.Report));
        return ExitCode.Ok;
    }

    private static RunFile Describe(
        ScenarioFile file, Scenario scenario, int threads, int seasons, SeasonClock clock, DateTimeOffset started) => new()
        {
            ScenarioName = scenario.Name,
            Scenario = file.Texts[0].Value,
            Extends = file.Texts.Skip(1).ToDictionary(StringComparer.Ordinal),
            ScenarioHash = ScenarioFile.Hash(scenario),
            Seed = scenario.Seed,
            Version = ProgramVersion.Text,
            Started = started,
            Finished = DateTimeOffset.UtcNow,
            Threads = threads,
            Replications = scenario.Replications,
            Seasons = seasons,
            SeasonsPerSecond = clock.SeasonsPerSecond(),
            StageMs = clock.StageMs(),
            PeakMemoryMb = PeakMemory.Megabytes(),
            VectorBits = VectorWidth.Bits,
        };
}
