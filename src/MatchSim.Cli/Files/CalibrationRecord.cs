using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MatchSim.Cli.Shell;
using MatchSim.Engine.Calibration;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Cli.Files;

/// <summary>
/// The record of a calibration, beside its scenario file: the key of what is calibrated, the names of the columns, then one
/// line a point with the parameters' values and the simulated figures. Rewritten as a whole after every batch.
/// </summary>
internal sealed class CalibrationRecord : ICalibrationRecord
{
    private readonly Dictionary<string, double[]> points = new(StringComparer.Ordinal);
    private readonly List<string> lines;

    private CalibrationRecord(string path, string key, string header)
    {
        Path = path;
        lines = [$"calibration,{key}", header];
    }

    /// <summary>The record's own file.</summary>
    public string Path { get; }

    /// <summary>Where the record of a scenario file lies.</summary>
    public static string PathBeside(string scenarioFile) => System.IO.Path.ChangeExtension(scenarioFile, ".record.csv");

    /// <summary>The record beside a file, with the points of an earlier run of the same calibration.</summary>
    /// <exception cref="UserErrorException">It is there, and is of another calibration or not a record.</exception>
    public static CalibrationRecord Open(
        string scenarioFile, Scenario scenario, IReadOnlyList<FitParameter> parameters, IReadOnlyList<Target> targets)
    {
        string[] columns = [.. parameters.Select(parameter => parameter.Path.Text), .. targets.Select(Name)];
        var record = new CalibrationRecord(PathBeside(scenarioFile), Key(scenario, columns), string.Join(',', columns));
        if (File.Exists(record.Path))
            record.Read(parameters.Count, columns.Length);
        return record;
    }

    public double[]? Find(IReadOnlyList<double> values) => points.GetValueOrDefault(Text(values));

    public void Add(IReadOnlyList<(double[] Values, double[] Simulated)> points)
    {
        foreach (var (values, simulated) in points)
        {
            this.points[Text(values)] = simulated;
            lines.Add($"{Text(values)},{Text(simulated)}");
        }

        AtomicFile.WriteText(Path, writer => writer.Write(string.Join('\n', lines) + "\n"));
    }

    private void Read(int parameters, int columns)
    {
        string[] found = File.ReadAllLines(Path);
        if (found.Length < 2 || found[0] != lines[0] || found[1] != lines[1])
        {
            throw new UserErrorException(new Mistake(
                "the record of another calibration",
                "one of the same scenario, parameters, replications, seed and version, to go on with; or none: remove it, or choose another --out", Path));
        }

        for (int i = 2; i < found.Length; i++)
        {
            double?[] numbers = [.. found[i].Split(',').Select(Number)];
            if (numbers.Length != columns || numbers.Any(number => number is null))
                throw new UserErrorException(new Mistake("a line that is not a point", $"{columns} numbers, as calibrate writes them", Path, i + 1));
            double[] point = [.. numbers.OfType<double>()];
            points[Text(point[..parameters])] = point[parameters..];
            lines.Add(found[i]);
        }
    }

    private static double? Number(string text) => double.TryParse(text, CultureInfo.InvariantCulture, out double number) ? number : null;

    private static string Text(IReadOnlyList<double> numbers) => string.Join(',', numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture)));

    private static string Name(Target target) => string.Join('/', ((string?[])
        [NameCase.Snake(target.Measure), target.Type is { } type ? NameCase.Kebab(type) : null, target.Specialty, target.Ranks > 0 ? $"{target.Ranks}" : null])
        .OfType<string>());

    private static string Key(Scenario scenario, string[] columns)
    {
        string text = $"{ProgramVersion.Text}\n{ScenarioFile.Hash(scenario)}\n{scenario.Seed}\n{scenario.Replications}\n{string.Join('\n', columns)}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }
}
