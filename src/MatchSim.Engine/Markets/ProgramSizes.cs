using MatchSim.Engine.Randomness;

namespace MatchSim.Engine.Markets;

/// <summary>
/// Shares the positions of a group among its programs: one each, the rest in proportion to log-normal weights, by
/// largest remainders, so that the total is exact.
/// </summary>
internal sealed class ProgramSizes(MarketLayout layout)
{
    private readonly double _logSd = layout.Scenario.Market.Programs.SizeLogSd;

    // [member of a group] its share of the positions to spare, then what rounding down leaves of it; and who that is.
    private readonly double[] _ideal = new double[layout.Groups.Max(group => group.Count)];
    private readonly int[] _order = new int[layout.Groups.Max(group => group.Count)];

    public void Share(AgentStream sizes, ProgramGroup group, ProgramColumns programs)
    {
        Span<double> ideal = _ideal.AsSpan(0, group.Count);
        double sum = Weigh(sizes, group, ideal);
        int spare = group.Positions - group.Count;
        int left = spare;
        Span<int> positions = programs.Positions.AsSpan(group.Start, group.Count);
        for (int i = 0; i < ideal.Length; i++)
        {
            ideal[i] *= spare / sum;
            int whole = (int)ideal[i];
            positions[i] = 1 + whole;
            left -= whole;
            ideal[i] -= whole;
        }

        if (left > 0)
            ShareLargestRemainders(left, ideal, positions);
    }

    /// <summary>Draws the weights of a group.</summary>
    /// <returns>Their sum.</returns>
    private double Weigh(AgentStream sizes, ProgramGroup group, Span<double> weights)
    {
        sizes.Normals(layout.ProgramKeys.AsSpan(group.Start, group.Count), weights);
        for (int i = 0; i < weights.Length; i++)
            weights[i] *= _logSd;
        PortableMath.Exponentials(weights);
        double sum = 0;
        foreach (double weight in weights)
            sum += weight;
        return sum;
    }

    private void ShareLargestRemainders(int left, Span<double> remainders, Span<int> positions)
    {
        Span<int> order = _order.AsSpan(0, remainders.Length);
        for (int i = 0; i < remainders.Length; i++)
        {
            order[i] = i;
            remainders[i] = -remainders[i];
        }

        remainders.Sort(order);
        foreach (int i in order[..left])
            positions[i]++;
    }
}
