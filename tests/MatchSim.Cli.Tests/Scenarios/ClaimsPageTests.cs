namespace MatchSim.Cli.Tests.Scenarios;

/// <summary>docs/claims.md and the trade-off of docs/validation.md say what the filed runs say (.ci/readme runs them again).</summary>
public sealed class ClaimsPageTests
{
    private const string Page = "docs/claims.md";

    private static readonly Shown NonUs = new("non-US IMGs matched, % of active", "match_rate", "non-us-img");
    private static readonly Shown Us = new("US IMGs matched, % of active", "match_rate", "us-img");

    [Fact]
    public void The_answers_are_made_of_the_filed_runs()
    {
        string page = File.ReadAllText(Path.Combine(Golden.Root, Page));
        page = ValidationPage.With(page, "claim-25-programs", new FiledSummary("claim-25-programs").Table(
            "programs", new Shown("one of them alone, chance in %", "match_probability", "non-us-img", "individual"),
            new Shown("all of them: matched, % of all who applied", "match_rate_applicants", "non-us-img"), NonUs));
        page = ValidationPage.With(page, "claim-screening", new FiledSummary("claim-screening").Table("", Us, NonUs));
        page = ValidationPage.With(page, "claim-visa", new FiledSummary("claim-visa").Table("share who need a visa", NonUs, Us));
        page = ValidationPage.With(page, "claim-one-more-rank", new FiledSummary("claim-one-more-rank").Table(
            "share left unranked", NonUs, new Shown("their lists if matched", "rank_list_length_matched", "non-us-img"),
            new Shown("all, % of active", "match_rate", "all")));
        page = ValidationPage.With(page, "claim-everybody", new FiledSummary("claim-everybody").Table(
            "", new Shown("all, % of active", "match_rate", "all"), NonUs, Us, new Shown("MD seniors", "match_rate", "us-md-senior"),
            new Shown("DO seniors", "match_rate", "us-do-senior")));
        Golden.Matches(Page, page);
    }

    [Fact]
    public void The_trade_off_is_made_of_the_filed_run()
    {
        const string Validation = "docs/validation.md";
        string page = File.ReadAllText(Path.Combine(Golden.Root, Validation));
        Golden.Matches(Validation, ValidationPage.With(page, "trade-off", new FiledSummary("choice-tradeoff").Table(
            "`desirability_weight`, `performance`", new Shown("first choice, %", "first_choice_share", "us-md-senior"),
            new Shown("first three, %", "top3_share", "us-md-senior"), new Shown("matched, %", "match_rate", "us-md-senior"))));
    }
}
