using MatchSim.Engine.Randomness;

namespace MatchSim.Engine.Markets;

/// <summary>
/// Shares the positions of a group among its programs: one each, the rest in proportion to log-normal weights, by
/// largest remainders, so that the total is exact.
/// </summary>
internal static class ProgramSizes
{
    public static void Share(AgentStream sizes, ProgramGroup group, Market market)
    {
        double logSd = market.Layout.Scenario.Market.Programs.SizeLogSd;
        Span<double> ideal = new double[group.Count];
        double sum = 0;
        for (int i = 0; i < group.Count; i++)
            sum += ideal[i] = PortableMath.Exp(logSd * sizes.Normal(market.Layout.ProgramKeys[group.Start + i]));

        int spare = group.Positions - group.Count;
        int left = spare;
        Span<int> positions = market.Programs.Positions.AsSpan(group.Start, group.Count);
        for (int i = 0; i < group.Count; i++)
        {
            ideal[i] *= spare / sum;
            int whole = (int)ideal[i];
            positions[i] = 1 + whole;
            left -= whole;
            ideal[i] -= whole;
        }

        Span<int> order = new int[group.Count];
        for (int i = 0; i < group.Count; i++)
        {
            order[i] = i;
            ideal[i] = -ideal[i];
        }

        ideal.Sort(order);
        for (int i = 0; i < left; i++)
            positions[order[i]]++;
    }
}
