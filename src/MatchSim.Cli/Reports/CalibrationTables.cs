using System.Globalization;
using MatchSim.Engine.Simulation;

namespace MatchSim.Cli.Reports;

/// <summary>The way of a calibration, and what its targets say about each parameter.</summary>
internal sealed class CalibrationTables(CalibrationResult result)
{
    public const string Reading =
        "The change of the loss is for this parameter alone, a step lower or higher: near 0, the targets do not tell it.\n" +
        "Fitted on these seasons and this seed: validate the scenario on another seed before using it.";

    private const string None = "–";

    /// <summary>The start and every point moved to.</summary>
    public Table Steps() => new(
        "Loss: sum of squared misses, each in its tolerance",
        [N("iteration"), N("loss")],
        [.. result.Path.Select((point, i) => (IReadOnlyList<string>)[$"{i}", Loss(point.Loss)])]);

    /// <summary>From where to where, and how sure.</summary>
    public Table Parameters() => new(
        "Parameters",
        [new("parameter"), N("was"), N("now"), N("step"), N("loss a step lower"), N("a step higher"), new("")],
        [
            .. result.Parameters.Select(fitted => (IReadOnlyList<string>)
            [
                fitted.Parameter.Path.Text, Number(fitted.Parameter.Start), Number(fitted.Value), Number(fitted.Parameter.Step),
                Change(fitted.LossBelow), Change(fitted.LossAbove), fitted.IsAtLimit ? "end of its range" : "",
            ]),
        ]);

    /// <summary>The whole in a sentence.</summary>
    public string Verdict() =>
        $"Loss {Loss(result.Path[0].Loss)} → {Loss(result.Path[^1].Loss)}; {result.Misfit.Within(result.StartFigures)} → " +
        $"{result.Misfit.Within(result.FittedFigures)} of {result.Misfit.Count} targets within their tolerance.";

    private static string Loss(double loss) => loss.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Change(double? change) => change?.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) ?? None;

    private static string Number(double value) => value.ToString("0.#####", CultureInfo.InvariantCulture);

    private static Column N(string header) => new(header, Align.Number);
}
