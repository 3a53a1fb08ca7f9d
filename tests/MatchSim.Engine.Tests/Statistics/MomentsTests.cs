using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Statistics;

namespace MatchSim.Engine.Tests.Statistics;

public sealed class MomentsTests
{
    private static readonly Series AnySeries = new(Measure.MatchRate, null, null);

    [Fact]
    public void The_interval_is_the_t_interval_over_replications()
    {
        SummaryRow row = Moments.Summarise(AnySeries, [1, 2, 3, 4, 5])!;
        Assert.Equal(3, row.Estimate, 1e-12);
        Assert.Equal(Math.Sqrt(0.5), row.StdError, 1e-12);
        Assert.Equal(2.7764451051977987 * Math.Sqrt(0.5), row.CiHigh - row.Estimate, 1e-8);
        Assert.Equal(row.CiHigh - row.Estimate, row.Estimate - row.CiLow, 1e-12);
    }

    [Fact]
    public void Replications_without_a_denominator_are_left_out_and_counted()
    {
        SummaryRow row = Moments.Summarise(AnySeries, [double.NaN, 2, 4])!;
        Assert.Equal(3, row.Estimate);
        Assert.Equal(2, row.Replications);
        Assert.Null(Moments.Summarise(AnySeries, [double.NaN]));
    }

    [Fact]
    public void A_constant_has_no_width()
    {
        SummaryRow row = Moments.Summarise(AnySeries, [0.5, 0.5, 0.5])!;
        Assert.Equal(row.CiLow, row.CiHigh);
    }

    [Fact]
    public void The_95_percent_interval_covers_the_mean_95_times_in_100()
    {
        // 4,000 experiments of 12 uniform draws: the share covering 0.5 has a standard error of 0.35 points.
        int covered = 0;
        for (int experiment = 0; experiment < 4000; experiment++)
        {
            var stream = new MatchSim.Engine.Randomness.Streams(9, experiment)[MatchSim.Engine.Randomness.Purpose.Quality];
            double[] values = [.. Enumerable.Range(0, 12).Select(i => stream.Uniform((ulong)i * 0x9E3779B97F4A7C15))];
            SummaryRow row = Moments.Summarise(AnySeries, values)!;
            covered += row.CiLow <= 0.5 && 0.5 <= row.CiHigh ? 1 : 0;
        }

        Assert.InRange(covered / 4000.0, 0.935, 0.965);
    }
}
