using MatchSim.Engine.Interviews;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Matching;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Ranking;

/// <summary>
/// Turns the two own lists of a couple into one joint list: pairs by the sum of ranks, less a bonus for two programs in
/// one region; then every (program, none) and (none, program) by rank, the first member's before the second's.
/// </summary>
internal sealed class CoupleRanking(MarketLayout layout)
{
    private const int Half = 2;      // words hold half ranks, so that a bonus of x.5 keeps its meaning

    private readonly CoupleOptions _options = layout.Scenario.Couples;
    private ulong[] _words = new ulong[1024];

    /// <summary>Appends the joint list of (a, b) to <paramref name="pairs"/>.</summary>
    public void Join(Market market, ReadOnlySpan<ListEntry> a, ReadOnlySpan<ListEntry> b, Column<PairEntry> pairs)
    {
        int count = Math.Min(a.Length * b.Length, _options.MaxPairs);
        Weigh(market, a, b);
        Span<ulong> words = _words.AsSpan(0, a.Length * b.Length);
        LargestFirst.Partition(words, count);
        LargestFirst.Sort(words[..count]);
        for (int i = 0; i < count; i++)
        {
            int pair = SortableFloat.Index(words[i]);
            ListEntry one = a[pair / b.Length];
            ListEntry other = b[pair % b.Length];
            pairs.Add(new PairEntry(one.Program, one.Score, other.Program, other.Score));
        }

        for (int i = 0; i < Math.Max(a.Length, b.Length); i++)
        {
            if (i < a.Length)
                pairs.Add(new PairEntry(a[i].Program, a[i].Score, MatchInstance.None, MatchInstance.Unranked));
            if (i < b.Length)
                pairs.Add(new PairEntry(MatchInstance.None, MatchInstance.Unranked, b[i].Program, b[i].Score));
        }
    }

    private void Weigh(Market market, ReadOnlySpan<ListEntry> a, ReadOnlySpan<ListEntry> b)
    {
        if (_words.Length < a.Length * b.Length)
            _words = new ulong[2 * a.Length * b.Length];
        int[] region = market.Programs.Region;
        int bonus = (int)Math.Floor((Half * _options.SameRegionBonus) + 0.5);
        for (int i = 0; i < a.Length; i++)
        {
            for (int j = 0; j < b.Length; j++)
            {
                int cost = Half * (i + j);
                if (region[a[i].Program] == region[b[j].Program])
                    cost -= bonus;
                _words[(i * b.Length) + j] = SortableFloat.Word(-cost, (i * b.Length) + j);
            }
        }
    }
}
