using System.Text.Json;
using MatchSim.Cli.Files;
using MatchSim.Engine.Matching;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Cli.Reports;

/// <summary>The stability check as one line of JSON: every finding with its ids and its sentence.</summary>
internal static class CheckJson
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static string Of(NamedInstance instance, StabilityReport report, StabilitySentences sentences) => JsonSerializer.Serialize(
        new
        {
            Stable = report.IsStable,
            Blocking = report.Blocking.Select(blocking => new
            {
                Kind = NameCase.Snake(blocking.Kind),
                Couple = blocking.Couple < 0 ? null : instance.Couples[blocking.Couple],
                Applicants = Halves(blocking).Select(half => instance.Applicants[half.Applicant]),
                Programs = Halves(blocking).Select(half => half.Program < 0 ? null : instance.Programs[half.Program]),
                Rank = sentences.WrittenRank(blocking, blocking.Rank),
                HeldRank = blocking.HeldRank < 0 ? (int?)null : sentences.WrittenRank(blocking, blocking.HeldRank),
                Sentence = sentences.Of(blocking),
            }),
            Infeasible = report.Infeasible.Select(problem => new
            {
                Kind = NameCase.Snake(problem.Kind),
                Couple = problem.Couple < 0 ? null : instance.Couples[problem.Couple],
                Applicant = problem.Applicant < 0 ? null : instance.Applicants[problem.Applicant],
                Program = problem.Program < 0 ? null : instance.Programs[problem.Program],
                Sentence = sentences.Of(problem),
            }),
        },
        Options);

    private static IEnumerable<BlockingHalf> Halves(Blocking blocking) =>
        blocking.Second is { } second ? [blocking.First, second] : [blocking.First];
}
