using MatchSim.Engine.Calibration;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Simulation;

/// <summary>A finished calibration.</summary>
/// <param name="Start">The scenario it started from, seed and replications included.</param>
/// <param name="Fitted">The same with the parameters found.</param>
/// <param name="Misfit">What the targets make of simulated figures.</param>
/// <param name="StartFigures">[target] simulated at the start.</param>
/// <param name="FittedFigures">[target] simulated at the end.</param>
/// <param name="Path">The start and every point moved to.</param>
/// <param name="Parameters">What was found, and how well the targets tell it.</param>
public sealed record CalibrationResult(
    Scenario Start, Scenario Fitted, Misfit Misfit, IReadOnlyList<double> StartFigures, IReadOnlyList<double> FittedFigures,
    IReadOnlyList<FitPoint> Path, IReadOnlyList<FittedParameter> Parameters);

/// <summary>A parameter after the calibration. A loss that hardly changes says that the targets do not tell this one.</summary>
/// <param name="Parameter">Which one, from where, within which range.</param>
/// <param name="Value">The value found.</param>
/// <param name="LossBelow">Change of the loss when this parameter alone is a step lower; <c>null</c> = out of range.</param>
/// <param name="LossAbove">The same a step higher.</param>
public sealed record FittedParameter(FitParameter Parameter, double Value, double? LossBelow, double? LossAbove)
{
    /// <summary>The value stands at an end of the plausible range: the targets ask for more than is plausible.</summary>
    public bool IsAtLimit => Value == Parameter.Low || Value == Parameter.High;
}
