using System.Text.Json;
using MatchSim.Cli.Files;
using MatchSim.Engine.Calibration;

namespace MatchSim.Cli.Tests.Scenarios;

/// <summary>An answer of <c>validate --json</c> as filed in scenarios/expected.</summary>
internal sealed class FiledValidation
{
    private readonly JsonElement root;

    public FiledValidation(string scenario)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Golden.Root, "scenarios", "expected", $"validate-{scenario}.json")));
        root = file.RootElement.Clone();
        Scenario = scenario;
        Rows = [.. TargetTable.Load(root.GetProperty("reference").GetInt32())
            .Zip(root.GetProperty("targets").EnumerateArray(), (target, row) => new FiledTarget(target, row))];
    }

    public string Scenario { get; }

    public IReadOnlyList<FiledTarget> Rows { get; }

    public int Replications => root.GetProperty("replications").GetInt32();

    public int Seed => root.GetProperty("seed").GetInt32();

    public int Within => root.GetProperty("within").GetInt32();

    public int Judged => Within + root.GetProperty("outside").GetInt32();

    public string Command => $"validate {Scenario} --replications {Replications} --seed {Seed}";

    /// <summary>The line of a measure and a type (<c>null</c> = all), not of a specialty.</summary>
    public FiledTarget? Find(TargetMeasure measure, Engine.Scenarios.ApplicantType? type) =>
        Rows.SingleOrDefault(row => row.Target.Measure == measure && row.Target.Type == type && row.Target.Specialty is null);
}

/// <summary>One target and what was simulated.</summary>
internal sealed record FiledTarget(Target Target, JsonElement Row)
{
    public string Verdict => Row.GetProperty("verdict").GetString()!;

    public double Simulated => Number("simulated");

    public double HalfWidth => (Number("ci_high") - Number("ci_low")) / 2;

    /// <summary>The miss in tolerances; NaN where nothing is judged.</summary>
    public double Miss => Target.Tolerance is { } tolerance && Verdict is "within" or "outside"
        ? (Simulated - Target.Published) / tolerance.Around(Target.Published)
        : double.NaN;

    /// <summary>Whether the row speaks of the target: the files follow the table of targets.</summary>
    public bool Fits => Row.GetProperty("measure").GetString() == Engine.Scenarios.NameCase.Snake(Target.Measure)
        && Row.GetProperty("specialty").GetString() == (Target.Specialty ?? "all")
        && Math.Abs(Number("published") - Target.Published) < 1e-6;

    private double Number(string name) => Row.GetProperty(name) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : double.NaN;
}
