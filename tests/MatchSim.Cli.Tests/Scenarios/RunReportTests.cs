using System.Text.RegularExpressions;
using MatchSim.Cli.Reports;
using MatchSim.Cli.Tests.Reports;
using Microsoft.Playwright;

namespace MatchSim.Cli.Tests.Scenarios;

/// <summary>The report of a run, in a real browser without a network.</summary>
public sealed class RunReportTests : IDisposable
{
    private static readonly string Small = Path.Combine(Golden.Root, "tests/MatchSim.Cli.Tests/Scenarios/small.yaml");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [BrowserFact]
    public async Task The_report_draws_the_sweep_beside_the_published_averages()
    {
        Assert.Equal(0, BuiltProgram.Run("run", Small, "--out", folder.File("out"), "--replications", "3").ExitCode);
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Find(), Args = Chromium.Switches });
        await using IBrowserContext context = await browser.NewContextAsync(new() { Offline = true });
        IPage page = await context.NewPageAsync();
        List<string> problems = [];
        page.Console += (_, message) => problems.Add(message.Text);
        page.PageError += (_, error) => problems.Add(error);

        await page.GotoAsync(new Uri(Path.Combine(folder.File("out"), "report.html")).AbsoluteUri);
        await page.WaitForSelectorAsync("html.drawn");

        Assert.Empty(problems);
        Assert.Equal("What happens if non-US IMGs of a small market apply to more programs?", await page.TitleAsync());
        Assert.Equal("Programs applied to, mean of non-US IMGs (programs)", await page.Locator("#sweep-1 .xtitle").TextContentAsync());
        Assert.Equal("PGY-1 match rate of active applicants (%)", await page.Locator("#sweep-1 .ytitle").TextContentAsync());
        // Four types: a band, a line and a published average each; and the rate of all who applied.
        Assert.Equal(13, await page.Locator("#sweep-1 .scatterlayer .trace").CountAsync());
        Assert.Contains("139", await page.Locator("#sweep-1 .annotation").First.TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal(2, await page.Locator("#rates .barlayer .trace").CountAsync());
        string text = await page.Locator("body").InnerTextAsync();
        foreach (string words in (string[])["not model error", "not affiliated with NRMP", "of all who applied", "assumptions", "before SOAP"])
            Assert.Contains(words, text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_names_no_clock_and_no_place()
    {
        Assert.Equal(0, BuiltProgram.Run("run", Small, "--out", folder.File("out"), "--replications", "2").ExitCode);
        string html = File.ReadAllText(Path.Combine(folder.File("out"), "report.html"));
        Assert.DoesNotContain(folder.Path, html, StringComparison.Ordinal);
        Assert.DoesNotMatch(new Regex($@"{DateTime.UtcNow.Year}-\d\d-\d\d", RegexOptions.None, TimeSpan.FromSeconds(5)), html);
    }
}
