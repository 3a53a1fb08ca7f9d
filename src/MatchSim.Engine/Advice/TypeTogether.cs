using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;
using MatchSim.Engine.Statistics;

namespace MatchSim.Engine.Advice;

/// <summary>The scenario with a whole type applying to another number of programs on average.</summary>
internal sealed class TypeTogether(Scenario scenario, ApplicantType type, int mean, int seasons) : IExperimentPoint
{
    public Scenario Scenario { get; } = WithMean(scenario, type, mean);

    public ApplicantType Type => type;

    public int Mean => mean;

    /// <summary>[replication][series] as in <see cref="SeasonView.Values"/>, for the first replications.</summary>
    public double[][] Values { get; } = new double[seasons][];

    public void Record(int replication, Season season, ReadOnlySpan<double> values) => Values[replication] = values.ToArray();

    /// <summary>
    /// The type's people who prefer the profile's specialty. The level comes from all seasons as they stand, the change
    /// from the seasons that were run both ways (same people, same luck); the two half-widths add as squares.
    /// </summary>
    public MarketWidePoint? Point(SeasonView[] today, string specialty)
    {
        var catalog = new SeriesCatalog(scenario);
        if (MarketWidePoint.Today(scenario, today, type, specialty) is not { } level)
            return null;
        Estimate change = Change(Measure.MatchRateApplicants);
        double rate = level.MatchRate.Mean + change.Mean;
        double half = Math.Sqrt((level.MatchRate.HalfWidth * level.MatchRate.HalfWidth) + (change.HalfWidth * change.HalfWidth));
        return new MarketWidePoint(
            mean, new Estimate(rate, rate - half, rate + half), level.Interviews + Change(Measure.InterviewsMean).Mean,
            level.CostUsd + Change(Measure.CostMeanUsd).Mean);

        Estimate Change(Measure measure)
        {
            int series = MarketWidePoint.IndexOf(catalog, measure, type, specialty);
            var moments = new RunningMoments();
            for (int r = 0; r < Values.Length; r++)
                moments.Add(Values[r][series] - today[r].Values[series]);
            return Estimate.Of(moments);
        }
    }

    private static Scenario WithMean(Scenario scenario, ApplicantType type, int mean)
    {
        var applicants = scenario.Applicants.ToDictionary();
        ApplicantOptions people = applicants[type];
        applicants[type] = people with { Applications = people.Applications with { Mean = mean } };
        return scenario with { Applicants = applicants };
    }
}
