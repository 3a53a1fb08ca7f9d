using MatchSim.Engine.Markets;
using MatchSim.Engine.Matching;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Ranking;

/// <summary>
/// Turns the two own lists of a couple into one joint list: pairs by the sum of ranks, less a bonus for two programs in
/// one region; then, but for couples who match together or not at all, every (program, none) and (none, program) by rank,
/// the first member's before the second's.
/// </summary>
internal sealed class CoupleRanking(MarketLayout layout)
{
    private const int Half = 2;      // costs are half ranks, so that a bonus of x.5 keeps its meaning

    private readonly CoupleOptions _options = layout.Scenario.Couples;
    private readonly int _bonus = (int)Math.Floor((Half * layout.Scenario.Couples.SameRegionBonus) + 0.5);
    private int[] _costs = new int[1024];     // [pair] sum of ranks less the bonus, half ranks, plus the bonus: ≥ 0
    private int[] _places = new int[256];     // [cost] where the next pair of that cost goes
    private int[] _order = new int[1024];     // pairs, cheapest first; of equal cost in the order of the first list

    /// <summary>Appends the joint list of (a, b) to <paramref name="pairs"/>.</summary>
    /// <param name="onlyTogether">Whether it ends with the pairs in which both are matched.</param>
    public void Join(Market market, ReadOnlySpan<ListEntry> a, ReadOnlySpan<ListEntry> b, bool onlyTogether, Column<PairEntry> pairs)
    {
        int all = a.Length * b.Length;
        Weigh(market, a, b);
        Order(all, (Half * (a.Length + b.Length)) + _bonus);
        foreach (int pair in _order.AsSpan(0, Math.Min(all, _options.MaxPairs)))
        {
            ListEntry one = a[pair / b.Length];
            ListEntry other = b[pair % b.Length];
            pairs.Add(new PairEntry(one.Program, one.Score, other.Program, other.Score));
        }

        for (int i = 0; i < Math.Max(a.Length, b.Length) && !onlyTogether; i++)
        {
            if (i < a.Length)
                pairs.Add(new PairEntry(a[i].Program, a[i].Score, MatchInstance.None, MatchInstance.Unranked));
            if (i < b.Length)
                pairs.Add(new PairEntry(MatchInstance.None, MatchInstance.Unranked, b[i].Program, b[i].Score));
        }
    }

    private void Weigh(Market market, ReadOnlySpan<ListEntry> a, ReadOnlySpan<ListEntry> b)
    {
        if (_costs.Length < a.Length * b.Length)
        {
            _costs = new int[2 * a.Length * b.Length];
            _order = new int[_costs.Length];
        }

        int[] region = market.Programs.Region;
        for (int i = 0; i < a.Length; i++)
        {
            for (int j = 0; j < b.Length; j++)
            {
                bool near = region[a[i].Program] == region[b[j].Program];
                _costs[(i * b.Length) + j] = (Half * (i + j)) + (near ? 0 : _bonus);
            }
        }
    }

    /// <summary>Orders the pairs by cost: counted, not compared.</summary>
    private void Order(int pairs, int costs)
    {
        if (_places.Length < costs + 1)
            _places = new int[2 * (costs + 1)];
        Array.Clear(_places);
        foreach (int cost in _costs.AsSpan(0, pairs))
            _places[cost + 1]++;
        for (int cost = 1; cost <= costs; cost++)
            _places[cost] += _places[cost - 1];
        for (int pair = 0; pair < pairs; pair++)
            _order[_places[_costs[pair]]++] = pair;
    }
}
