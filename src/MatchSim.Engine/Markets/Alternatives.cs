using System.Runtime.CompilerServices;

namespace MatchSim.Engine.Markets;

/// <summary>Alternatives of which one is chosen by a uniform number, each as often as its share says.</summary>
/// <remarks>
/// The uniform number is looked up in a table of equal parts of (0, 1), which says how many alternatives end before the part
/// begins: hardly any part has an end within it, so that hardly anything is left to search.
/// </remarks>
internal sealed class Alternatives
{
    private const int Parts = 1024;

    // [alternative] share of it and of all before it, but no end to the last one; never falls.
    private readonly double[] _ends;

    // [part] alternatives that end before it; one more part for a uniform number that was rounded to 1.
    private readonly short[] _passed;

    /// <param name="shares">[alternative] weight, ≥ 0.</param>
    public Alternatives(IEnumerable<double> shares)
    {
        double sum = 0;
        _ends = [.. shares.Select(share => sum += share)];
        Total = sum;
        _ends[^1] = double.PositiveInfinity;
        _passed = [.. Enumerable.Range(0, Parts + 1).Select(part => (short)_ends.Count(end => end <= part * (1.0 / Parts) * Total))];
    }

    /// <summary>Sum of the shares; no choice means anything where it is 0.</summary>
    public double Total { get; }

    /// <summary>The alternative that a uniform number chooses.</summary>
    /// <param name="uniform">On [0, 1].</param>
    public short Of(double uniform) => Of(uniform, Total, _passed, _ends);

    /// <summary>The same for many.</summary>
    public void Choose(ReadOnlySpan<double> uniforms, Span<short> chosen)
    {
        (double total, short[] passed, double[] ends) = (Total, _passed, _ends);
        for (int i = 0; i < uniforms.Length; i++)
            chosen[i] = Of(uniforms[i], total, passed, ends);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static short Of(double uniform, double total, short[] passed, double[] ends)
    {
        int alternative = passed[double.ConvertToIntegerNative<int>(uniform * Parts)];
        while (ends[alternative] <= uniform * total)
            alternative++;
        return (short)alternative;
    }
}
