using MathNet.Numerics.LinearAlgebra;
using Vector = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace MatchSim.Engine.Calibration;

/// <summary>
/// Least squares by Gauss–Newton with damping (Levenberg 1944, Marquardt 1963), bounded, with finite differences.
/// Parameters are measured in their steps, which makes them comparable. Several dampings are tried at once, the best is
/// kept: evaluations are seasons, and seasons run side by side.
/// </summary>
/// <param name="parameters">What may change, and how far.</param>
/// <param name="misses">Points, each [parameter], → their misses, each [target].</param>
internal sealed class LevenbergMarquardt(
    IReadOnlyList<FitParameter> parameters, Func<IReadOnlyList<double[]>, IReadOnlyList<double[]>> misses)
{
    /// <summary>Damping as a multiple of the mean diagonal of JᵀJ.</summary>
    private static readonly double[] Dampings = [0.01, 0.1, 1, 10];

    /// <summary>A smaller gain, as a share of the loss, ends the search.</summary>
    private const double LeastGain = 0.002;

    /// <summary>Searches from the parameters' start values.</summary>
    /// <param name="iterations">Most iterations.</param>
    /// <returns>The start, then every point moved to: the last is the best.</returns>
    public IReadOnlyList<FitPoint> Run(int iterations)
    {
        double[] start = [.. parameters.Select(parameter => parameter.Start)];
        double[] miss = misses([start])[0];
        var path = new List<FitPoint> { new(start, Misfit.Loss(miss)) };
        for (int i = 0; i < iterations; i++)
        {
            FitPoint here = path[^1];
            if (Best(here, miss) is not { } best || best.Point.Loss >= here.Loss)
                break;
            path.Add(best.Point);
            miss = best.Miss;
            if (best.Point.Loss > (1 - LeastGain) * here.Loss)
                break;
        }

        return path;
    }

    /// <summary>The best of the damped steps; <c>null</c> = no step leads anywhere.</summary>
    private (FitPoint Point, double[] Miss)? Best(FitPoint here, double[] miss)
    {
        Matrix<double> jacobian = Jacobian(here.Values, miss);
        double scale = jacobian.ColumnNorms(2).PointwisePower(2).Average();
        if (scale == 0)
            return null;
        double[][] trials = [.. Dampings.Select(damping => Step(here.Values, jacobian, Vector.Build.Dense(miss), damping * scale))
            .Where(trial => !trial.AsSpan().SequenceEqual(here.Values.ToArray()))];
        if (trials.Length == 0)
            return null;
        IReadOnlyList<double[]> found = misses(trials);
        int best = Enumerable.Range(0, trials.Length).MinBy(t => Misfit.Loss(found[t]));
        return (new FitPoint(trials[best], Misfit.Loss(found[best])), found[best]);
    }

    /// <summary>[target, parameter] change of a miss per step.</summary>
    private Matrix<double> Jacobian(IReadOnlyList<double> here, double[] miss)
    {
        double[][] moved = [.. parameters.Select((parameter, p) => With(here, p, parameter.Moved(here[p])))];
        IReadOnlyList<double[]> found = misses(moved);
        return Matrix<double>.Build.Dense(miss.Length, parameters.Count, (t, p) =>
            moved[p][p] == here[p] ? 0 : (found[p][t] - miss[t]) * parameters[p].Step / (moved[p][p] - here[p]));
    }

    /// <summary>The damped step; parameters that would leave their range stop at its end, and the others make up for it.</summary>
    private double[] Step(IReadOnlyList<double> here, Matrix<double> jacobian, Vector miss, double damping)
    {
        double[] to = [.. here];
        List<int> free = [.. Enumerable.Range(0, here.Count)];
        while (free.Count > 0)
        {
            Vector rest = miss + (jacobian * Vector.Build.Dense(here.Count, p => free.Contains(p) ? 0 : (to[p] - here[p]) / parameters[p].Step));
            Matrix<double> columns = Matrix<double>.Build.DenseOfColumnVectors(free.Select(jacobian.Column));
            Matrix<double> normal = columns.TransposeThisAndMultiply(columns) + (damping * Matrix<double>.Build.DenseIdentity(free.Count));
            Vector step = normal.Cholesky().Solve(-columns.TransposeThisAndMultiply(rest));
            var stopped = new List<int>();
            for (int i = 0; i < free.Count; i++)
            {
                int p = free[i];
                double wanted = here[p] + (step[i] * parameters[p].Step);
                to[p] = parameters[p].Nearest(wanted);
                if (wanted < parameters[p].Low || wanted > parameters[p].High)
                    stopped.Add(p);
            }

            if (stopped.Count == 0)
                break;
            free.RemoveAll(stopped.Contains);
        }

        return to;
    }

    internal static double[] With(IReadOnlyList<double> values, int parameter, double value)
    {
        double[] changed = [.. values];
        changed[parameter] = value;
        return changed;
    }
}

/// <summary>A point of the search.</summary>
/// <param name="Values">[parameter] its value.</param>
/// <param name="Loss">Sum of squared misses there.</param>
public sealed record FitPoint(IReadOnlyList<double> Values, double Loss);
