using MatchSim.Engine.Matching;
using MatchSim.Engine.Tests.Instances;

namespace MatchSim.Engine.Tests.Laws;

/// <summary>Whatever is called stable is stable, judged from the definitions on the lists as submitted.</summary>
public sealed class StabilityLaws
{
    [Property(MaxTest = 10_000, Arbitrary = [typeof(AnyMarkets)])]
    public void With_all_variations_every_stable_result_is_stable(TestMarket market) =>
        Judge(market, MatchOptions.Default with { RestartBudget = 20 });

    [Property(MaxTest = 10_000, Arbitrary = [typeof(AnyMarkets)])]
    public void Under_the_other_definition_too(TestMarket market) => Judge(market, MatchOptions.Default with
    {
        Stability = StabilityDefinition.McDermidManlove,
        RestartBudget = 20,
    });

    [Property(MaxTest = 10_000, Arbitrary = [typeof(CoupleMarkets)])]
    public void With_couples_every_stable_result_is_stable(TestMarket market) =>
        Judge(market, MatchOptions.Default with { RestartBudget = 20 });

    [Property(MaxTest = 10_000, Arbitrary = [typeof(ReversionMarkets)])]
    public void Singles_always_have_a_stable_matching_and_both_sides_find_one(TestMarket market)
    {
        Assert.Equal(MatchStatus.Stable, Judge(market, MatchOptions.Default));
        MatchInstance instance = market.ToInstance();
        instance.Reversions = [];
        MatchResult programs = DeferredAcceptance.ProgramProposing(instance, new MatchWorkspace());
        StabilityReport report = Stability.Check(instance, programs);
        Assert.True(report.IsStable, Say(report));
    }

    private static MatchStatus Judge(TestMarket market, MatchOptions options)
    {
        MatchInstance instance = market.ToInstance();
        MatchResult result = RothPeranson.Match(instance, options, new MatchWorkspace());
        StabilityReport report = Stability.Check(instance, result, options.Stability);
        if (result.Status == MatchStatus.Stable)
            Assert.True(report.IsStable, Say(report));
        else
            Assert.All(report.Infeasible, item => Assert.NotEqual(InfeasibilityKind.OverQuota, item.Kind));
        return result.Status;
    }

    private static string Say(StabilityReport report) =>
        string.Join('\n', report.Blocking.Select(b => b.ToString()).Concat(report.Infeasible.Select(i => i.ToString())));
}
