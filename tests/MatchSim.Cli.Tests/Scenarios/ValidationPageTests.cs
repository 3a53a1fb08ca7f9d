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
}
