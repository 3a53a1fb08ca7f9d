namespace MatchSim.Engine.Calibration;

/// <summary>
/// Remembers what was simulated where. The search is a pure function of its start, so one that was interrupted goes the
/// same way again, and finds here what it need not simulate twice.
/// </summary>
public interface ICalibrationRecord
{
    /// <summary>[target] simulated figures at a point, or <c>null</c>.</summary>
    double[]? Find(IReadOnlyList<double> values);

    /// <summary>Takes in points that were simulated.</summary>
    void Add(IReadOnlyList<(double[] Values, double[] Simulated)> points);
}
