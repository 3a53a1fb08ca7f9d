using System.Text.Json;
using MatchSim.Cli.Commands;
using MatchSim.Cli.Files;
using MatchSim.Engine.Matching;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Cli.Reports;

/// <summary>One match in numbers; <c>match --json</c> prints it in this order. Times are milliseconds.</summary>
/// <param name="Applicants">People, members of couples included.</param>
/// <param name="Positions">Offered, before reversions and parity.</param>
/// <param name="Matched">People matched.</param>
/// <param name="Filled">Positions filled, by supplemental lists too.</param>
/// <param name="DroppedEntries">Entries of either side's lists that cannot lead to a match.</param>
internal sealed record MatchSummary(
    string Status,
    string Algorithm,
    int Applicants,
    int Programs,
    long Positions,
    int Couples,
    int Matched,
    long Filled,
    long Proposals,
    int Loops,
    int DroppedEntries,
    double ReadMs,
    double MatchMs,
    double CheckMs)
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static MatchSummary Of(
        NamedInstance instance, MatchDecision decision, TimeSpan read, TimeSpan match, TimeSpan check)
    {
        int matched = decision.Matching.Programs.Count(program => program != MatchInstance.None);
        int supplemental = decision.Matching.Supplemental.Count(program => program != MatchInstance.None);
        return new MatchSummary(
            NameCase.Snake(decision.Verdict),
            decision.Algorithm,
            instance.Applicants.Length,
            instance.Programs.Length,
            instance.Positions,
            instance.Couples.Length,
            matched,
            matched + supplemental,
            decision.Proposals,
            decision.Loops,
            instance.Dropped.Total,
            Math.Round(read.TotalMilliseconds, 3),
            Math.Round(match.TotalMilliseconds, 3),
            Math.Round(check.TotalMilliseconds, 3));
    }

    public string ToJson() => JsonSerializer.Serialize(this, Options);
}
