using System.Globalization;
using MatchSim.Cli.Shell;
using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Cli.Files;

/// <summary>One published figure.</summary>
/// <param name="Type">Applicant type; <c>null</c> = all.</param>
/// <param name="Value">In the unit of the measure: shares 0–1.</param>
/// <param name="Source">Where it was read.</param>
/// <param name="Status">seen-primary, seen-secondary or derived.</param>
internal sealed record PublishedFigure(int Year, string Measure, ApplicantType? Type, double Value, string Source, string Status);

/// <summary>The published figures that come with the program, for results to be shown beside.</summary>
internal sealed class PublishedFigures(IReadOnlyList<PublishedFigure> figures)
{
    private static readonly string[] Columns = ["year", "measure", "applicant_type", "value", "unit", "source", "status"];

    public IReadOnlyList<PublishedFigure> All { get; } = figures;

    /// <summary>Reads <c>scenarios/reference/published.csv</c> beside the program.</summary>
    public static PublishedFigures Load()
    {
        const string Label = "reference/published.csv";
        var mistakes = new MistakeList();
        string text = File.ReadAllText(Path.Combine(ScenarioFile.BuiltInFolder, "reference", "published.csv"));
        var table = new CsvTable(text, Label, Columns, [], mistakes);
        var figures = new List<PublishedFigure>();
        while (table.Next())
        {
            double value = double.Parse(table[3], CultureInfo.InvariantCulture);
            figures.Add(new PublishedFigure(
                table.Number(0, 1950, 2100), table[1].ToString(), TypeOf(table[2].ToString()),
                table[4] is "%" ? value / 100 : value, table[5].ToString(), table[6].ToString()));
        }

        mistakes.ThrowIfAny();
        return new PublishedFigures(figures);
    }

    /// <summary>The figure of that very year, or <c>null</c>.</summary>
    public PublishedFigure? Find(Measure measure, ApplicantType? type, int year) =>
        Find(NameCase.Snake(measure), type, year);

    /// <inheritdoc cref="Find(Measure, ApplicantType?, int)"/>
    /// <param name="measure">Name in files; some figures are of no measure of a run.</param>
    public PublishedFigure? Find(string measure, ApplicantType? type, int year) =>
        Of(measure, type).FirstOrDefault(figure => figure.Year == year);

    /// <summary>The figure of the nearest year (of two equally near, the later), or <c>null</c>.</summary>
    public PublishedFigure? Nearest(Measure measure, ApplicantType? type, int year) =>
        Nearest(NameCase.Snake(measure), type, year);

    /// <inheritdoc cref="Nearest(Measure, ApplicantType?, int)"/>
    public PublishedFigure? Nearest(string measure, ApplicantType? type, int year) =>
        Of(measure, type).OrderBy(figure => Math.Abs(figure.Year - year)).ThenByDescending(figure => figure.Year).FirstOrDefault();

    private IEnumerable<PublishedFigure> Of(string measure, ApplicantType? type) =>
        All.Where(figure => figure.Measure == measure && figure.Type == type);

    /// <summary>An applicant type as tables spell it; all, or nothing, = <c>null</c>.</summary>
    public static ApplicantType? TypeOf(string text) => text is "all" or ""
        ? null
        : Enum.GetValues<ApplicantType>().First(type => NameCase.Kebab(type) == text);
}
