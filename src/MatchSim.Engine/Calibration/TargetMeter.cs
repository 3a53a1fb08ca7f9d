using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Calibration;

/// <summary>One season → one value per target; NaN where the scenario has nothing of the kind. Immutable: workers share it.</summary>
internal sealed class TargetMeter
{
    private readonly IReadOnlyList<Target> _targets;
    private readonly int[] _numerator;      // [target] series of the catalogue; −1 = none of that name or group
    private readonly int[] _denominator;    // [target] series it is a share of; −1 = the numerator stands alone

    public TargetMeter(SeriesCatalog catalog, IReadOnlyList<Target> targets)
    {
        _targets = targets;
        var places = catalog.Series.Select((series, i) => (series, i)).ToDictionary(pair => pair.series, pair => pair.i);
        _numerator = [.. targets.Select(target => Place(target.Type, target))];
        _denominator = [.. targets.Select(target => target.Measure == TargetMeasure.FilledShare ? Place(null, target) : -1)];

        int Place(ApplicantType? type, Target target) =>
            SeriesMeasure(target.Measure) is { } measure ? places.GetValueOrDefault(new Series(measure, type, target.Specialty), -1) : -1;
    }

    /// <summary>Values of all targets in a season.</summary>
    /// <param name="values">[series] the season's outcome, in the catalogue's order.</param>
    public double[] Measure(Season season, ReadOnlySpan<double> values)
    {
        var people = new Dictionary<(ApplicantType Type, int Specialty), FirstSpecialty>();
        double[] results = new double[_targets.Count];
        for (int t = 0; t < results.Length; t++)
        {
            Target target = _targets[t];
            results[t] = target.Measure switch
            {
                TargetMeasure.ApplicantListEntries => Sum(season.Lists.Length),
                TargetMeasure.ProgramListEntries => Sum(season.Lists.RankedBy),
                TargetMeasure.RanksPerPosition => Sum(season.Lists.RankedBy) / Sum(season.Market.Programs.Positions),
                TargetMeasure.MatchRateByRanks => Of(target, season, people)?.MatchRate(target.Ranks) ?? double.NaN,
                TargetMeasure.Step2Gap => Of(target, season, people)?.Step2Gap() ?? double.NaN,
                _ => Ratio(values, _numerator[t], _denominator[t]),
            };
        }

        return results;
    }

    /// <summary>The measure of the catalogue behind a target; <c>null</c> = one that is taken from the season itself.</summary>
    private static Measure? SeriesMeasure(TargetMeasure measure)
    {
        if (measure == TargetMeasure.FilledShare)
            return Outcomes.Measure.PositionsFilled;
        return Enum.TryParse(measure.ToString(), out Measure same) ? same : null;
    }

    private static FirstSpecialty? Of(
        Target target, Season season, Dictionary<(ApplicantType Type, int Specialty), FirstSpecialty> people)
    {
        int specialty = target.Specialty is { } id ? season.Market.Layout.SpecialtyIndex(id) : -1;
        if (target.Type is not { } type || specialty < 0)
            return null;
        if (!people.TryGetValue((type, specialty), out FirstSpecialty? counted))
            people.Add((type, specialty), counted = new FirstSpecialty(season, type, specialty));
        return counted;
    }

    private static double Ratio(ReadOnlySpan<double> values, int numerator, int denominator)
    {
        if (numerator < 0)
            return double.NaN;
        if (denominator < 0)
            return values[numerator];
        return values[denominator] == 0 ? double.NaN : values[numerator] / values[denominator];
    }

    private static double Sum(int[] counts)
    {
        long sum = 0;
        foreach (int count in counts)
            sum += count;
        return sum;
    }
}
