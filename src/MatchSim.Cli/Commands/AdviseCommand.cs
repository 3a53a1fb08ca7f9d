using CommandLine;
using MatchSim.Cli.Files;
using MatchSim.Cli.Reports;
using MatchSim.Cli.Shell;
using MatchSim.Engine.Advice;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Cli.Commands;

/// <summary>Options of <c>advise</c>.</summary>
[Verb("advise", HelpText = "How many programs should I apply to? One applicant's chance against the number of programs.")]
internal sealed class AdviseOptions : SimulationOptions
{
    [Option("scenario", MetaValue = "S", Default = "us-2025", HelpText = "Scenario file, or the name of a built-in scenario.")]
    public string Scenario { get; init; } = "us-2025";

    [Option("profile", MetaValue = "FILE", HelpText = "YAML file that says who asks; other options come before it.")]
    public string? Profile { get; init; }

    [Option("type", MetaValue = "T", HelpText = "us-md-senior, us-do-senior, us-img, non-us-img or other; default: non-us-img, if there are any.")]
    public string? Type { get; init; }

    [Option("specialty", MetaValue = "S", HelpText = "Id of the preferred specialty; default: the one most of the type prefer.")]
    public string? Specialty { get; init; }

    [Option("second-specialty", MetaValue = "S", HelpText = "Id of a second specialty; default: none.")]
    public string? SecondSpecialty { get; init; }

    [Option("step2", MetaValue = "N", HelpText = "Step 2 CK score; default: drawn as the type's.")]
    public double? Step2 { get; init; }

    [Option("visa", MetaValue = "V", HelpText = "Visa needed: none, j1 or h1b; default: drawn as the type's.")]
    public string? Visa { get; init; }

    [Option("max-programs", MetaValue = "K", Default = 200, HelpText = "Where the curve ends, 1 to 2000 programs.")]
    public int MaxPrograms { get; init; } = 200;

    [Option("focal", MetaValue = "N", Default = 2000, HelpText = "Applicants like you drawn in every season, 1 to 1000000.")]
    public int Focal { get; init; } = 2000;

    [Option("market-wide", HelpText = "Also simulate what happens if everybody of the type changes together: five times as many seasons more.")]
    public bool MarketWide { get; init; }

    [Option("out", MetaValue = "DIR", HelpText = "Folder for curve.csv and report.html: new, empty, or with earlier advice, which is replaced.")]
    public string? Out { get; init; }

    [Option("json", HelpText = "Print the answer as one line of JSON.")]
    public bool Json { get; init; }
}

internal static class AdviseCommand
{
    private const string Report = "report.html";
    private const string Curve = "curve.csv";
    private const int Seasons = 12;

    private static readonly int[] MarketWideMeans = [10, 25, 50, 100, 150];

    public static async Task<int> RunAsync(AdviseOptions options, CommandContext context, CancellationToken stop)
    {
        options.CheckRanges();
        CheckOptions(options);
        Scenario scenario = ScenarioFile.Read(options.Scenario).Scenario;
        scenario = options.Override(scenario) with { Replications = options.Replications ?? Seasons };
        Profile profile = ProfileFile.Read(options, scenario);
        var advice = new AdviceOptions
        {
            MaxPrograms = options.MaxPrograms,
            FocalApplicants = options.Focal,
            Threads = options.ThreadCount,
            MarketWide = options.MarketWide ? [.. MarketWideMeans.Where(mean => mean <= options.MaxPrograms)] : [],
        };
        var clock = new SeasonClock(options.ThreadCount);
        AdviceResult result = await SeasonRun.Async(
            options, context, Advisor.SeasonCount(scenario, advice), clock,
            () => Advisor.Advise(scenario, profile, advice, clock, stop));
        stop.ThrowIfCancellationRequested();

        if (options.Out is { } folder)
            Write(folder, result);
        if (options.Json)
            await context.Answer.WriteLineAsync(AdviceJson.Of(result, clock.Elapsed.TotalSeconds));
        else
            Write(context.Answer, result, options.Out);
        return ExitCode.Ok;
    }

    private static void CheckOptions(AdviseOptions options)
    {
        var mistakes = new MistakeList();
        if (options.MaxPrograms is < 1 or > 2000)
            mistakes.Add($"--max-programs {options.MaxPrograms}", "1 to 2000");
        if (options.Focal is < 1 or > 1_000_000)
            mistakes.Add($"--focal {options.Focal}", "1 to 1000000");
        if (options.Out is { } folder)
            OutputFolder.Check(folder, [Report, Curve], "earlier advice", mistakes);
        mistakes.ThrowIfAny();
    }

    private static void Write(string folder, AdviceResult result)
    {
        AtomicFile.CreateFolder(folder);
        AtomicFile.WriteText(Path.Combine(folder, Curve), writer => CurveCsv.Write(writer, result));
        AtomicFile.WriteText(Path.Combine(folder, Report), writer => writer.Write(HtmlWriter.Write(AdviceReport.Page(result))));
    }

    private static void Write(TextWriter answer, AdviceResult result, string? folder)
    {
        var wording = new AdviceWording(result);
        answer.Write($"{wording.Question}\n{wording.Size}\n\n{string.Join('\n', wording.Answer())}\n\n");
        foreach (Table table in AdviceTables.All(result))
            TextTable.Write(answer, table, RunHeadline.Width);
        answer.Write($"{string.Join('\n', wording.Limits())}\n");
        if (folder is not null)
            answer.Write($"Report: {Path.Combine(folder, Report)}\n");
    }
}
