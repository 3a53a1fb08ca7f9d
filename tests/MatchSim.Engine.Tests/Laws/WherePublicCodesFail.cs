using MatchSim.Engine.Matching;
using MatchSim.Engine.Tests.Instances;

namespace MatchSim.Engine.Tests.Laws;

/// <summary>Situations that public implementations get wrong, one test each.</summary>
public sealed class WherePublicCodesFail
{
    /// <summary>Couple (1, 2) is at (1, 0) and wants (0, 0), best of all; 2 sits at program 0 already. Program 0 (quota 2)
    /// ranks 2, 0, 1: counting 2 as a rival of 1 there would refuse the couple forever once 0 has left.</summary>
    [Fact]
    public void A_member_who_sits_where_the_pair_wants_to_be_is_no_rival()
    {
        var market = new TestMarket([2, 1, 1], [[2, 0, 1], [1], [3, 0]], [[2, 0], [], [], [2]])
        {
            Couples = [new TestCouple(1, 2, [(0, 0), (1, 0)])],
        };
        Expect(market, [0, 1, 0, 2]);
        Expect(market with { Lists = [[], [], [], [2]] }, [-1, 0, 0, 2]);
    }

    /// <summary>The same from the inside: the verifier sees the pair at one program as blocking.</summary>
    [Fact]
    public void The_verifier_sees_that_the_second_member_may_join_the_first()
    {
        var market = new TestMarket([2, 1], [[1, 0], [0]], [[], []]) { Couples = [new TestCouple(0, 1, [(0, 0), (1, 0)])] };
        StabilityReport report = Stability.Check(market.ToInstance(), [1, 0], []);
        Blocking blocking = Assert.Single(report.Blocking);
        Assert.Equal((BlockingKind.Couple, 0, 1), (blocking.Kind, blocking.Rank, blocking.HeldRank));
        Assert.True(blocking.Second!.AlreadyThere);
        Assert.Equal(1, blocking.First.Free);
    }

    /// <summary>A couple left unmatched can block as well as any other.</summary>
    [Fact]
    public void An_unmatched_couple_is_checked()
    {
        var market = new TestMarket([1, 1], [[0], [1]], [[], []]) { Couples = [new TestCouple(0, 1, [(0, 1)])] };
        Blocking blocking = Assert.Single(Stability.Check(market.ToInstance(), [-1, -1], []).Blocking);
        Assert.Equal((0, -1), (blocking.Rank, blocking.HeldRank));
        Expect(market, [0, 1]);
    }

    /// <summary>0 is displaced from program 0 by 1, and from program 1 by 2, who had been displaced himself.</summary>
    [Fact]
    public void A_single_displaced_twice_goes_on_down_the_list()
    {
        var market = new TestMarket([1, 1, 1], [[1, 2, 0], [2, 0], [0]], [[0, 1, 2], [0], [0, 1]]);
        Expect(market, [2, 0, 1]);
    }

    [Fact]
    public void Lists_that_nobody_reciprocates_match_nobody()
    {
        var market = new TestMarket([2, 2], [[], [3]], [[0, 1], [1, 0], [], []])
        {
            Couples = [new TestCouple(2, 3, [(0, 1), (0, 0)])],
        };
        Expect(market, [-1, -1, -1, -1]);
    }

    /// <summary>When the couple leaves, both places are offered again: to 0 and to 1.</summary>
    [Fact]
    public void The_place_of_a_displaced_member_s_partner_is_offered_again()
    {
        var market = new TestMarket([1, 1], [[2, 0], [4, 3, 1]], [[0], [1], [], [], [1]])
        {
            Couples = [new TestCouple(2, 3, [(0, 1)])],
        };
        Expect(market, [0, -1, -1, -1, 1]);
    }

    /// <summary>One half of a pair may be "unmatched".</summary>
    [Fact]
    public void A_couple_takes_a_pair_with_an_empty_half()
    {
        var market = new TestMarket([1, 1], [[0], []], [[], []])
        {
            Couples = [new TestCouple(0, 1, [(0, 1), (0, -1), (-1, 1)])],
        };
        MatchResult result = Expect(market, [0, -1]);
        Assert.Equal([1, 1], result.RankOf.ToArray());
    }

    private static MatchResult Expect(TestMarket market, int[] programOf)
    {
        MatchInstance instance = market.ToInstance();
        MatchResult result = RothPeranson.Match(instance, MatchOptions.Default, new MatchWorkspace());
        Assert.Equal(MatchStatus.Stable, result.Status);
        Assert.Equal(programOf, result.ProgramOf.ToArray());
        Assert.True(Stability.Check(instance, result).IsStable);
        return result;
    }
}
