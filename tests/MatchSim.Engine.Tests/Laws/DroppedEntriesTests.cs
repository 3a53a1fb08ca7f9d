using MatchSim.Engine.Matching;
using MatchSim.Engine.Tests.Instances;

namespace MatchSim.Engine.Tests.Laws;

public sealed class DroppedEntriesTests
{
    [Fact]
    public void Every_reason_is_counted_under_its_name()
    {
        var market = new TestMarket([1, 2], [[0, 1, 2], [1, 2]], [[0, 1, 0], [], []])
        {
            Couples = [new TestCouple(1, 2, [(0, 0), (1, 1), (1, 1), (0, -1), (0, 1)])],
            Supplementals = [new TestSupplemental(0, 0, [0, 1])],
        };
        Assert.Equal(new DroppedEntries(1, 1, 0, 1, 1, 1, 1), DroppedEntries.Count(market.ToInstance()));
        Assert.Equal(6, DroppedEntries.Count(market.ToInstance()).Total);
    }

    /// <summary>The place a reversion may bring makes room for two.</summary>
    [Fact]
    public void A_pair_at_one_program_stays_when_a_reversion_may_make_room()
    {
        var market = new TestMarket([1, 1], [[0, 1], []], [[], []])
        {
            Couples = [new TestCouple(0, 1, [(0, 0)])],
            Reversions = [new Reversion(1, 0, 1)],
        };
        Assert.Equal(0, DroppedEntries.Count(market.ToInstance()).Total);
        Assert.Equal([0, 0], RothPeranson.Match(market.ToInstance(), MatchOptions.Default, new MatchWorkspace()).ProgramOf.ToArray());
    }
}
