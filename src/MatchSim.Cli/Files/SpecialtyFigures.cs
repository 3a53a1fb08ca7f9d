using System.Globalization;
using MatchSim.Cli.Shell;
using MatchSim.Engine.Calibration;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Cli.Files;

/// <summary>The published figures by specialty that come with the program, put together to what targets ask for.</summary>
internal sealed class SpecialtyFigures
{
    private static readonly string[] Columns = ["year", "specialty", "applicant_type", "measure", "value", "source", "status"];

    /// <summary>Levels whose positions are simulated: those reserved for physicians with earlier training are not.</summary>
    private static readonly string[] Levels = ["pgy-1", "pgy-2"];

    private readonly List<Row> rows = [];

    /// <summary>Reads <c>scenarios/reference/specialty_figures.csv</c> beside the program.</summary>
    public static SpecialtyFigures Load()
    {
        var mistakes = new MistakeList();
        string text = File.ReadAllText(Path.Combine(ScenarioFile.BuiltInFolder, "reference", "specialty_figures.csv"));
        var table = new CsvTable(text, "reference/specialty_figures.csv", Columns, [], mistakes);
        var figures = new SpecialtyFigures();
        while (table.Next())
        {
            figures.rows.Add(new Row(
                table.Number(0, 1950, 2100), table[1].ToString(), PublishedFigures.TypeOf(table[2].ToString()), table[3].ToString(),
                double.Parse(table[4], CultureInfo.InvariantCulture), table[5].ToString(), table[6].ToString()));
        }

        mistakes.ThrowIfAny();
        return figures;
    }

    /// <summary>The figure of the nearest year, or <c>null</c>.</summary>
    /// <param name="onlyThatYear">No other year will do.</param>
    public PublishedFigure? Find(TargetMeasure measure, ApplicantType? type, string specialty, int ranks, int year, bool onlyThatYear)
    {
        var years = rows.Where(row => row.Specialty == specialty && (!onlyThatYear || row.Year == year))
            .Select(row => row.Year).Distinct().OrderBy(other => Math.Abs(other - year)).ThenByDescending(other => other);
        return years.Select(one => Find(measure, type, specialty, ranks, one)).OfType<PublishedFigure>().FirstOrDefault();
    }

    private PublishedFigure? Find(TargetMeasure measure, ApplicantType? type, string specialty, int ranks, int year)
    {
        Row[] Levelled(string what, ApplicantType? of) => [.. Levels.SelectMany(level => Of($"{what} at {level}", of, specialty, year))];
        return measure switch
        {
            TargetMeasure.FillRateAll => Share(measure, null, Levelled("filled", null), Levelled("positions", null)),
            TargetMeasure.FilledShare => Share(measure, type, Levelled("filled", type), Levelled("filled", null)),
            TargetMeasure.MatchRateByRanks =>
                Of($"matched with {ranks} contiguous {(ranks == 1 ? "rank" : "ranks")} (share)", type, specialty, year)
                    .Select(row => Figure(measure, row, row.Value, row.Status)).FirstOrDefault(),
            TargetMeasure.Step2Gap => Of("Step 2 CK of those matched (mean)", type, specialty, year)
                .Join(Of("Step 2 CK of those not matched (mean)", type, specialty, year), row => row.Year, row => row.Year,
                    (matched, other) => Figure(measure, matched, matched.Value - other.Value, "derived")).FirstOrDefault(),
            _ => null,
        };
    }

    private static PublishedFigure? Share(TargetMeasure measure, ApplicantType? type, Row[] numerator, Row[] denominator)
    {
        double whole = denominator.Sum(row => row.Value);
        if (numerator.Length == 0 || whole == 0)
            return null;
        double part = numerator.Sum(row => row.Value);
        Row first = numerator[0];
        return Figure(measure, first with { Type = type }, part / whole, "derived");
    }

    private static PublishedFigure Figure(TargetMeasure measure, Row row, double value, string status) =>
        new(row.Year, NameCase.Snake(measure), row.Type, value, row.Source, status);

    private IEnumerable<Row> Of(string measure, ApplicantType? type, string specialty, int year) =>
        rows.Where(row => row.Measure == measure && row.Type == type && row.Specialty == specialty && row.Year == year);

    private sealed record Row(
        int Year, string Specialty, ApplicantType? Type, string Measure, double Value, string Source, string Status);
}
