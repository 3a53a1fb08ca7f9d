using System.Text.Encodings.Web;
using System.Text.Json;
using MatchSim.Cli.Files;
using MatchSim.Engine.Advice;

namespace MatchSim.Cli.Reports;

/// <summary>Advice as one line of JSON; shares 0–1, what is not known null.</summary>
internal static class AdviceJson
{
    public static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(AdviceResult result, double seconds) => JsonSerializer.Serialize(
        new
        {
            Recommended = result.Recommendation.Programs,
            result.Recommendation.DiminishingReturns,
            Best = Number(result.Recommendation.Best),
            Curve = result.Curve.Points.Select(point => Row(point.Programs, "individual", point.MatchProbability, point.Interviews.Mean,
                    result.Curve.Marginal(point.Programs), point.CostUsd.Mean))
                .Concat(CurveCsv.MarketWidePoints(result).Select(point => Row(point.Programs, "market-wide", point.MatchRate,
                    point.Interviews, null, point.CostUsd))),
            ApproximationError = Number(result.Approximation?.Lists.Mean),
            Seconds = Math.Round(seconds, 3),
            InterviewPlaceError = Number(result.Approximation?.InterviewPlace.Mean),
            Mix = result.Mix is { } mix ? new
            {
                mix.Programs,
                Reach = Number(mix.Sent.Reach),
                Target = Number(mix.Sent.Target),
                Safe = Number(mix.Sent.Safe),
                Gain = Number(mix.Gain.Mean),
                CiLow = Number(mix.Gain.CiLow),
                CiHigh = Number(mix.Gain.CiHigh),
            } : null,
            Alternatives = result.Alternatives.Select(other => new
            {
                Change = AdviceWording.Change(result.Profile, other.Profile),
                Gain = Number(other.Gain.Mean),
                CiLow = Number(other.Gain.CiLow),
                CiHigh = Number(other.Gain.CiHigh),
            }),
        },
        Format);

    public static Dictionary<string, object?> Row(
        double programs, string mode, Estimate chance, double interviews, double? marginal, double cost) => new(StringComparer.Ordinal)
        {
            ["programs"] = programs,
            ["mode"] = mode,
            ["match_probability"] = Number(chance.Mean),
            ["ci_low"] = Number(chance.CiLow),
            ["ci_high"] = Number(chance.CiHigh),
            ["interviews_mean"] = Number(interviews),
            ["marginal_per_10"] = marginal is { } gain ? Number(gain) : null,
            ["cost_usd"] = Number(cost),
        };

    public static double? Number(double? value) => value is { } number && double.IsFinite(number) ? Math.Round(number, 6) : null;
}
