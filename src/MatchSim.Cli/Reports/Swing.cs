using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;

namespace MatchSim.Cli.Reports;

/// <summary>What a parameter does when it is a step lower and a step higher.</summary>
internal sealed record Swing(SensitivityEffect Low, SensitivityEffect High)
{
    /// <summary>All parameters of a result, in its order: its effects come in pairs.</summary>
    public static IReadOnlyList<Swing> AllOf(SensitivityResult result) =>
        [.. result.Effects.Chunk(2).Select(pair => new Swing(pair[0], pair[1]))];

    public string Parameter => Low.Step.Parameter.Text;

    /// <summary>Unit of the parameter; empty = a pure number.</summary>
    public string Unit => Low.Step.Parameter.Field.Parameter.Unit;

    /// <summary>The two values: <c>12.87 – 15.73</c>; an end that the range cut short says so.</summary>
    public string Values => $"{End(Low.Step)} – {End(High.Step)}";

    /// <summary>The larger of the two changes, without its sign; 0 where neither could be made.</summary>
    public double Size(Series series) => Math.Max(Size(Low, series), Size(High, series));

    /// <summary>A value after a step as printed.</summary>
    public static string End(SensitivityStep step) => step.IsClipped ? $"{step.To} (limit)" : $"{step.To}";

    private static double Size(SensitivityEffect effect, Series series) => Math.Abs(effect.Find(series)?.Difference ?? 0);
}
