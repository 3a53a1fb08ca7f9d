using System.Text.Encodings.Web;
using System.Text.Json;
using MatchSim.Cli.Files;
using MatchSim.Engine.Calibration;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;

namespace MatchSim.Cli.Reports;

/// <summary>A validation as one line of JSON; shares 0–1, what is not defined null.</summary>
internal static class ValidationJson
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(ValidationResult result) => JsonSerializer.Serialize(
        new
        {
            Scenario = result.Scenario.Name,
            result.Scenario.Reference,
            result.Scenario.Seed,
            result.Scenario.Replications,
            Within = result.Count(Verdict.Within),
            Outside = result.Count(Verdict.Outside),
            Targets = result.Targets.Select(Row),
        },
        Format);

    private static object Row(TargetResult row) => new
    {
        Measure = NameCase.Snake(row.Target.Measure),
        ApplicantType = CsvText.Group(row.Target.Type),
        Specialty = row.Target.Specialty ?? "all",
        Ranks = row.Target.Ranks > 0 ? row.Target.Ranks : (int?)null,
        Published = Number(row.Target.Published),
        row.Target.Year,
        row.Target.Source,
        row.Target.Status,
        Simulated = Number(row.Simulated),
        StdError = Number(row.StdError),
        CiLow = Number(row.CiLow),
        CiHigh = Number(row.CiHigh),
        Difference = Number(row.Difference),
        Tolerance = row.Target.Tolerance is { } tolerance ? Number(tolerance.Around(row.Target.Published)) : null,
        Verdict = NameCase.Snake(row.Verdict),
    };

    private static double? Number(double value) => double.IsFinite(value) ? Math.Round(value, 6) : null;
}
