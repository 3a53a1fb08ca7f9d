using System.Text.RegularExpressions;

namespace MatchSim.Cli.Tests.Scenarios;

/// <summary><c>generate --explain</c>: one applicant through a season, as the user reads it.</summary>
public sealed class FollowTests : IDisposable
{
    private const string Page = "docs/one-applicant.md";

    private static readonly string Small = Path.Combine(Golden.Root, "tests/MatchSim.Cli.Tests/Scenarios/small.yaml");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Six_applicants_are_followed_as_filed()
    {
        string[] people =
        [
            "us-md-senior-00003",     // a member of a couple
            "us-md-senior-00020",     // wants an advanced position and a first year
            "us-md-senior-00037",     // placed in SOAP
            "us-md-senior-00073",     // a full calendar
            "non-us-img-00017",       // withdrew before ranking
            "non-us-img-00145",       // stopped for a visa
        ];
        string scenario = folder.Write("soap.yaml", File.ReadAllText(Small) + "match: { soap: { rounds: 4 } }\n");
        ProgramRun run = BuiltProgram.Run(
            ["generate", scenario, "--out", folder.File("out"), .. people.SelectMany(id => new[] { "--explain", id })]);
        Assert.True(run.ExitCode == 0, run.Diagnostics);
        Golden.Matches(
            "tests/MatchSim.Cli.Tests/Golden/follow-small.txt", run.Answer.Replace(folder.File("out"), "OUT", StringComparison.Ordinal));
    }

    /// <summary>The story in the docs is what the program tells.</summary>
    [Fact]
    public void The_page_shows_what_the_program_prints()
    {
        ProgramRun run = BuiltProgram.Run("generate", Small, "--out", folder.File("out"), "--explain", "us-img-00005");
        Assert.True(run.ExitCode == 0, run.Diagnostics);
        string story = run.Answer[(run.Answer.IndexOf("\n\n", StringComparison.Ordinal) + 2)..];
        Golden.Matches(Page, Regex.Replace(
            File.ReadAllText(Path.Combine(Golden.Root, Page)),
            "(?<open><!-- story -->\n).*?(?<close><!-- /story -->)",
            match => $"{match.Groups["open"].Value}```\n{story}```\n{match.Groups["close"].Value}",
            RegexOptions.Singleline | RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public void In_the_text_format_people_and_programs_have_numbers()
    {
        string plain = folder.Write("plain.yaml", File.ReadAllText(Small) + "match: { supplemental_lists: off }\n");
        ProgramRun run = BuiltProgram.Run("generate", plain, "--format", "rcp", "--out", folder.File("out"), "--explain", "17");
        Assert.True(run.ExitCode == 0, run.Diagnostics);
        Assert.Contains("\nApplicant 17 ", run.Answer, StringComparison.Ordinal);
        Assert.Matches(@"\n +\d+: internal-medicine categorical ", run.Answer);
    }

    [Fact]
    public void An_unknown_applicant_is_a_sentence_and_nothing_is_written()
    {
        BuiltProgram.Run("generate", Small, "--out", folder.File("out"), "--explain", "us-img-5", "--explain", "us-img-00055", "--explain", "us-img-00065")
            .IsUserError(
                "--explain \"us-img-5\"; allowed: the id of an applicant, us-md-senior-00001 to non-us-img-00150",
                "--explain \"us-img-00065\"", "(did you mean us-img-00005?)");
        Assert.False(Directory.Exists(folder.File("out")));
    }
}
