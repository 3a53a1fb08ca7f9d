namespace MatchSim.Engine.Statistics;

/// <summary>Mean and spread of values that are seen once and not kept (Welford 1962). The same values in the same order
/// give the same bits.</summary>
public record struct RunningMoments
{
    private double _squares;    // sum of squared distances from the mean so far

    /// <summary>Values seen; those not defined (NaN) are not.</summary>
    public int Count { get; private set; }

    /// <summary>Mean of the values seen; 0 without any.</summary>
    public double Mean { get; private set; }

    /// <summary>Standard error of the mean; NaN below two values.</summary>
    public readonly double StdError => Count > 1 ? Math.Sqrt(_squares / (Count - 1) / Count) : double.NaN;

    /// <summary>Takes a value in; NaN = not defined, left out.</summary>
    public void Add(double value)
    {
        if (double.IsNaN(value))
            return;
        Count++;
        double distance = value - Mean;
        Mean += distance / Count;
        _squares += distance * (value - Mean);
    }
}
