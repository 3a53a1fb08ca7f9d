using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using MatchSim.Cli.Files;
using MatchSim.Cli.Reports;
using MatchSim.Cli.Shell;
using MatchSim.Cli.Tests.Reports;
using Microsoft.Playwright;

namespace MatchSim.Cli.Tests.Scenarios;

/// <summary>Sensitivity of a small scenario, as users run it.</summary>
public sealed class SensitivityTests : IDisposable
{
    private const string Asked = "sensitivity: { parameters: [interviews.per_position, applicants.us-img.quality.mean, " +
        "applicants.us-md-senior.us_experience, applications.fees.first_fee], measures: [match-rate, fill-rate] }\n";

    private readonly TemporaryFolder folder = new();

    public SensitivityTests() =>
        folder.Write("small.yaml", File.ReadAllText(Path.Combine(Golden.Root, "tests/MatchSim.Cli.Tests/Scenarios/small.yaml")));

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_file_has_a_line_for_every_step_group_and_measure()
    {
        Run("a", Asked);
        string[] lines = File.ReadAllLines(Path.Combine(folder.File("a"), "sensitivity.csv"));
        Assert.Equal("parameter,direction,value,applicant_type,measure,difference,std_error,ci_low,ci_high,replications", lines[0]);
        string[][] rows = [.. lines.Skip(1).Select(line => line.Split(','))];
        // Seven steps (experience of MD seniors stands at its limit of 1) of four types and all; positions for all only.
        Assert.Equal(7 * (5 + 1), rows.Length);
        Assert.Equal(["12.87", "15.73"], rows.Where(row => row[0] == "interviews.per_position").Select(row => row[2]).Distinct());
        Assert.Equal(["low"], rows.Where(row => row[0].EndsWith("us_experience", StringComparison.Ordinal)).Select(row => row[1]).Distinct());
        Assert.All(rows, row => Assert.Equal(row[4] == "fill_rate" ? "all" : row[3], row[3]));
        Assert.All(rows.Where(row => row[0] == "applications.fees.first_fee"), row => Assert.All(row[5..9], number => Assert.Equal("0.000000", number)));
        Assert.All(rows, row => Assert.InRange(
            double.Parse(row[5], CultureInfo.InvariantCulture), double.Parse(row[7], CultureInfo.InvariantCulture), double.Parse(row[8], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Threads_change_nothing()
    {
        ProgramRun one = Run("a", Asked, "--threads", "1");
        ProgramRun two = Run("b", Asked, "--threads", "2");
        Assert.Equal(one.Answer.Replace(folder.File("a"), "", StringComparison.Ordinal), two.Answer.Replace(folder.File("b"), "", StringComparison.Ordinal));
        foreach (string file in (string[])["summary.csv", "sensitivity.csv", "report.html"])
            Assert.Equal(File.ReadAllBytes(Path.Combine(folder.File("a"), file)), File.ReadAllBytes(Path.Combine(folder.File("b"), file)));
    }

    [Fact]
    public void The_answer_shows_what_moves_most_and_the_record_counts_every_season()
    {
        ProgramRun run = Run("a", Asked);
        Assert.Contains("sensitive: 4 seasons × 8 points, seed 7", run.Answer, StringComparison.Ordinal);
        Assert.Contains("What changes the PGY-1 match rate of active applicants most, points, a step of 10 % each", run.Answer, StringComparison.Ordinal);
        Assert.Matches(new Regex(@"applicants\.us-img\.quality\.mean +US IMGs +[-+]\d", RegexOptions.None, TimeSpan.FromSeconds(5)), run.Answer);
        using var record = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.File("a"), "run.json")));
        Assert.Equal(4 * 8, record.RootElement.GetProperty("seasons").GetInt32());
    }

    [Fact]
    public void A_file_of_an_earlier_run_does_not_stay_behind()
    {
        Run("a", Asked);
        Run("a", "");
        Assert.Equal(["replications.db", "report.html", "run.json", "summary.csv"], Directory.GetFiles(folder.File("a")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void It_is_not_inherited()
    {
        Run("a", Asked);
        folder.Write("child.yaml", "extends: sensitive.yaml\nname: child\nquestion: And now?\nreplications: 2\n");
        Assert.Equal(0, BuiltProgram.Run("run", folder.File("child.yaml"), "--out", folder.File("b")).ExitCode);
        Assert.False(File.Exists(Path.Combine(folder.File("b"), "sensitivity.csv")));
    }

    [Fact]
    public void Every_assumption_is_moved_if_none_is_named()
    {
        Run("a", "sensitivity: {}\n", "--replications", "2");
        string[] parameters = [.. File.ReadLines(Path.Combine(folder.File("a"), "sensitivity.csv")).Skip(1).Select(line => line.Split(',')[0]).Distinct()];
        Assert.True(parameters.Length > 90, $"{parameters.Length}");
        Assert.Contains("ranking.applicant_noise", parameters);
        Assert.DoesNotContain("applications.fees.first_fee", parameters);
    }

    [Theory]
    [InlineData("sensitivity: { parameters: [interviews.per_positon] }", "line 5: found sensitivity to \"interviews.per_positon\"", "did you mean per_position?")]
    [InlineData("sensitivity: { parameters: [interviews] }", "which is not a number (interviews.per_position is one)")]
    [InlineData("sensitivity: { parameters: [seed] }", "says how a run is done")]
    [InlineData("sensitivity: { parameters: interviews.noise }", "found \"interviews.noise\" as sensitivity.parameters; allowed: a list")]
    [InlineData("sensitivity: { parameters: [interviews.noise, interviews.noise] }", "sensitivity to interviews.noise twice; allowed: each parameter once")]
    [InlineData("sensitivity: { step: 0 }", "found sensitivity.step = 0; allowed: 0.0001 to 10")]
    [InlineData("sensitivity: { step: a tenth, measures: [match-rat], applicant_types: [other] }", "found \"a tenth\"", "match-rate-applicants", "found other in sensitivity.applicant_types")]
    [InlineData("sensitivity: { steps: 0.1 }", "did you mean step?")]
    [InlineData("sensitivity:", "found nothing as sensitivity")]
    [InlineData("sensitivity: { step: 2.5, parameters: [market.programs.visa_h1b] }", "with market.programs.visa_h1b = 0.77 (a step from 0.22)", "at most visa_j1 (0.637)")]
    public void Mistakes_are_sentences(string asked, params string[] expected)
    {
        string file = folder.Write("bad.yaml", $"extends: small.yaml\nname: bad\nquestion: Why?\nreplications: 2\n{asked}\n");
        string sentences = Assert.Throws<UserErrorException>(() => ScenarioFile.Read(file)).Message;
        foreach (string fragment in expected)
            Assert.Contains(fragment, sentences, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task The_report_draws_a_tornado_with_the_largest_swing_on_top()
    {
        Run("a", Asked);
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Find(), Args = Chromium.Switches });
        IPage page = await browser.NewPageAsync();
        List<string> problems = [];
        page.Console += (_, message) => problems.Add(message.Text);
        page.PageError += (_, error) => problems.Add(error);
        await page.GotoAsync(new Uri(Path.Combine(folder.File("a"), "report.html")).AbsoluteUri);
        await page.WaitForSelectorAsync("html.drawn");
        Assert.Empty(problems);
        Assert.Equal(2, await page.Locator("#tornado-1 .barlayer .trace").CountAsync());
        Assert.Equal("Change of the PGY-1 match rate of active applicants (points)", await page.Locator("#tornado-1 .xtitle").TextContentAsync());
        string labels = string.Join('|', await page.Locator("#tornado-1 .ytick").AllTextContentsAsync());
        Assert.Contains("interviews.per_position12.87 – 15.73 places per position", labels, StringComparison.Ordinal);
        Assert.Contains("0.9 – 1 (limit)", labels, StringComparison.Ordinal);
        async Task<double> Top(string label) => (await page.Locator("#tornado-1 .ytick", new() { HasText = label }).BoundingBoxAsync())!.Y;
        Assert.True(await Top("us-img.quality.mean") < await Top("first_fee"), "the parameter without effect stands at the bottom");
    }

    private ProgramRun Run(string output, string asked, params string[] options)
    {
        string file = folder.Write("sensitive.yaml", $"extends: small.yaml\nname: sensitive\nquestion: What matters?\nreplications: 4\n{asked}");
        ProgramRun run = BuiltProgram.Run(["run", file, "--out", folder.File(output), .. options]);
        Assert.True(run.ExitCode == 0, run.Diagnostics);
        return run;
    }
}
