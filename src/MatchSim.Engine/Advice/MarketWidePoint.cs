using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Statistics;

namespace MatchSim.Engine.Advice;

/// <summary>Everybody of the type who prefers the specialty, when the whole type applies to so many programs on average.</summary>
/// <param name="Programs">Mean number of programs.</param>
/// <param name="MatchRate">PGY-1 match rate of all who applied, interview or not.</param>
/// <param name="Interviews">Mean interviews.</param>
/// <param name="CostUsd">Mean application fees, US dollars.</param>
public sealed record MarketWidePoint(double Programs, Estimate MatchRate, double Interviews, double CostUsd)
{
    /// <summary>Where the scenario stands; <c>null</c> = nobody of the type prefers the specialty.</summary>
    internal static MarketWidePoint? Today(Scenario scenario, SeasonView[] seasons, ApplicantType type, string specialty)
    {
        var catalog = new SeriesCatalog(scenario);
        RunningMoments matched = Moments(Measure.MatchRateApplicants);
        return matched.Count == 0 ? null : new MarketWidePoint(
            scenario.Applicants[type].Applications.Mean, Estimate.Of(matched), Moments(Measure.InterviewsMean).Mean,
            Moments(Measure.CostMeanUsd).Mean);

        RunningMoments Moments(Measure measure)
        {
            int series = IndexOf(catalog, measure, type, specialty);
            var moments = new RunningMoments();
            foreach (SeasonView season in seasons)
                moments.Add(season.Values[series]);
            return moments;
        }
    }

    /// <summary>Place of a series in the catalogue.</summary>
    internal static int IndexOf(SeriesCatalog catalog, Measure measure, ApplicantType type, string specialty)
    {
        var wanted = new Series(measure, type, specialty);
        return catalog.Series.TakeWhile(series => series != wanted).Count();
    }
}
