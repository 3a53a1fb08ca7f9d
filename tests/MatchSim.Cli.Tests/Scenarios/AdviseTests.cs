using System.Text.Json;
using MatchSim.Cli.Reports;
using MatchSim.Cli.Tests.Reports;
using Microsoft.Playwright;

namespace MatchSim.Cli.Tests.Scenarios;

/// <summary>The advise command on a small market.</summary>
public sealed class AdviseTests : IDisposable
{
    private static readonly string Small = Path.Combine(Golden.Root, "tests/MatchSim.Cli.Tests/Scenarios/small.yaml");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_answer_begins_with_the_recommendation()
    {
        ProgramRun run = Advise("--type", "non-us-img", "--step2", "252", "--out", folder.File("a"));
        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Diagnostics);
        Golden.Matches("tests/MatchSim.Cli.Tests/Golden/advise-small.txt", run.Answer.Replace(folder.File("a"), "OUT", StringComparison.Ordinal));
        Golden.Matches("tests/MatchSim.Cli.Tests/Golden/advise-small.csv", File.ReadAllText(Path.Combine(folder.File("a"), "curve.csv")));
        Assert.Equal(["curve.csv", "report.html"], Directory.GetFiles(folder.File("a")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Threads_change_nothing()
    {
        foreach (string threads in (string[])["1", "3"])
            Advise("--threads", threads, "--out", folder.File(threads));
        foreach (string file in (string[])["curve.csv", "report.html"])
            Assert.Equal(File.ReadAllBytes(Path.Combine(folder.File("1"), file)), File.ReadAllBytes(Path.Combine(folder.File("3"), file)));
    }

    [Fact]
    public void Json_says_the_same()
    {
        using var json = JsonDocument.Parse(Advise("--json").Answer);
        JsonElement root = json.RootElement;
        Assert.Equal(
            ["recommended", "diminishing_returns", "best", "curve", "approximation_error", "seconds"],
            root.EnumerateObject().Select(property => property.Name).Take(6));
        Assert.Equal(JsonValueKind.Null, root.GetProperty("approximation_error").ValueKind);
        JsonElement[] curve = [.. root.GetProperty("curve").EnumerateArray().Where(row => row.GetProperty("mode").GetString() == "individual")];
        Assert.Equal(Enumerable.Range(0, 31), curve.Select(row => row.GetProperty("programs").GetInt32()));
        double chosen = curve[root.GetProperty("recommended").GetInt32()].GetProperty("match_probability").GetDouble();
        Assert.InRange(chosen, root.GetProperty("best").GetDouble() - 0.01 - 1e-9, 1);
        Assert.Equal(JsonValueKind.Null, curve[30].GetProperty("marginal_per_10").ValueKind);
    }

    [Fact]
    public void Options_come_before_the_profile()
    {
        string me = folder.Write("me.yaml", "type: us-img\nspecialty: surgery\nfailed_attempt: no\nvisa: none\n");
        ProgramRun run = Advise("--profile", me, "--specialty", "internal-medicine");
        Assert.StartsWith(
            "How many programs should a US IMG in internal-medicine (no visa needed, no failed attempt) apply to?",
            run.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Mistakes_are_sentences_all_at_once()
    {
        string me = folder.Write("me.yaml", "typ: us-img\nstep2: high\nvisa: f1\n");
        Advise("--profile", me).IsUserError(
            "me.yaml, line 1: found key \"typ\"", "did you mean type?", "line 2: found step2: \"high\"; allowed: a number", "none, j1 or h1b");
        Advise("--type", "us-img", "--step2", "400").IsUserError("found Step 2 CK score 400; allowed: 194 to 306");
        Advise("--profile", folder.Write("fraction.yaml", "region: 3.5\n")).IsUserError(
            "fraction.yaml, line 1: found region: \"3.5\"; allowed: a whole number");
        Advise("--profile", folder.File("nobody.yaml")).IsUserError("nobody.yaml: found no such file");
        Advise("--profile", folder.Path).IsUserError("found a folder; allowed: a readable file");
        File.WriteAllBytes(folder.File("latin.yaml"), [0x74, 0x79, 0xe9]);
        Advise("--profile", folder.File("latin.yaml")).IsUserError("latin.yaml, line 1: found the byte 0xe9, which is not UTF-8");
        Advise("--partner", folder.File("nobody.yaml")).IsUserError("nobody.yaml: found no such file");
        Advise("--specialty", "radiologie").IsUserError("which has no programs in the scenario small", "did you mean radiology?");
        Advise("--type", "other").IsUserError("type other, of whom nobody applies");
        Advise("--type", "imgs").IsUserError("--type \"imgs\"");
        BuiltProgram.Run("advise", "--scenario", Small, "--focal", "0", "--max-programs", "0", "--budget", "0", "--mix-programs", "0")
            .IsUserError("--focal 0", "--max-programs 0", "--budget 0", "--mix-programs 0");
        folder.Write("thesis.txt", "mine");
        Advise("--out", folder.Path).IsUserError("allowed: a new or empty folder, or one with earlier advice");
    }

    [Fact]
    public void Two_profiles_are_answered_as_a_couple()
    {
        string you = folder.Write("you.yaml", "type: us-md-senior\nspecialty: radiology\n");
        string[] question = ["--type", "us-img", "--partner", you, "--budget", "120"];
        ProgramRun run = Advise([.. question, "--out", folder.File("c")]);
        Assert.Equal(0, run.ExitCode);
        Golden.Matches("tests/MatchSim.Cli.Tests/Golden/advise-couple.txt", run.Answer.Replace(folder.File("c"), "OUT", StringComparison.Ordinal));
        Golden.Matches("tests/MatchSim.Cli.Tests/Golden/advise-couple.csv", File.ReadAllText(folder.File("c/partner_curve.csv")));
        Assert.Equal(["curve.csv", "partner_curve.csv", "report.html"], Directory.GetFiles(folder.File("c")).Select(Path.GetFileName).Order());
        using var json = JsonDocument.Parse(Advise([.. question, "--json"]).Answer);
        Assert.Equal("both", json.RootElement.GetProperty("outcomes")[0].GetProperty("outcome").GetString());
        Assert.Equal(
            json.RootElement.GetProperty("curve")[0].GetProperty("match_probability").GetDouble(),
            json.RootElement.GetProperty("outcomes")[0].GetProperty("probability").GetDouble());
    }

    [Fact]
    public void Who_ships_a_scenario_measures_its_look_up()
    {
        string file = folder.File("approximation.csv");
        ProgramRun run = BuiltProgram.Run("measure-advice", Small, "--re-runs", "10", "--out", file);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("national matches run again with one newcomer each", run.Answer, StringComparison.Ordinal);
        string once = File.ReadAllText(file);
        BuiltProgram.Run("measure-advice", Small, "--re-runs", "10", "--threads", "1", "--out", file);
        Assert.Equal(once, File.ReadAllText(file));
        Assert.Equal(2, once.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        BuiltProgram.Run("measure-advice", Small, "--re-runs", "0", "--out", file).IsUserError("--re-runs 0");
    }

    [BrowserFact]
    public async Task The_report_shows_the_curve_first()
    {
        Advise("--out", folder.File("a"));
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Find(), Args = Chromium.Switches });
        IPage page = await browser.NewPageAsync();
        List<string> problems = [];
        page.Console += (_, message) => problems.Add(message.Text);
        page.PageError += (_, error) => problems.Add(error);
        await page.GotoAsync(new Uri(Path.Combine(folder.File("a"), "report.html")).AbsoluteUri);
        await page.WaitForSelectorAsync("html.drawn");
        Assert.Empty(problems);
        Assert.True(await page.Locator("#curve .scatterlayer .trace").CountAsync() >= 2);
        string text = await page.Locator("body").InnerTextAsync();
        foreach (string words in (string[])["Apply to about", "not affiliated with NRMP", "not model error", "arms race"])
            Assert.Contains(words, text, StringComparison.Ordinal);
    }

    private static ProgramRun Advise(params string[] arguments) => BuiltProgram.Run(
        ["advise", "--scenario", Small, "--no-cache", "--max-programs", "30", "--focal", "100", "--replications", "4", .. arguments]);
}
