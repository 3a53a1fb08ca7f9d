using MatchSim.Engine.Simulation;

namespace MatchSim.Cli.Reports;

/// <summary>What came of a precision that was asked for, in a sentence.</summary>
internal static class PrecisionWording
{
    /// <param name="result">The run as it ended.</param>
    /// <param name="most">Seasons a point it was allowed.</param>
    /// <returns><c>null</c> = no precision was asked for.</returns>
    public static string? Of(RunResult result, int most)
    {
        if (result.PrecisionReached is not { } reached || Precision.Widest(result) is not { } widest)
            return null;
        string width = $"the widest 95 % interval of a match rate is ±{100 * widest.HalfWidth:0.00} points ({Wording.Name(widest.Row.Series.Type)}, " +
            $"{(widest.Point.Length == 0 ? "baseline" : widest.Point)})";
        return reached
            ? $"Precision reached after {result.Scenario.Replications} seasons a point of at most {most}: {width}."
            : $"Precision not reached in {most} seasons a point: {width}.";
    }
}
