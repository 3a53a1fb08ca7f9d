using System.Globalization;
using MatchSim.Cli.Shell;
using MatchSim.Engine.Calibration;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Cli.Files;

/// <summary>Reads <c>scenarios/reference/targets.csv</c> beside the program: which published figures a simulation is held
/// against, and how near it must come.</summary>
internal static class TargetTable
{
    private const string Label = "reference/targets.csv";

    private static readonly string[] Columns = ["measure", "applicant_type", "specialty", "ranks", "year", "tolerance", "unit"];

    /// <summary>The targets of a year, in the order of the table; figures not published for it are left out.</summary>
    public static IReadOnlyList<Target> Load(int year)
    {
        var mistakes = new MistakeList();
        var national = PublishedFigures.Load();
        var bySpecialty = SpecialtyFigures.Load();
        string text = File.ReadAllText(Path.Combine(ScenarioFile.BuiltInFolder, "reference", "targets.csv"));
        var table = new CsvTable(text, Label, Columns, [], mistakes);
        var targets = new List<Target>();
        while (table.Next())
        {
            var measure = Enum.GetValues<TargetMeasure>().Single(Named(table[0].ToString()));
            var type = PublishedFigures.TypeOf(table[1].ToString());
            string? specialty = table[2].IsEmpty ? null : table[2].ToString();
            int ranks = table[3].IsEmpty ? 0 : table.Number(3, 1, 1000);
            bool exact = table[4] is "reference";
            var figure = specialty is null
                ? National(national, measure, type, year, exact)
                : bySpecialty.Find(measure, type, specialty, ranks, year, exact);
            if (figure is not null)
            {
                targets.Add(new Target(
                    measure, type, specialty, ranks, figure.Value, ToleranceOf(table[5], table[6]), figure.Year, figure.Source, figure.Status));
            }
        }

        mistakes.ThrowIfAny();
        return targets;
    }

    private static Func<TargetMeasure, bool> Named(string name) => measure => NameCase.Snake(measure) == name;

    private static PublishedFigure? National(PublishedFigures figures, TargetMeasure measure, ApplicantType? type, int year, bool exact) => exact
        ? figures.Find(NameCase.Snake(measure), type, year)
        : figures.Nearest(NameCase.Snake(measure), type, year);

    private static Tolerance? ToleranceOf(ReadOnlySpan<char> amount, ReadOnlySpan<char> unit)
    {
        if (amount.IsEmpty)
            return null;
        double number = double.Parse(amount, CultureInfo.InvariantCulture);
        return unit switch
        {
            "points" => new Tolerance(number / 100, ToleranceKind.Absolute),
            "%" => new Tolerance(number / 100, ToleranceKind.Relative),
            "absolute" => new Tolerance(number, ToleranceKind.Absolute),
            _ => throw new InvalidDataException($"{Label}: unit {unit}; allowed: points, % or absolute."),
        };
    }
}
