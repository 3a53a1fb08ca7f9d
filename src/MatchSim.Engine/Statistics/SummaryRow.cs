using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Statistics;

/// <summary>
/// One measure of one group at one sweep point, over all replications: a line of summary.csv.
/// </summary>
/// <param name="Series">What is measured, and in which group.</param>
/// <param name="Estimate">Mean over replications, in the measure's unit (shares 0–1).</param>
/// <param name="StdError">Monte Carlo standard error of the mean.</param>
/// <param name="CiLow">Lower end of the 95 % t interval over replications.</param>
/// <param name="CiHigh">Upper end of that interval.</param>
/// <param name="Replications">Replications in which the measure is defined (its denominator is not empty).</param>
public sealed record SummaryRow(
    Series Series, double Estimate, double StdError, double CiLow, double CiHigh, int Replications)
{
    /// <summary>The series whose moments were gathered; <c>null</c> if it is defined in no replication.</summary>
    public static SummaryRow? Of(Series series, RunningMoments values)
    {
        if (values.Count == 0)
            return null;
        double half = Moments.HalfWidth(values.StdError, values.Count);
        return new SummaryRow(series, values.Mean, values.StdError, values.Mean - half, values.Mean + half, values.Count);
    }
}

/// <summary>All measures at one sweep point.</summary>
/// <param name="Point">Label <c>key=value</c>, two joined by <c>;</c>; empty = the baseline.</param>
/// <param name="Mode">Mode of the sweep; <c>null</c> for the baseline.</param>
/// <param name="Rows">In the fixed order of the catalogue; series never defined are left out.</param>
public sealed record PointSummary(string Point, SweepMode? Mode, IReadOnlyList<SummaryRow> Rows)
{
    /// <summary>The row of one series, or <c>null</c>.</summary>
    public SummaryRow? Find(Measure measure, ApplicantType? type = null, string? specialty = null) =>
        Rows.FirstOrDefault(row => row.Series == new Series(measure, type, specialty));
}
