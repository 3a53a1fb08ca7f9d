using MatchSim.Engine.Matching;
using MatchSim.Engine.Tests.Instances;
using MatchSim.Engine.Tests.Published;

namespace MatchSim.Engine.Tests.Oracle;

/// <summary>The exact search on the instances worked out by hand (<see cref="HandCases"/>).</summary>
public sealed class ExactHandCases
{
    [SolverFact]
    public async Task T1_has_no_stable_matching()
    {
        Assert.Null(await Find(HandCases.T1));
        Assert.Null(await Find(HandCases.T1, StabilityDefinition.McDermidManlove));
    }

    [SolverFact]
    public async Task T2_is_stable_by_one_definition_and_not_by_the_other()
    {
        Assignment found = (await Find(HandCases.T2))!;
        Assert.Equal([0, 0, -1, -1], found.ProgramOf);
        Assert.Null(await Find(HandCases.T2, StabilityDefinition.McDermidManlove));
    }

    [SolverFact]
    public async Task T3_has_no_stable_matching() => Assert.Null(await Find(HandCases.T3));

    [SolverFact]
    public async Task T4_has_exactly_two()
    {
        IReadOnlySet<Assignment> two = AllStableMatchings.Of(HandCases.T4);
        Assert.Equal(2, two.Count);
        Assignment found = (await Find(HandCases.T4))!;
        Assert.Contains(found, two);
        Assert.True(await ExactOracle.AllHaveAsync(
            [.. two.Select(assignment => (HandCases.T4, (Assignment?)assignment))],
            StabilityDefinition.BiroIrvingSchlotter));
    }

    [SolverTheory]
    [MemberData(nameof(HandCases.SupplementalPlacesOfPartners), MemberType = typeof(HandCases))]
    public async Task A_supplemental_place_is_the_partners_exactly_when_its_owner_leaves_it(
        string reason, int quota, int[] ranking, (int, int)[] pairs, int[] programs, int[] supplemental)
    {
        TestMarket market = HandCases.SupplementalPlaceOfPartner(quota, ranking, pairs);
        foreach (StabilityDefinition definition in Enum.GetValues<StabilityDefinition>())
            Assert.True(new Assignment(programs, supplemental).Equals(await Find(market, definition)), reason);
    }

    private static Task<Assignment?> Find(
        TestMarket market, StabilityDefinition definition = StabilityDefinition.BiroIrvingSchlotter) =>
        ExactOracle.FindAsync(market.ToInstance(), definition);
}
