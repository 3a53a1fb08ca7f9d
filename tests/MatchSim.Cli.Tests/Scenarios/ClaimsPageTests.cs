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
        (string, FiledSummary) asItIs = ("as in 2025", new FiledSummary("claim-visa"));
        page = ValidationPage.With(page, "claim-25-programs", new FiledSummary("claim-25-programs").Table(
            "programs", new Shown("one of them alone, chance in %", "match_probability", "non-us-img", "individual"),
            new Shown("all of them: matched, % of all who applied", "match_rate_applicants", "non-us-img"), NonUs));
        page = ValidationPage.With(page, "claim-screening", FiledSummary.Beside(
            [asItIs, ("as claimed", new FiledSummary("claim-screening"))], Us, NonUs));
        page = ValidationPage.With(page, "claim-visa", new FiledSummary("claim-visa").Table("share who need a visa", NonUs, Us));
        page = ValidationPage.With(page, "claim-one-more-rank", new FiledSummary("claim-one-more-rank").Table(
            "share left unranked", NonUs, new Shown("their lists if matched", "rank_list_length_matched", "non-us-img"),
            new Shown("all, % of active", "match_rate", "all")));
        page = ValidationPage.With(page, "claim-everybody", FiledSummary.Beside(
            [asItIs, ("half as many more", new FiledSummary("claim-everybody"))], new Shown("all, % of active", "match_rate", "all"), NonUs, Us, new Shown("MD seniors", "match_rate", "us-md-senior"),
            new Shown("DO seniors", "match_rate", "us-do-senior")));
        Golden.Matches(Page, page);
    }

    [Fact]
    public void The_findings_in_the_table_of_scenarios_are_made_of_the_filed_runs()
    {
        const string Scenarios = "scenarios/README.md";
        string table = File.ReadAllText(Path.Combine(Golden.Root, Scenarios));
        foreach ((string scenario, string finding) in Findings())
            table = ReadmeTests.WithFinding(table, scenario, finding);
        Golden.Matches(Scenarios, table);
    }

    private static IEnumerable<(string Scenario, string Finding)> Findings()
    {
        var alone = new Shown("", "match_probability", "non-us-img", "individual");
        var together = new Shown("", "match_rate_applicants", "non-us-img");
        const string Applications = "applicants.non-us-img.applications.mean";
        FiledSummary programs = new("claim-25-programs");
        yield return ("claim-25-programs",
            $"From 25 to 200 programs: one alone {programs.Value($"{Applications}=25", alone)} to {programs.Value($"{Applications}=200", alone)} %, " +
            $"all together {programs.Value($"{Applications}=25", together)} to {programs.Value($"{Applications}=200", together)} % of those who applied");
        FiledSummary screening = new("claim-screening");
        yield return ("claim-screening",
            $"US IMGs {screening.Value("", Us)} %, non-US IMGs {screening.Value("", NonUs)} % (published 67.8 and 58.0): the claim is upside down");
        FiledSummary visa = new("claim-visa");
        yield return ("claim-visa",
            $"If none did {visa.Value("applicants.non-us-img.visa_need=0", NonUs)} %, if all did {visa.Value("applicants.non-us-img.visa_need=1", NonUs)} % of the active");
        FiledSummary ranks = new("claim-one-more-rank");
        yield return ("claim-one-more-rank",
            $"Non-US IMGs {ranks.Value("ranking.applicant_unranked=0", NonUs)} % if all applicants rank every interview, " +
            $"{ranks.Value("ranking.applicant_unranked=0.5", NonUs)} % if they rank half of them");
        FiledSummary everybody = new("claim-everybody");
        var all = new Shown("", "match_rate", "all");
        yield return ("claim-everybody", $"Little: {everybody.Value("", all)} % of all active match, {visa.Value("", all)} % as things are");
        FiledSummary choices = new("choice-tradeoff");
        var first = new Shown("", "first_choice_share", "us-md-senior");
        var three = new Shown("", "top3_share", "us-md-senior");
        yield return ("choice-tradeoff",
            $"From {choices.Value(choices.Points[^1], first)} and {choices.Value(choices.Points[^1], three)} % to " +
            $"{choices.Value(choices.Points[1], first)} and {choices.Value(choices.Points[1], three)} %");
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
