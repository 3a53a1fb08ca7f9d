using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Simulation;
using MatchSim.Engine.Statistics;
using Xunit.Abstractions;

namespace MatchSim.Engine.Tests.Statistics;

/// <summary>
/// A run that stops when its intervals are narrow enough has looked at its own luck. It looks seldom, and never before 50
/// seasons, so that its intervals still hold the truth about as often as they say.
/// </summary>
public sealed class StoppingTests(ITestOutputHelper output)
{
    private const int Experiments = 10_000;
    private const int Most = 3200;

    /// <param name="halfWidth">Asked for, in standard deviations of a season's value; what falls between two looks goes either way.</param>
    [Theory]
    [InlineData(0.28)]
    [InlineData(0.2)]
    [InlineData(0.14)]
    [InlineData(0.1)]
    public void Stopping_when_exact_enough_keeps_the_coverage(double halfWidth)
    {
        var held = new bool[Experiments];
        var seasons = new int[Experiments];
        Parallel.For(0, Experiments, i => (held[i], seasons[i]) = Run(i, halfWidth));
        double share = held.Average(inside => inside ? 1.0 : 0);
        output.WriteLine($"±{halfWidth} sd: {share:0.0%} hold the truth, {seasons.Average():0} seasons, " +
            string.Join(", ", seasons.GroupBy(n => n).OrderBy(group => group.Key).Select(group => $"{group.Count()} at {group.Key}")));
        Assert.InRange(share, 0.93, 0.97);
    }

    private static (bool Held, int Seasons) Run(int experiment, double halfWidth)
    {
        var precision = new Precision(halfWidth);
        var series = new Series(Measure.MatchRate, null, null);
        var moments = new RunningMoments();
        foreach (int look in Precision.Looks(Most))
        {
            while (moments.Count < look)
                moments.Add(new Streams((ulong)experiment, moments.Count)[Purpose.Quality].Normal(1));
            SummaryRow row = SummaryRow.Of(series, moments)!;
            var result = new RunResult(Scenarios.SmallScenario.Sound, [new PointSummary("", null, [row])]);
            if (precision.IsReached(result) || look == Most)
                return (row.CiLow <= 0 && 0 <= row.CiHigh, look);
        }

        throw new InvalidOperationException("The last look is at the most.");
    }
}
