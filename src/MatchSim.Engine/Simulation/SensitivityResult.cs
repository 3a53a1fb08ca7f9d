using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Statistics;

namespace MatchSim.Engine.Simulation;

/// <summary>What one-at-a-time changes of parameters do to a scenario.</summary>
/// <param name="Series">What was compared, in the order asked for: measure by measure, the types, then all.</param>
/// <param name="Effects">Low and high of every parameter, in the order of the scenario's parameters.</param>
public sealed record SensitivityResult(IReadOnlyList<Series> Series, IReadOnlyList<SensitivityEffect> Effects)
{
    /// <summary>The measures and groups a sensitivity asks for.</summary>
    internal static IReadOnlyList<Series> SeriesOf(Scenario scenario, SensitivityOptions options)
    {
        IEnumerable<SensitivityMeasure> measures = options.Measures.Count == 0 ? [SensitivityMeasure.MatchRate] : options.Measures;
        IEnumerable<ApplicantType> types = options.ApplicantTypes.Count == 0 ? scenario.Applicants.Keys : options.ApplicantTypes;
        ApplicantType?[] groups = [.. types.Order().Select(type => (ApplicantType?)type), null];
        var known = new SeriesCatalog(scenario).Series.ToHashSet();
        return
        [
            .. from measure in measures
               from type in groups
               let series = new Series(Enum.Parse<Measure>(measure.ToString()), type, null)
               where known.Contains(series)
               select series,
        ];
    }
}

/// <summary>What one step did.</summary>
/// <param name="Differences">Scenario after the step − baseline; empty where the step could not move the parameter.</param>
public sealed record SensitivityEffect(SensitivityStep Step, IReadOnlyList<PairedDifference> Differences)
{
    /// <summary>The difference in one series, or <c>null</c>.</summary>
    public PairedDifference? Find(Series series) => Differences.FirstOrDefault(difference => difference.Series == series);
}
