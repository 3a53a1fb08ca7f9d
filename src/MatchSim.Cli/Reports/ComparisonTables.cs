using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;
using MatchSim.Engine.Statistics;

namespace MatchSim.Cli.Reports;

/// <summary>The tables of a comparison: baseline, scenario and their paired difference.</summary>
internal sealed class ComparisonTables(ComparisonResult result)
{
    private const string None = "–";

    private static readonly Measure[] ByType =
        [Measure.MatchRate, Measure.MatchRateApplicants, Measure.InterviewsMean, Measure.CostMeanUsd];

    private static readonly Measure[] OfTheMarket =
        [Measure.FillRate, Measure.FillRateAll, Measure.ProgramsUnfilled, Measure.CouplesBoth, Measure.CouplesOne, Measure.CouplesNeither];

    /// <summary>What a scenario changes, by applicant type and in the market.</summary>
    public Table Of(ScenarioDifference other) => new(
        $"{other.Scenario.Name} less {result.Scenario.Name}: paired differences, ± half of the 95 % interval",
        [
            new("measure"), new("applicants"), new("baseline", Align.Number), new("scenario", Align.Number),
            new("difference", Align.Number), new("unit"),
        ],
        [
            .. from measure in ByType from type in Types(other) select Row(other, measure, type) into row where row is not null select row,
            .. OfTheMarket.Select(measure => Row(other, measure, null)).OfType<IReadOnlyList<string>>(),
        ]);

    private IEnumerable<ApplicantType?> Types(ScenarioDifference other) =>
        [.. result.Scenario.Applicants.Keys.Intersect(other.Scenario.Applicants.Keys).Order().Select(type => (ApplicantType?)type), null];

    private IReadOnlyList<string>? Row(ScenarioDifference other, Measure measure, ApplicantType? type)
    {
        if (other.Find(measure, type) is not { } difference || result.Baseline.Find(measure, type) is not { } baseline)
            return null;
        bool people = ByType.Contains(measure);
        return
        [
            MeasureWording.Name(measure), people ? Wording.Name(type) : None, Value(measure, baseline.Estimate),
            Other(baseline, difference), Wording.Difference(difference), MeasureWording.DifferenceUnit(measure),
        ];
    }

    /// <summary>The scenario's own mean follows from the two only if both are defined in the same replications.</summary>
    private static string Other(SummaryRow baseline, PairedDifference difference) => baseline.Replications == difference.Replications
        ? Value(baseline.Series.Measure, baseline.Estimate + difference.Difference)
        : None;

    private static string Value(Measure measure, double value) => MeasureWording.Value(measure, value);
}
