using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Statistics;

namespace MatchSim.Engine.Tests.Statistics;

public sealed class PairedDifferenceTests
{
    private static readonly Series AnySeries = new(Measure.MatchRate, null, null);

    [Fact]
    public void The_interval_is_the_t_interval_of_the_differences()
    {
        // Differences 1 … 5: mean 3, variance 2.5, standard error √(2.5 / 5), t quantile of 4 degrees 2.776.
        PairedDifference difference = PairedDifference.Of(AnySeries, Moments(1, 2, 3, 4, 5))!;
        Assert.Equal(3, difference.Difference, 1e-12);
        Assert.Equal(Math.Sqrt(0.5), difference.StdError, 1e-12);
        Assert.Equal(2.7764451051977987 * Math.Sqrt(0.5), difference.CiHigh - difference.Difference, 1e-8);
        Assert.Equal(difference.CiHigh - difference.Difference, difference.Difference - difference.CiLow, 1e-12);
        Assert.Equal(5, difference.Replications);
    }

    [Fact]
    public void A_constant_difference_has_no_width_however_much_the_two_vary()
    {
        PairedDifference difference = PairedDifference.Of(AnySeries, Moments(0.25, 0.25, 0.25))!;
        Assert.Equal((0.25, 0.25, 0.25, 0), (difference.Difference, difference.CiLow, difference.CiHigh, difference.StdError));
    }

    [Fact]
    public void What_is_not_defined_is_left_out_and_counted()
    {
        PairedDifference difference = PairedDifference.Of(AnySeries, Moments(double.NaN, 2, 4))!;
        Assert.Equal((3, 2), (difference.Difference, difference.Replications));
        Assert.Null(PairedDifference.Of(AnySeries, Moments(double.NaN)));
        Assert.True(double.IsNaN(PairedDifference.Of(AnySeries, Moments(2))!.CiHigh));
    }

    [Property]
    public bool Values_seen_once_give_the_moments_of_values_kept(int[] numbers)
    {
        double[] values = [.. numbers.Append(1).Append(2).Select(number => 0.1 + (number / 1000.0))];
        SummaryRow kept = MatchSim.Engine.Statistics.Moments.Summarise(AnySeries, values)!;
        RunningMoments seen = Moments(values);
        double scale = values.Max(Math.Abs);
        return Math.Abs(kept.Estimate - seen.Mean) <= 1e-12 * scale && Math.Abs(kept.StdError - seen.StdError) <= 1e-9 * scale;
    }

    private static RunningMoments Moments(params double[] values)
    {
        var moments = new RunningMoments();
        foreach (double value in values)
            moments.Add(value);
        return moments;
    }
}
