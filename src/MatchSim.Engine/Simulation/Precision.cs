using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Statistics;

namespace MatchSim.Engine.Simulation;

/// <summary>
/// How exact a run is to be: every headline rate, which is the match rate of each applicant type and of all, at the baseline
/// and at every point of the sweep, within so much of its expected value. Looked at after fixed numbers of replications
/// only, so that the answer does not depend on who finishes first.
/// </summary>
/// <param name="HalfWidth">Most that half of a 95 % interval may be, as a share: 0.005 = half a point.</param>
public sealed record Precision(double HalfWidth)
{
    private const int FirstLook = 50;

    /// <summary>The numbers of replications after which a run looks: 50, 100, 200, 400, … and the most it may run.</summary>
    public static IEnumerable<int> Looks(int most)
    {
        for (long count = FirstLook; count < most; count *= 2)
            yield return (int)count;
        yield return most;
    }

    /// <summary>Whether a result is as exact as asked.</summary>
    public bool IsReached(RunResult result) => Widest(result) is not { } widest || widest.HalfWidth <= HalfWidth;

    /// <summary>The headline rate known worst; <c>null</c> if none is defined in any replication.</summary>
    public static HeadlineRate? Widest(RunResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Points.SelectMany(point => point.Rows
                .Where(row => row.Series is { Measure: Measure.MatchRate, Specialty: null })
                .Select(row => new HeadlineRate(point.Point, row)))
            .MaxBy(rate => rate.HalfWidth);
    }
}

/// <summary>A match rate of the headline.</summary>
/// <param name="Point">Label of its sweep point; empty = the baseline.</param>
/// <param name="Row">The rate.</param>
public sealed record HeadlineRate(string Point, SummaryRow Row)
{
    /// <summary>Half of its 95 % interval, as a share; infinite where one replication alone defines it.</summary>
    public double HalfWidth => double.IsNaN(Row.StdError) ? double.PositiveInfinity : (Row.CiHigh - Row.CiLow) / 2;
}
