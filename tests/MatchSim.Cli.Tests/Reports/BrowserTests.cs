using MatchSim.Cli.Reports;
using Microsoft.Playwright;

namespace MatchSim.Cli.Tests.Reports;

/// <summary>Opens a report in a real browser without a network.</summary>
public sealed class BrowserTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("matchsim-browser-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [BrowserFact]
    public async Task A_report_draws_its_charts_offline_without_a_request_or_an_error()
    {
        string path = Path.Combine(_folder, "report.html");
        await File.WriteAllTextAsync(path, HtmlWriter.Write(SamplePage.Page));
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program(),
            Args = Chromium.Switches,
        });
        await using IBrowserContext context = await browser.NewContextAsync(
            new() { Offline = true, ViewportSize = new() { Width = 1200, Height = 900 } });
        IPage page = await context.NewPageAsync();
        List<string> problems = [];
        page.Console += (_, message) => problems.Add($"console {message.Type}: {message.Text}");
        page.PageError += (_, error) => problems.Add($"error: {error}");
        page.Request += (_, request) =>
        {
            if (request.Url.StartsWith("http", StringComparison.Ordinal))
                problems.Add($"request: {request.Url}");
        };

        await page.GotoAsync(new Uri(path).AbsoluteUri);
        await page.WaitForSelectorAsync("html.drawn");
        await KeepScreenshots(page);

        await page.ClickAsync("summary");
        await page.WaitForFunctionAsync(
            "() => document.querySelector('#hidden .main-svg').clientWidth === hidden.clientWidth");
        await page.ClickAsync("summary");
        Assert.Empty(problems);
        Assert.Equal("How many programs should I apply to?", await page.TitleAsync());
        Assert.Equal(
            ["Download plot", "Zoom", "Pan", "Zoom in", "Zoom out", "Reset axes"],
            await page.Locator("#curve .modebar-btn")
                .EvaluateAllAsync<string[]>("all => all.map(b => b.dataset.title)"));
        Assert.Equal(SamplePage.CurveTraces, await page.Locator("#curve .scatterlayer .trace").CountAsync());
        Assert.Equal(2, await page.Locator("#bars .barlayer .trace").CountAsync());
        foreach (string id in (string[])["curve", "bars", "tornado"])
            Assert.True(await page.Locator($"#{id} svg.main-svg").First.IsVisibleAsync());
        Assert.Equal(
            "Programs applied to (per applicant)", await page.Locator("#curve .xtitle").TextContentAsync());
    }

    [BrowserFact]
    public async Task Charts_become_images_with_the_same_bytes_every_time()
    {
        Figure[] figures = [SamplePage.Curve, SamplePage.Bars];
        IReadOnlyList<string> first =
            await ImageExport.WriteAsync(Program(), figures, Path.Combine(_folder, "a"), CancellationToken.None);
        IReadOnlyList<string> second =
            await ImageExport.WriteAsync(Program(), figures, Path.Combine(_folder, "b"), CancellationToken.None);

        Assert.Equal(["curve.svg", "curve.png", "bars.svg", "bars.png"], first.Select(Path.GetFileName));
        Assert.StartsWith("<svg", await File.ReadAllTextAsync(first[0]), StringComparison.Ordinal);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], (await File.ReadAllBytesAsync(first[1]))[..4]);
        foreach ((string a, string b) in first.Zip(second))
            Assert.Equal(await File.ReadAllBytesAsync(a), await File.ReadAllBytesAsync(b));
    }

    private static string Program() => Chromium.Find() ?? throw new InvalidOperationException(Chromium.Missing);

    /// <summary>To look at: the environment variable MATCHSIM_SCREENSHOTS names a folder for them.</summary>
    private static async Task KeepScreenshots(IPage page)
    {
        if (Environment.GetEnvironmentVariable("MATCHSIM_SCREENSHOTS") is not { Length: > 0 } folder)
            return;
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "report.png"), FullPage = true });
        await page.HoverAsync("#curve .nsewdrag", new() { Position = new() { X = 385, Y = 150 } });
        await page.WaitForTimeoutAsync(500);
        await page.Locator("#curve").ScreenshotAsync(new() { Path = Path.Combine(folder, "hover.png") });
        await page.SetViewportSizeAsync(420, 800);
        await page.WaitForTimeoutAsync(500);
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "report-narrow.png"), FullPage = true });
        await page.SetViewportSizeAsync(1200, 900);
        await page.PdfAsync(new() { Path = Path.Combine(folder, "report.pdf"), Format = "Letter" });
        await ImageExport.WriteAsync(Program(), [SamplePage.Curve, SamplePage.Bars], folder, CancellationToken.None);
    }
}
