using MatchSim.Engine.Interviews;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Matching;
using MatchSim.Engine.Ranking;
using MatchSim.Engine.Soap;

namespace MatchSim.Engine.Outcomes;

/// <summary>Everything a season produced, for those who measure it.</summary>
/// <param name="Soap">What came after the match; <c>null</c> = the scenario has no SOAP.</param>
public sealed record Season(
    Market Market, ApplicationGraph Applications, InterviewGraph Interviews, RankOrderLists Lists, MatchResult Match,
    SoapResult? Soap = null);

/// <summary>Season → one value per series of the catalogue; NaN where a denominator is empty.</summary>
public sealed class OutcomeStage(MarketLayout layout)
{
    private readonly PeopleCount _people = new(layout);
    private readonly PositionCount _positions = new(layout);
    private readonly CoupleCount _couples = new();

    /// <summary>Writes one value per series, in the catalogue's order.</summary>
    public void Measure(Season season, Span<double> values)
    {
        ArgumentNullException.ThrowIfNull(season);
        _people.Count(season);
        _positions.Count(season);
        _couples.Count(season);

        int next = 0;
        foreach (PeopleMeasure measure in SeriesCatalog.PeopleMeasures)
            next = WritePeople((int)measure.Numerator, (int?)measure.Denominator, values, next);
        foreach (PositionMeasure measure in SeriesCatalog.PositionMeasures)
            next = WritePositions(measure, values, next);
        next = WritePeople((int)PeopleTally.PositionsFilled, null, values, next);
        values[next++] = Ratio(_couples.Both, _couples.Active);
        values[next++] = Ratio(_couples.One, _couples.Active);
        values[next++] = Ratio(_couples.Neither, _couples.Active);
        values[next++] = season.Match.Status == MatchStatus.Stable ? 0 : 1;
        if (season.Soap is { } soap)
            WriteSoap(soap, values, next);
    }

    private void WriteSoap(SoapResult soap, Span<double> values, int next)
    {
        foreach (PeopleMeasure measure in SoapMeasures.People)
            next = WritePeople((int)measure.Numerator, (int?)measure.Denominator, values, next);
        foreach (PositionMeasure measure in SoapMeasures.Positions)
            next = WritePositions(measure, values, next);
        foreach (int filled in soap.FilledInRound)
            values[next++] = filled;
    }

    private int WritePositions(PositionMeasure measure, Span<double> values, int next)
    {
        for (int s = -1; s < layout.Specialties.Length; s++)
        {
            values[next++] = Ratio(
                _positions.Sums[-1, s, (int)measure.Numerator],
                measure.Denominator is { } d ? _positions.Sums[-1, s, (int)d] : 1);
        }

        return next;
    }

    private int WritePeople(int numerator, int? denominator, Span<double> values, int next)
    {
        for (int t = -1; t < MarketLayout.TypeCount; t++)
        {
            for (int s = -1; s < layout.Specialties.Length; s++)
                values[next++] = Ratio(_people.Sums[t, s, numerator], denominator is { } d ? _people.Sums[t, s, d] : 1);
        }

        return next;
    }

    private static double Ratio(double numerator, double denominator) =>
        denominator == 0 ? double.NaN : numerator / denominator;
}
