using MatchSim.Cli.Files;
using MatchSim.Cli.Reports;
using MatchSim.Cli.Shell;
using MatchSim.Engine.Advice;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Cli.Commands;

/// <summary>Answers "how many programs should I apply to", for one applicant or for a couple.</summary>
internal static class AdviseCommand
{
    private const string Report = "report.html";
    private const string Curve = "curve.csv";
    private const string Partner = "partner_curve.csv";
    private const int Seasons = 200;
    private const int CoupleSeasons = 24;
    private const int MarketWideSeasons = 3;

    private static readonly int[] MarketWideMeans = [10, 50, 150];

    public static async Task<int> RunAsync(AdviseOptions options, CommandContext context, CancellationToken stop)
    {
        options.CheckRanges();
        CheckOptions(options);
        Scenario scenario = ScenarioFile.Read(options.Scenario).Scenario;
        scenario = options.Override(scenario) with
        {
            Replications = options.Replications ?? (options.Partner is null ? Seasons : CoupleSeasons),
        };
        Profile profile = ProfileFile.Read(options, scenario);
        var clock = new SeasonClock(options.ThreadCount);
        if (options.Partner is { } file)
            return await Couple(scenario, profile, ProfileFile.Read(file, scenario), options, context, clock, stop);

        AdviceBasis basis = await Basis(scenario, options, context, clock, stop);
        AdviceResult result = Advisor.Advise(basis, profile, Settings(options), stop) with { Approximation = ApproximationFile.Find(scenario) };
        stop.ThrowIfCancellationRequested();
        if (options.Out is { } folder)
        {
            AtomicFile.CreateFolder(folder);
            AtomicFile.WriteText(Path.Combine(folder, Curve), writer => CurveCsv.Write(writer, result));
            AtomicFile.WriteText(Path.Combine(folder, Report), writer => writer.Write(HtmlWriter.Write(AdviceReport.Page(result))));
        }

        if (options.Json)
            await context.Answer.WriteLineAsync(AdviceJson.Of(result, clock.Elapsed.TotalSeconds));
        else
            AdviceText.Write(context.Answer, result, options.Out is { } to ? Path.Combine(to, Report) : null);
        return ExitCode.Ok;
    }

    /// <summary>Two profiles, who rank jointly: no look-up answers that, so matches are run again.</summary>
    private static async Task<int> Couple(
        Scenario scenario, Profile first, Profile second, AdviseOptions options, CommandContext context, SeasonClock clock, CancellationToken stop)
    {
        var settings = new CoupleAdviceOptions { MaxPrograms = options.MaxPrograms, Budget = options.Budget, Threads = options.ThreadCount };
        CoupleAdvice advice = await SeasonRun.Async(
            options, context, scenario.Replications, clock,
            () => CoupleAdvice.Advise(scenario, first, second, settings, clock, stop));
        stop.ThrowIfCancellationRequested();
        if (options.Out is { } folder)
        {
            AtomicFile.CreateFolder(folder);
            AtomicFile.WriteText(Path.Combine(folder, Curve), writer => CoupleCsv.WriteCurve(writer, advice));
            AtomicFile.WriteText(Path.Combine(folder, Partner), writer => CoupleCsv.WriteBoth(writer, advice));
            AtomicFile.WriteText(Path.Combine(folder, Report), writer => writer.Write(HtmlWriter.Write(CoupleReport.Page(advice))));
        }

        if (options.Json)
            await context.Answer.WriteLineAsync(CoupleJson.Of(advice, clock.Elapsed.TotalSeconds));
        else
            AdviceText.Write(context.Answer, advice, options.Out is { } to ? Path.Combine(to, Report) : null);
        return ExitCode.Ok;
    }

    private static AdviceOptions Settings(AdviseOptions options) => new()
    {
        MaxPrograms = options.MaxPrograms,
        FocalApplicants = options.Focal,
        MixPrograms = options.MixPrograms,
        Threads = options.ThreadCount,
    };

    /// <summary>The scenario's seasons: from the cache, or simulated and kept there.</summary>
    private static async Task<AdviceBasis> Basis(
        Scenario scenario, AdviseOptions options, CommandContext context, SeasonClock clock, CancellationToken stop)
    {
        var seasons = new BasisOptions
        {
            MarketWide = options.NoMarketWide ? [] : MarketWideMeans,
            MarketWideSeasons = MarketWideSeasons,
            Threads = options.ThreadCount,
        };
        BasisCache? cache = options.NoCache ? null : BasisCache.Of(scenario, seasons, context.Diagnostics);
        if (cache?.Read(scenario) is { } kept)
            return kept;
        AdviceBasis basis = await SeasonRun.Async(
            options, context, AdviceBasis.SeasonCount(scenario, seasons), clock,
            () => AdviceBasis.Prepare(scenario, seasons, clock, stop));
        cache?.Write(basis);
        return basis;
    }

    private static void CheckOptions(AdviseOptions options)
    {
        var mistakes = new MistakeList();
        if (options.MaxPrograms is < 1 or > 2000)
            mistakes.Add($"--max-programs {options.MaxPrograms}", "1 to 2000");
        if (options.MixPrograms is < 1 or > 2000)
            mistakes.Add($"--mix-programs {options.MixPrograms}", "1 to 2000");
        if (options.Focal is < 1 or > 1_000_000)
            mistakes.Add($"--focal {options.Focal}", "1 to 1000000");
        if (options.Budget is < 1 or > 10_000_000)
            mistakes.Add($"--budget {options.Budget}", "1 to 10000000");
        if (options.Out is { } folder)
            OutputFolder.Check(folder, [Report, Curve, Partner], "earlier advice", mistakes);
        mistakes.ThrowIfAny();
    }
}
