using System.Text.Json;
using MatchSim.Cli.Files;
using MatchSim.Cli.Reports;
using MatchSim.Cli.Tests.Reports;
using MatchSim.Engine.Calibration;
using MatchSim.Engine.Scenarios;
using Microsoft.Playwright;

namespace MatchSim.Cli.Tests.Scenarios;

/// <summary>The validate command on a small market, which of course misses, and the table of targets.</summary>
public sealed class ValidateTests : IDisposable
{
    private static readonly string Small = Path.Combine(Golden.Root, "tests/MatchSim.Cli.Tests/Scenarios/small.yaml");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_answer_names_every_target_with_its_verdict_and_source()
    {
        ProgramRun run = BuiltProgram.Run("validate", Small, "--threads", "2", "--out", folder.File("a"));
        Assert.True(run.ExitCode == 1, run.Diagnostics);
        Assert.Empty(run.Diagnostics);
        Golden.Matches("tests/MatchSim.Cli.Tests/Golden/validate-small.txt", run.Answer.Replace(folder.File("a"), "OUT", StringComparison.Ordinal));
        Assert.Equal(["report.html"], Directory.GetFiles(folder.File("a")).Select(Path.GetFileName));
    }

    [Fact]
    public void Json_and_report_are_the_same_on_any_number_of_threads()
    {
        string[] answers =
        [
            .. new[] { "1", "2" }.Select(threads =>
                BuiltProgram.Run("validate", Small, "--replications", "3", "--threads", threads, "--json", "--out", folder.File(threads)).Answer),
        ];
        Assert.Equal(answers[0], answers[1]);
        Assert.Equal(File.ReadAllBytes(Path.Combine(folder.File("1"), "report.html")), File.ReadAllBytes(Path.Combine(folder.File("2"), "report.html")));
        using var json = JsonDocument.Parse(answers[0]);
        Assert.Equal(2025, json.RootElement.GetProperty("reference").GetInt32());
        JsonElement[] targets = [.. json.RootElement.GetProperty("targets").EnumerateArray()];
        Assert.Equal(TargetTable.Load(2025).Count, targets.Length);
        Assert.Equal(json.RootElement.GetProperty("outside").GetInt32(), targets.Count(target => target.GetProperty("verdict").GetString() == "outside"));
        JsonElement first = targets[0];
        Assert.Equal(0.935, first.GetProperty("published").GetDouble(), 9);
        Assert.Equal(0.01, first.GetProperty("tolerance").GetDouble(), 9);
        Assert.InRange(first.GetProperty("simulated").GetDouble(), first.GetProperty("ci_low").GetDouble(), first.GetProperty("ci_high").GetDouble());
        JsonElement missing = targets.Single(target =>
            target.GetProperty("specialty").GetString() == "neurology" && target.GetProperty("measure").GetString() == "fill_rate_all");
        Assert.Equal("not_simulated", missing.GetProperty("verdict").GetString());
        Assert.Equal(JsonValueKind.Null, missing.GetProperty("simulated").ValueKind);
    }

    [Fact]
    public void Every_line_of_the_table_finds_its_published_figure_of_2025()
    {
        IReadOnlyList<Target> targets = TargetTable.Load(2025);
        int lines = File.ReadAllLines(Path.Combine(Golden.Root, "scenarios/reference/targets.csv")).Length - 1;
        Assert.Equal(lines, targets.Count);
        Target Find(TargetMeasure measure, ApplicantType? type = null, string? specialty = null, int ranks = 0) =>
            targets.Single(target => (target.Measure, target.Type, target.Specialty, target.Ranks) == (measure, type, specialty, ranks));

        Assert.Equal(0.58, Find(TargetMeasure.MatchRate, ApplicantType.NonUsImg).Published, 1e-9);
        Assert.Equal(new Tolerance(0.02, ToleranceKind.Relative), Find(TargetMeasure.Active).Tolerance);
        Assert.Equal((2026, 7.0), (Find(TargetMeasure.Step2Gap, ApplicantType.NonUsImg, "internal-medicine").Year,
            Find(TargetMeasure.Step2Gap, ApplicantType.NonUsImg, "internal-medicine").Published));
        Assert.Equal(0.503, Find(TargetMeasure.MatchRateByRanks, ApplicantType.NonUsImg, "internal-medicine", 3).Published, 1e-9);
        Assert.Null(Find(TargetMeasure.MatchRateByRanks, ApplicantType.NonUsImg, "internal-medicine", 2).Tolerance);
        // PGY-1 and PGY-2 positions of anesthesiology: 1,804 + 310 of 1,805 + 311 filled, 1,301 + 215 of them by MD seniors.
        Assert.Equal(2114.0 / 2116, Find(TargetMeasure.FillRateAll, null, "anesthesiology").Published, 1e-9);
        Assert.Equal(1516.0 / 2114, Find(TargetMeasure.FilledShare, ApplicantType.UsMdSenior, "anesthesiology").Published, 1e-9);
    }

    [Fact]
    public void The_reference_of_the_scenario_picks_the_year()
    {
        IReadOnlyList<Target> old = TargetTable.Load(2017);
        Assert.Equal(0.548, old.Single(target => target is { Measure: TargetMeasure.MatchRate, Type: ApplicantType.UsImg }).Published, 1e-9);
        Assert.DoesNotContain(old, target => target is { Measure: TargetMeasure.MatchRate, Type: ApplicantType.UsDoSenior });
        Assert.DoesNotContain(old, target => target.Measure == TargetMeasure.FilledShare);
        Assert.Equal(2020, old.Single(target => target.Measure == TargetMeasure.InterviewsPerPosition).Year);
    }

    [Fact]
    public void Mistakes_are_sentences()
    {
        folder.Write("thesis.txt", "mine");
        BuiltProgram.Run("validate", Small, "--out", folder.Path).IsUserError("\"thesis.txt\" in it; allowed: a new or empty folder, or one with an earlier validation");
        BuiltProgram.Run("validate", "us-2026").IsUserError("which is not there", "us-2025");
        BuiltProgram.Run("validate", Small, "--threads", "0").IsUserError("--threads 0");
    }

    [BrowserFact]
    public async Task The_report_draws_published_and_simulated_over_each_other()
    {
        Assert.Equal(1, BuiltProgram.Run("validate", Small, "--replications", "3", "--out", folder.File("a")).ExitCode);
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Find(), Args = Chromium.Switches });
        IPage page = await browser.NewPageAsync();
        List<string> problems = [];
        page.Console += (_, message) => problems.Add(message.Text);
        page.PageError += (_, error) => problems.Add(error);
        await page.GotoAsync(new Uri(Path.Combine(folder.File("a"), "report.html")).AbsoluteUri);
        await page.WaitForSelectorAsync("html.drawn");
        Assert.Empty(problems);
        Assert.Equal("small against published figures", await page.TitleAsync());
        Assert.True(await page.Locator("#ranks-1 .scatterlayer .trace").CountAsync() >= 2);
        Assert.Equal(5, await page.Locator("#funnel .barlayer .trace").CountAsync());
        Assert.Equal(4, await page.Locator("#lengths .barlayer .trace").CountAsync());
        string text = await page.Locator("body").InnerTextAsync();
        foreach (string words in (string[])["Outside tolerance", "not affiliated with NRMP", "not model error", "[1] "])
            Assert.Contains(words, text, StringComparison.Ordinal);
    }
}
