using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;
using MatchSim.Engine.Statistics;

namespace MatchSim.Cli.Reports;

/// <summary>
/// The individual curve of a sweep beside the market-wide one: what one applicant gains by applying to more programs, and
/// what is left of it when all of the type do. Both are of all who apply, interview or not.
/// </summary>
internal sealed class ArmsRace(RunResult result)
{
    /// <summary>Values of the other parameter beyond these are left to summary.csv.</summary>
    private const int MostLines = 6;

    private const int Alone = 0;
    private const int Together = 1;

    private readonly IReadOnlyList<SweepParameter> parameters =
        result.Individual.Count == 0 ? [] : result.Scenario.Sweep!.Parameters;

    /// <summary>A chart for each parameter; none without the individual mode.</summary>
    public IEnumerable<Figure> Figures() => parameters.Select((_, p) => Draw(p));

    /// <summary>A table for each parameter; none without the individual mode.</summary>
    public IEnumerable<Table> Tables() => parameters.Select((_, p) => Numbers(p));

    /// <summary>The curve of the first parameter in a sentence; empty without the individual mode.</summary>
    public string Sentence()
    {
        if (parameters.Count == 0)
            return "";
        IReadOnlyList<double> values = parameters[0].Values;
        (int least, int most) = (values.ToList().IndexOf(values.Min()), values.ToList().IndexOf(values.Max()));
        return $"One {Wording.One(TypeOf(0))} alone who applies to {parameters[0].Label(least)} programs matches with {Rate(Single(0, least))} %, " +
            $"to {parameters[0].Label(most)} with {Rate(Single(0, most))} %, if all others do what they do.";
    }

    private ApplicantType TypeOf(int parameter) => IndividualPoint.TypeOf(parameters[parameter].Key)!.Value;

    /// <summary>The individual chance at one value of a parameter; the other parameter does not matter.</summary>
    private SummaryRow Single(int parameter, int value)
    {
        int place = parameter == 0 && parameters.Count == 2 ? value * parameters[1].Values.Count : value;
        return result.Individual[place].Find(Measure.MatchProbability, TypeOf(parameter))!;
    }

    /// <summary>The rate of the type at one value of a parameter and one of the other; <c>null</c> = not run.</summary>
    private SummaryRow? All(int parameter, int value, int other)
    {
        if (result.MarketWide.Count == 1)
            return null;
        int place = parameters.Count == 1 ? value
            : parameter == 0 ? (value * parameters[1].Values.Count) + other
            : (other * parameters[1].Values.Count) + value;
        return result.MarketWide[1 + place].Find(Measure.MatchRateApplicants, TypeOf(parameter));
    }

    private SummaryRow? Today(int parameter) => result.Baseline.Find(Measure.MatchRateApplicants, TypeOf(parameter));

    private double MeanToday(int parameter) => result.Scenario.Applicants[TypeOf(parameter)].Applications.Mean;

    private Figure Draw(int parameter)
    {
        string group = Wording.Name(TypeOf(parameter));
        return new Figure($"alone-{parameter + 1}", $"One applicant alone, and all {group} together",
            new Axis($"Programs applied to, by one {Wording.One(TypeOf(parameter))} or by all {group} on average", "programs") { Min = 0 },
            new Axis("PGY-1 position, of all who apply", "%") { Numbers = NumberStyle.Percent, Min = 0, Max = 1 })
        {
            Traces = [Line("one alone, all others as they are", Alone, parameter, i => Single(parameter, i)), .. Everybody(parameter)],
            ReferenceLines = [new ReferenceLine(Orientation.Vertical, MeanToday(parameter), $"{group} in the scenario: {MeanToday(parameter):0.#} on average")],
            Height = 520,
            Caption = "Positions do not multiply: what one gains by more applications, others lose. The gap between the curves is the arms race. " +
                $"The one alone applies to exactly so many programs; {result.Scenario.Sweep!.FocalApplicants} such people are looked up in each of " +
                $"{result.Scenario.Replications} seasons. Together, numbers vary around the mean. Bands: {Wording.Interval}",
        };
    }

    private IEnumerable<Trace> Everybody(int parameter)
    {
        if (result.MarketWide.Count == 1)
            return Today(parameter) is { } today ? [Marker(today, parameter)] : [];
        if (parameters.Count == 1)
            return [Line("all together", Together, parameter, i => All(parameter, i, 0))];
        SweepParameter other = parameters[1 - parameter];
        return Enumerable.Range(0, Math.Min(MostLines, other.Values.Count))
            .Select(o => Line($"all together, {other.Key} = {other.Label(o)}", Together + o, parameter, i => All(parameter, i, o)));
    }

    private MarkerTrace Marker(SummaryRow today, int parameter) =>
        new("all together, as the scenario stands", Together, [MeanToday(parameter)], [today.Estimate])
        {
            Interval = new Interval([today.CiLow], [today.CiHigh]),
        };

    private LineTrace Line(string name, int series, int parameter, Func<int, SummaryRow?> rowAt)
    {
        IReadOnlyList<double> values = parameters[parameter].Values;
        (double X, SummaryRow? Row)[] points = [.. values.Select((x, i) => (x, rowAt(i))).OrderBy(point => point.x)];
        return new LineTrace(name, series, [.. points.Select(point => point.X)], [.. points.Select(point => point.Row?.Estimate ?? double.NaN)])
        {
            Interval = points.Any(point => point.Row is null) ? null
                : new Interval([.. points.Select(point => point.Row!.CiLow)], [.. points.Select(point => point.Row!.CiHigh)]),
            Style = series == Alone ? LineStyle.Solid : LineStyle.Dashed,
        };
    }

    private Table Numbers(int parameter)
    {
        string one = Wording.One(TypeOf(parameter));
        bool both = parameters.Count == 1 && result.MarketWide.Count > 1;
        IReadOnlyList<Column> together = both ? [new($"all {Wording.Name(TypeOf(parameter))} on average", Align.Number)] : [];
        return new Table(
            $"PGY-1 position, % of all who apply, ± half of the 95 % interval: one {one} alone, all others as they are" +
                (both ? ", and all together" : ""),
            [new("programs", Align.Number), new($"one {one}", Align.Number), .. together],
            [.. parameters[parameter].Values.Select((_, i) => (IReadOnlyList<string>)
                [parameters[parameter].Label(i), Cell(Single(parameter, i)), .. both ? [Cell(All(parameter, i, 0))] : Array.Empty<string>()])]);
    }

    private static string Cell(SummaryRow? row) => row is null ? "–" : $"{Rate(row)} {Wording.HalfWidth(row)}";

    private static string Rate(SummaryRow row) => Wording.Percent(row.Estimate);
}
