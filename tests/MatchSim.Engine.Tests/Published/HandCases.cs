using MatchSim.Engine.Matching;
using MatchSim.Engine.Tests.Instances;
using MatchSim.Engine.Tests.Oracle;

namespace MatchSim.Engine.Tests.Published;

/// <summary>Small instances worked out by hand, for rules that no published instance has.</summary>
public sealed class HandCases
{
    private static readonly MatchWorkspace s_workspace = new();

    /// <summary>h1 q1: a, s; h2 q1: s, b; couple (a, b): (h1, h2); s: h1, h2. Applicants s = 0, a = 1, b = 2.</summary>
    internal static TestMarket T1 { get; } = new([1, 1], [[1, 0], [0, 2]], [[0, 1], [], []])
    {
        Couples = [new TestCouple(1, 2, [(0, 1)])],
    };

    /// <summary>h q2: g, x, w, y; couple (g, w): (h, h); x: h; y: h. Applicants x = 0, y = 1, g = 2, w = 3.</summary>
    internal static TestMarket T2 { get; } = new([2], [[2, 0, 3, 1]], [[0], [0], [], []])
    {
        Couples = [new TestCouple(2, 3, [(0, 0)])],
    };

    /// <summary>Advanced A q1: y, x; preliminary P q1: x, y; x: A with supplemental P; y: P, A. No couple is needed for
    /// existence to fail.</summary>
    internal static TestMarket T3 { get; } = new([1, 1], [[1, 0], [0, 1]], [[0], [1, 0]])
    {
        Supplementals = [new TestSupplemental(0, 0, [1])],
    };

    internal static TestMarket T4 { get; } = new(
        [2, 1, 1],
        [[0, 4, 2, 5, 1], [0, 1, 3, 2], [5, 1, 0, 3, 4]],
        [[2, 1, 0], [0, 1, 2], [], [], [], []])
    {
        Couples =
        [
            new TestCouple(2, 3, [(1, 1), (0, 1), (1, 2)]),
            new TestCouple(4, 5, [(0, 0), (0, 2), (2, 0)]),
        ],
    };

    [Fact]
    public void T1_has_no_stable_matching()
    {
        Assert.Empty(AllStableMatchings.Of(T1));
        Assert.Equal(MatchStatus.NoStableMatchingFound, Match(T1).Status);
    }

    /// <summary>Forty copies of T1, each with a couple beside it (c, d): (h3, h4) that nobody contends with.</summary>
    [Fact]
    public void Where_nothing_is_stable_all_but_the_looping_couples_are_placed()
    {
        const int Copies = 40;
        int[] copies = [.. Enumerable.Range(0, Copies)];
        var market = new TestMarket(
            [.. Enumerable.Repeat(1, 4 * Copies)],
            [.. copies.SelectMany(i => new int[][] { [(5 * i) + 1, 5 * i], [5 * i, (5 * i) + 2], [(5 * i) + 3], [(5 * i) + 4] })],
            [.. copies.SelectMany(i => new int[][] { [4 * i, (4 * i) + 1], [], [], [], [] })])
        {
            Couples = [.. copies.SelectMany(i => new[]
            {
                new TestCouple((5 * i) + 1, (5 * i) + 2, [(4 * i, (4 * i) + 1)]),
                new TestCouple((5 * i) + 3, (5 * i) + 4, [((4 * i) + 2, (4 * i) + 3)]),
            })],
        };
        MatchResult result = Match(market);
        Assert.Equal(MatchStatus.NoStableMatchingFound, result.Status);
        foreach (int i in copies)
            Assert.Equal([4 * i, -1, -1, (4 * i) + 2, (4 * i) + 3], result.ProgramOf[(5 * i)..(5 * (i + 1))].ToArray());
    }

    [Fact]
    public void T2_is_stable_by_one_definition_and_not_by_the_other()
    {
        TestMarket market = T2;
        Assert.Equal([0, 0, -1, -1], Assert.Single(AllStableMatchings.Of(market)).ProgramOf);
        Assert.Equal([0, 0, -1, -1], [.. Match(market).ProgramOf]);
        Assert.Empty(AllStableMatchings.Of(market.ToInstance(), StabilityDefinition.McDermidManlove));
        Assert.Equal(MatchStatus.NoStableMatchingFound,
            Match(market, MatchOptions.Default with { Stability = StabilityDefinition.McDermidManlove }).Status);
    }

    [Fact]
    public void T3_has_no_stable_matching()
    {
        Assert.Empty(AllStableMatchings.Of(T3));
        Assert.Equal(MatchStatus.NoStableMatchingFound, Match(T3).Status);
    }

    [Fact]
    public void T4_has_exactly_two()
    {
        Assert.Equal(
            [[1, 2, -1, -1, 0, 0], [2, 1, -1, -1, 0, 0]],
            AllStableMatchings.Of(T4).Select(m => m.ProgramOf).OrderBy(m => m[0]));
        Assert.Contains(BruteForceTests.Found(T4.ToInstance(), Match(T4)), AllStableMatchings.Of(T4));
    }

    /// <summary>P0 q1, ranked by nobody, reverts to P1 q1, which two applicants list.</summary>
    [Fact]
    public void A_reversion_matches_one_more()
    {
        var market = new TestMarket([1, 1], [[], [0, 1]], [[1], [1]]) { Reversions = [new Reversion(0, 1, 1)] };
        MatchResult result = Match(market);
        Assert.Equal([1, 1], [.. result.ProgramOf]);
        Assert.Equal([0, 2], [.. result.EffectiveQuotas]);
        Assert.True(Stability.Check(market.ToInstance(), result).IsStable);
    }

    /// <summary>P0 gives to P1, which cannot use the place and gives it to P2.</summary>
    [Fact]
    public void A_reverted_place_travels_on_when_the_receiver_cannot_use_it()
    {
        var market = new TestMarket([1, 1, 1], [[], [0], [1, 2, 3]], [[1], [2], [2], [2]])
        {
            Reversions = [new Reversion(0, 1, 1), new Reversion(1, 2, 1)],
        };
        MatchResult result = Match(market);
        Assert.Equal([1, 2, 2, -1], [.. result.ProgramOf]);
        Assert.Equal([0, 1, 2], [.. result.EffectiveQuotas]);
        Assert.True(Stability.Check(market.ToInstance(), result).IsStable);
    }

    /// <summary>P q2, even; only applicant 0 lists P, then Q.</summary>
    [Fact]
    public void Parity_sends_an_odd_one_on()
    {
        var market = new TestMarket([2, 1], [[0], [0]], [[0, 1]]) { Parities = [Parity.Even, Parity.Any] };
        MatchResult result = Match(market);
        Assert.Equal([1], [.. result.ProgramOf]);
        Assert.Equal(1, result.ParityReductions);
        Assert.True(Stability.Check(market.ToInstance(), result).IsStable);
    }

    /// <summary>Applicant 0 lists advanced A with supplemental B1 (full with applicant 1, who is better) and B2.</summary>
    [Theory]
    [InlineData(1, 2)]
    [InlineData(0, -1)]
    public void An_advanced_match_opens_the_supplemental_list(int roomAtB2, int expected)
    {
        var market = new TestMarket([1, 1, roomAtB2], [[0], [1, 0], [0]], [[0], [1]])
        {
            Supplementals = [new TestSupplemental(0, 0, [1, 2])],
        };
        MatchResult result = Match(market);
        Assert.Equal([0, 1], [.. result.ProgramOf]);
        Assert.Equal([expected, -1], [.. result.SupplementalProgramOf]);
        Assert.Equal(expected < 0 ? -1 : 1, result.SupplementalRankOf[0]);
    }

    /// <summary>Couple (0, 1), preferring a pair that wants a position of h for 1 to the pair (A, r) or (A, h); 0 is at A,
    /// whose supplemental list would give him that position. Programs A = 0, h = 1, p = 2, r = 3; h likes 0 better than 1.</summary>
    public static TheoryData<string, int, int[], (int, int)[], int[], int[]> SupplementalPlacesOfPartners => new()
    {
        { "he leaves A, so the place is his partner's", 1, [0, 1], [(2, 1), (0, 3)], [2, 1], [-1, -1] },
        { "he stays at A and keeps the place", 1, [0, 1], [(0, 1), (0, 3)], [0, 3], [1, -1] },
        { "both go to h: he is no rival there", 2, [0, 1, 2], [(1, 1), (0, 3)], [1, 1, -1], [-1, -1, -1] },
        { "both go to h, and another is a rival", 2, [2, 0, 1], [(1, 1), (0, 3)], [0, 3, 1], [1, -1, -1] },
        { "he joins his partner at h instead", 2, [0, 1], [(1, 1), (0, 1)], [1, 1], [-1, -1] },
    };

    /// <summary>The market of a row of <see cref="SupplementalPlacesOfPartners"/>; applicant 2, if any, is a single who
    /// lists h.</summary>
    internal static TestMarket SupplementalPlaceOfPartner(int quota, int[] ranking, (int, int)[] pairs) =>
        new([1, quota, 1, 1], [[0], ranking, [0], [1]], ranking.Length == 2 ? [[], []] : [[], [], [1]])
        {
            Couples = [new TestCouple(0, 1, pairs)],
            Supplementals = [new TestSupplemental(0, 0, [1])],
        };

    [Theory]
    [MemberData(nameof(SupplementalPlacesOfPartners))]
    public void A_supplemental_place_is_the_partners_exactly_when_its_owner_leaves_it(
        string reason, int quota, int[] ranking, (int, int)[] pairs, int[] programs, int[] supplemental)
    {
        TestMarket market = SupplementalPlaceOfPartner(quota, ranking, pairs);
        foreach (StabilityDefinition definition in Enum.GetValues<StabilityDefinition>())
        {
            IReadOnlySet<Assignment> all = AllStableMatchings.Of(market.ToInstance(), definition);
            Assert.True(all.SetEquals([new Assignment(programs, supplemental)]), $"{reason}: {string.Join(", ", all)}");
            MatchResult result = Match(market, MatchOptions.Default with { Stability = definition });
            Assert.Equal(programs, result.ProgramOf.ToArray());
            Assert.Equal(supplemental, result.SupplementalProgramOf.ToArray());
        }
    }

    /// <summary>A q2: 0, 3, 1; H q1: 1, 0; 0 and 1: A with supplemental H; couple (2, 3): (none, A). When 3 sends 1 away,
    /// H is vacated, and 0 must be asked although the first of his lists, for another program, is empty.</summary>
    [Fact]
    public void An_empty_supplemental_list_does_not_hide_the_next()
    {
        var market = new TestMarket([1, 2, 0], [[1, 0], [0, 3, 1], []], [[1], [1], [], []])
        {
            Couples = [new TestCouple(2, 3, [(-1, 1)])],
            Supplementals = [new TestSupplemental(0, 2, []), new TestSupplemental(0, 1, [0]), new TestSupplemental(1, 1, [0])],
        };
        MatchResult result = Match(market);
        Assert.Equal([1, -1, -1, 1], [.. result.ProgramOf]);
        Assert.Equal([0, -1, -1, -1], [.. result.SupplementalProgramOf]);
        Assert.True(Stability.Check(market.ToInstance(), result).IsStable);
    }

    /// <summary>Found by enumeration (miss of 2026-11-22). A q1: 1, 0; B q2: 3, 1, 2; C q1: 2, 3. Couple (0, 1): (A, B),
    /// then (none, A); 2: B, C; 3: C with supplemental B. Nobody displaces the couple from (A, B), and with 1 at B the others
    /// go round: 3 at C takes the other position of B, 2 goes to C, 3 loses both, 2 returns to B, 3 to C. Stable is only
    /// (none, A), where 1 keeps 0 out of A.</summary>
    internal static TestMarket FirstPairForever { get; } = new(
        [1, 2, 1], [[1, 0], [3, 1, 2], [2, 3]], [[], [], [1, 2], [2]])
    {
        Couples = [new TestCouple(0, 1, [(0, 1), (-1, 0)])],
        Supplementals = [new TestSupplemental(3, 2, [1])],
    };

    /// <summary>No order of admission and no random repair finds it; taking places from their holders does, whatever the
    /// seed.</summary>
    [Fact]
    public void A_couple_that_nobody_displaces_is_uprooted_from_its_first_pair()
    {
        Assert.Equal([-1, 0, 1, 2], Assert.Single(AllStableMatchings.Of(FirstPairForever)).ProgramOf);
        for (ulong seed = 1; seed <= 20; seed++)
        {
            MatchResult result = Match(FirstPairForever, MatchOptions.Default with { Seed = seed });
            Assert.Equal(MatchStatus.Stable, result.Status);
            Assert.Equal([-1, 0, 1, 2], [.. result.ProgramOf]);
            Assert.Equal([-1, -1, -1, 1], [.. result.SupplementalProgramOf]);
            Assert.InRange(result.Uprooted, 1, 1_000);
        }
    }

    private static MatchResult Match(TestMarket market, MatchOptions? options = null) =>
        RothPeranson.Match(market.ToInstance(), options ?? MatchOptions.Default, s_workspace);
}
