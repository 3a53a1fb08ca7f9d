using MatchSim.Cli.Reports;
using MatchSim.Cli.Tests.Reports;
using Microsoft.Playwright;

namespace MatchSim.Cli.Tests.Scenarios;

/// <summary>The individual mode of a sweep, as users call it.</summary>
public sealed class SweepModeTests : IDisposable
{
    private static readonly string Small = File.ReadAllText(Path.Combine(Golden.Root, "tests/MatchSim.Cli.Tests/Scenarios/small.yaml"));

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Both_curves_stand_in_the_answer_and_in_the_summary()
    {
        ProgramRun run = BuiltProgram.Run("run", WithMode("both"), "--out", folder.File("out"));
        Assert.True(run.ExitCode == 0, run.Diagnostics);
        string table = run.Answer[run.Answer.IndexOf("PGY-1 match rate, % of active applicants, ±", StringComparison.Ordinal)..];
        Golden.Matches(
            "tests/MatchSim.Cli.Tests/Golden/run-small-both.txt",
            table.Replace(folder.Path, "OUT", StringComparison.Ordinal) + string.Join('\n', Individual("out")) + "\n");
    }

    [Fact]
    public void Alone_it_runs_no_season_more_and_has_only_its_measure()
    {
        ProgramRun run = BuiltProgram.Run("run", WithMode("individual"), "--out", folder.File("one"), "--threads", "1");
        Assert.Contains("small: 6 seasons × 1 point", run.Answer, StringComparison.Ordinal);
        Assert.DoesNotContain("market-wide", run.Answer, StringComparison.Ordinal);
        BuiltProgram.Run("run", WithMode("both"), "--out", folder.File("both"), "--threads", "2");
        Assert.Equal(Individual("one"), Individual("both"));
        Assert.All(Individual("one"), line => Assert.Contains(",non-us-img,", line, StringComparison.Ordinal));
        Assert.All(Individual("one"), line => Assert.Contains(",match_probability,", line, StringComparison.Ordinal));
    }

    [Fact]
    public void What_has_no_individual_curve_is_refused_with_the_line()
    {
        string other = folder.Write("other.yaml", Small.Replace(
            "  parameters:\n    - key: applicants.non-us-img.applications.mean",
            "  mode: both\n  parameters:\n    - key: interviews.noise", StringComparison.Ordinal));
        int line = File.ReadAllLines(other).ToList().FindIndex(text => text.Contains("interviews.noise", StringComparison.Ordinal)) + 1;
        BuiltProgram.Run("run", other).IsUserError(
            $"other.yaml, line {line}: found a sweep over interviews.noise that asks for the individual curve",
            "applicants.<type>.applications.mean", "mode: market-wide");
        BuiltProgram.Run("run", WithMode("alone")).IsUserError("individual, market-wide or both");
    }

    [BrowserFact]
    public async Task The_report_draws_both_curves_in_one_chart()
    {
        Assert.Equal(0, BuiltProgram.Run("run", WithMode("both"), "--out", folder.File("out"), "--replications", "3").ExitCode);
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Find(), Args = Chromium.Switches });
        await using IBrowserContext context = await browser.NewContextAsync(new() { Offline = true });
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(Path.Combine(folder.File("out"), "report.html")).AbsoluteUri);
        await page.WaitForSelectorAsync("html.drawn");
        // A band and a line each.
        Assert.Equal(4, await page.Locator("#alone-1 .scatterlayer .trace").CountAsync());
        Assert.Contains("24 on average", await page.Locator("#alone-1 .annotation").First.TextContentAsync(), StringComparison.Ordinal);
        Assert.Contains("arms race", await page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
    }

    private string WithMode(string mode) =>
        folder.Write($"{mode}.yaml", Small.Replace("sweep:\n", $"sweep:\n  mode: {mode}\n", StringComparison.Ordinal));

    private string[] Individual(string output) =>
        [.. File.ReadLines(Path.Combine(folder.File(output), "summary.csv")).Where(line => line.Split(',')[1] == "individual")];
}
