using MatchSim.Engine.Matching;
using MatchSim.Engine.Tests.Instances;
using MatchSim.Engine.Tests.Oracle;

namespace MatchSim.Engine.Tests.Laws;

/// <summary>Rotations lead from every stable matching to the one best for programs, and only stable ones are taken up.
/// </summary>
public sealed class RotationLaws
{
    [Property(MaxTest = 10_000, Arbitrary = [typeof(SinglesMarkets)])]
    public void From_the_best_for_applicants_to_the_best_for_programs(TestMarket market) =>
        LeadsToProgramsBest(market.ToInstance());

    [Property(MaxTest = 10_000, Arbitrary = [typeof(TinySinglesMarkets)])]
    public void From_every_stable_matching_to_the_best_for_programs(TestMarket market)
    {
        MatchInstance instance = market.ToInstance();
        foreach (Assignment matching in AllStableMatchings.Of(market))
            LeadsToProgramsBest(
                instance, [.. matching.ProgramOf.Select((p, a) => p < 0 ? -1 : Array.IndexOf(market.Lists[a], p))]);
    }

    [Property(MaxTest = 10_000, Arbitrary = [typeof(SinglesMarkets)])]
    public void An_empty_matching_is_taken_up_only_where_it_is_stable(TestMarket market)
    {
        MatchInstance instance = market.ToInstance();
        int[] nobody = [.. Enumerable.Repeat(-1, market.Applicants)];
        bool stable = Stability.Check(instance, nobody, []).IsStable;
        Assert.Equal(stable, new Rotations().Begin(instance, new MatchWorkspace(), nobody));
    }

    /// <summary>Complete lists on both sides: three quarters and more have several stable partners.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(70)]
    public void Through_many_rotations(int quota)
    {
        var random = new Random(quota);
        for (int market = 0; market < 20; market++)
            LeadsToProgramsBest(Complete(programs: 210 / quota, quota, random));
    }

    private static void LeadsToProgramsBest(MatchInstance instance) => LeadsToProgramsBest(
        instance, DeferredAcceptance.ApplicantProposing(instance, new MatchWorkspace()).RankOf);

    private static void LeadsToProgramsBest(MatchInstance instance, ReadOnlySpan<int> held)
    {
        var rotations = new Rotations();
        var workspace = new MatchWorkspace();
        Assert.True(rotations.Begin(instance, workspace, held));
        rotations.Eliminate();
        var proposals = new MatchWorkspace();
        MatchResult best = DeferredAcceptance.ProgramProposing(instance, proposals);
        Assert.Equal(best.ProgramOf.ToArray(), workspace.Result.ProgramOf.ToArray());
        Assert.Equal(best.RankOf.ToArray(), workspace.Result.RankOf.ToArray());
        Assert.Equal(
            proposals.Tentative.Cutoffs.AsSpan(0, instance.ProgramCount).ToArray(),
            workspace.Tentative.Cutoffs.AsSpan(0, instance.ProgramCount).ToArray());
    }

    private static MatchInstance Complete(int programs, int quota, Random random)
    {
        int applicants = programs * quota;
        int[] list = [.. Enumerable.Range(0, programs)];
        return new MatchInstance
        {
            ApplicantCount = applicants,
            ProgramCount = programs,
            Quotas = [.. Enumerable.Repeat(quota, programs)],
            ListOffsets = [.. Enumerable.Range(0, applicants + 1).Select(a => a * programs)],
            Entries = [.. Enumerable.Range(0, applicants).SelectMany(_ => List())],
        };

        ListEntry[] List()
        {
            random.Shuffle(list);
            return [.. list.Select(p => new ListEntry(p, (uint)random.NextInt64(1, 1L << 32)))];
        }
    }
}
