using System.Text.Json;
using MatchSim.Cli.Files;
using MatchSim.Engine.Advice;

namespace MatchSim.Cli.Reports;

/// <summary>A couple's advice as one line of JSON, in the shape of <see cref="AdviceJson"/>: match_probability and best speak of
/// both matching; outcomes say the rest.</summary>
internal static class CoupleJson
{
    public static string Of(CoupleAdvice advice, double seconds) => JsonSerializer.Serialize(
        new
        {
            Recommended = advice.Recommended.Programs,
            DiminishingReturns = (int?)null,
            Best = AdviceJson.Number(advice.Points.Max(point => point.Both.Mean)),
            Curve = advice.Points.Select(point =>
                AdviceJson.Row(point.Programs, "individual", point.Both, point.Interviews, null, point.CostUsd)),
            ApproximationError = (double?)null,
            Seconds = Math.Round(seconds, 3),
            advice.ReRuns,
            Outcomes = advice.Points.SelectMany(point => CoupleCsv.Outcomes(point).Select(outcome => new
            {
                point.Programs,
                Outcome = outcome.Name,
                Probability = AdviceJson.Number(outcome.Chance.Mean),
                CiLow = AdviceJson.Number(outcome.Chance.CiLow),
                CiHigh = AdviceJson.Number(outcome.Chance.CiHigh),
            })),
        },
        AdviceJson.Format);
}
