using MatchSim.Cli.Reports;
using MatchSim.Engine.Calibration;

namespace MatchSim.Cli.Tests.Scenarios;

/// <summary>docs/validation.md says what the filed runs say (scenarios/expected; .ci/readme runs them again).</summary>
public sealed class ValidationPageTests
{
    private const string Page = "docs/validation.md";

    [Fact]
    public void The_page_is_made_of_the_filed_runs()
    {
        FiledValidation[] years = [.. new[] { "us-2025", "us-2024", "us-2017" }.Select(name => new FiledValidation(name))];
        Assert.All(years.SelectMany(year => year.Rows), row => Assert.True(row.Fits, $"{row.Target} beside {row.Row}"));
        string page = File.ReadAllText(Path.Combine(Golden.Root, Page));
        page = ValidationPage.With(page, "fitted", ValidationPage.Verdict(years[0]));
        page = ValidationPage.With(page, "outside", ValidationPage.Outside(years[0]));
        page = ValidationPage.With(page, "edge", ValidationPage.NearTheEdge(years[0]));
        page = ValidationPage.With(page, "years", ValidationPage.Rates(years));
        page = ValidationPage.With(page, "every", ValidationPage.Every(years[0]));
        Golden.Matches(Page, page);
    }

    [Fact]
    public void The_findings_about_other_years_are_made_of_the_filed_runs()
    {
        const string Scenarios = "scenarios/README.md";
        FiledTarget[] rates = [.. Rates("us-2024")];
        string table = ReadmeTests.WithFinding(
            File.ReadAllText(Path.Combine(Golden.Root, Scenarios)), "us-2024",
            $"Within {100 * rates.Max(rate => Math.Abs(rate.Simulated - rate.Target.Published)):0.0} points: {string.Join(", ", rates.Select(Beside))}");
        table = ReadmeTests.WithFinding(
            table, "us-2017",
            $"Not all: {string.Join(", ", Rates("us-2017").Select(Beside))}; docs/validation.md says what may be why");
        Golden.Matches(Scenarios, table);
    }

    private static IEnumerable<FiledTarget> Rates(string scenario) => new FiledValidation(scenario).Rows
        .Where(row => row.Target is { Measure: TargetMeasure.MatchRate, Type: not null } && row.Verdict is ("within" or "outside"));

    private static string Beside(FiledTarget rate) =>
        $"{Wording.Name(rate.Target.Type)} {Wording.Percent(rate.Simulated)} % (published {Wording.Percent(rate.Target.Published)})";
}
