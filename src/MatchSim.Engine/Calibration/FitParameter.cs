using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Calibration;

/// <summary>A number of a scenario that a calibration may change.</summary>
/// <param name="Path">Which one.</param>
/// <param name="Start">Its value in the scenario.</param>
/// <param name="Step">How far it is moved to see what it does, in its own unit; also the unit of the search.</param>
/// <param name="Low">Smallest value tried.</param>
/// <param name="High">Largest value tried.</param>
public sealed record FitParameter(ParameterPath Path, double Start, double Step, double Low, double High)
{
    private const double StepShare = 0.1;

    /// <summary>
    /// A parameter with a plausible range: half to double the value where it cannot be negative, else one unit (or the
    /// value itself, if larger) to either side; within what the parameter allows.
    /// </summary>
    public static FitParameter Of(Scenario scenario, ParameterPath path)
    {
        double start = path.Get(scenario)!.Value;
        bool signed = path.Field.Parameter.Min < 0;
        double size = signed || start == 0 ? Math.Max(1, Math.Abs(start)) : start;
        double low = signed || start == 0 ? start - size : start / 2;
        double step = StepShare * size;
        if (path.Value.Kind == ValueKind.WholeNumber)
            step = Math.Max(1, Math.Round(step, MidpointRounding.AwayFromZero));
        var parameter = new FitParameter(
            path, start, step, Math.Max(low, path.Field.Parameter.Min), Math.Min(start + size, path.Field.Parameter.Max));
        return parameter with { Low = Math.Min(start, parameter.Round(parameter.Low)), High = Math.Max(start, parameter.Round(parameter.High)) };
    }

    /// <summary>The nearest value that may be tried: within the range, and with no more digits than a tenth of a step has.</summary>
    public double Nearest(double value) => Math.Clamp(Round(value), Low, High);

    /// <summary>The value a step higher, or lower where that would leave the range.</summary>
    internal double Moved(double value)
    {
        double up = Nearest(value + Step);
        return up - value > Step / 2 ? up : Nearest(value - Step);
    }

    private double Round(double value)
    {
        if (Path.Value.Kind == ValueKind.WholeNumber)
            return Math.Round(value, MidpointRounding.AwayFromZero);
        int digits = 1;
        for (double place = 1; place > Step && digits < 12; place /= 10)
            digits++;
        return Math.Round(value, digits, MidpointRounding.AwayFromZero);
    }
}
