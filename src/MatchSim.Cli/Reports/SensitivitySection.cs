using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;

namespace MatchSim.Cli.Reports;

/// <summary>Sensitivity in the report: the chart that moves most, the others and every number on demand.</summary>
internal static class SensitivitySection
{
    public static Section Of(RunResult result, SensitivityResult sensitivity)
    {
        var tables = new SensitivityTables(sensitivity, Wording.Step(result.Scenario.Sensitivity!));
        IReadOnlyList<Figure> figures = new TornadoChart(result, sensitivity).Figures();
        return new Section(
            "What the assumptions do",
            [
                new Paragraph(
                    "Each parameter is changed alone; every difference is paired with the baseline, season by season on the same " +
                    "people, tastes and impressions, so what is luck in both cancels. A bar says what a step of that size does, " +
                    "not how uncertain the parameter is."),
                new Chart(figures[0]),
                .. Others(figures),
                tables.Largest(),
                new Details("Every step", [.. tables.Every(), .. Clipped(sensitivity)]),
            ]);
    }

    private static IEnumerable<Block> Others(IReadOnlyList<Figure> figures)
    {
        if (figures.Count > 1)
            yield return new Details("The same for the other groups and measures", [.. figures.Skip(1).Select(figure => new Chart(figure))]);
    }

    private static IEnumerable<Block> Clipped(SensitivityResult sensitivity)
    {
        SensitivityStep[] clipped = [.. sensitivity.Effects.Select(effect => effect.Step).Where(step => step.IsClipped)];
        if (clipped.Length > 0)
        {
            yield return new Paragraph(
                $"(limit): {clipped.Length} steps would have left their parameter's allowed range and end at its limit; " +
                $"{clipped.Count(step => !step.Moves)} of these values stand there already, so that there was nothing to run (–).");
        }
    }
}
