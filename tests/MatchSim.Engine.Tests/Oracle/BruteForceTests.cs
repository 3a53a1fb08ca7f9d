using MatchSim.Engine.Matching;
using MatchSim.Engine.Tests.Instances;

namespace MatchSim.Engine.Tests.Oracle;

/// <summary>The matcher against complete enumeration.</summary>
public sealed class BruteForceTests
{
    /// <summary>On markets this small the budget finds a stable matching whenever one exists.</summary>
    [Property(MaxTest = 10_000, Arbitrary = [typeof(TinyMarkets)])]
    public void A_stable_matching_is_found_exactly_when_one_exists(TestMarket market)
    {
        MatchInstance instance = market.ToInstance();
        IReadOnlySet<Assignment> all = AllStableMatchings.Of(instance);
        MatchResult result = RothPeranson.Match(instance, MatchOptions.Default, new MatchWorkspace());
        Assert.Equal(all.Count > 0 ? MatchStatus.Stable : MatchStatus.NoStableMatchingFound, result.Status);
        if (result.Status == MatchStatus.Stable)
            Assert.Contains(Found(instance, result), all);
    }

    [Property(MaxTest = 10_000, Arbitrary = [typeof(TinySinglesMarkets)])]
    public void Singles_get_the_best_of_all_stable_matchings_and_programs_theirs(TestMarket market)
    {
        MatchInstance instance = market.ToInstance();
        IReadOnlySet<Assignment> all = AllStableMatchings.Of(instance);
        int[] best = [.. DeferredAcceptance.ApplicantProposing(instance, new MatchWorkspace()).RankOf];
        int[] worst = [.. DeferredAcceptance.ProgramProposing(instance, new MatchWorkspace()).RankOf];
        for (int a = 0; a < market.Applicants; a++)
        {
            uint[] ranks = [.. all.Select(m => (uint)Array.IndexOf(market.Lists[a], m.ProgramOf[a]))];
            Assert.Equal(ranks.Min(), (uint)best[a]);
            Assert.Equal(ranks.Max(), (uint)worst[a]);
        }
    }

    /// <summary>MM-stable implies BIS-stable.</summary>
    [Property(MaxTest = 3_000, Arbitrary = [typeof(TinyMarkets)])]
    public void Whatever_McDermid_and_Manlove_call_stable_Biro_Irving_and_Schlotter_do(TestMarket market)
    {
        MatchInstance instance = market.ToInstance();
        Assert.Subset(
            AllStableMatchings.Of(instance).ToHashSet(),
            AllStableMatchings.Of(instance, StabilityDefinition.McDermidManlove).ToHashSet());
    }

    internal static Assignment Found(MatchInstance instance, MatchResult result)
    {
        int[] none = [.. Enumerable.Repeat(-1, instance.ApplicantCount)];
        return new Assignment(
            [.. result.ProgramOf], result.SupplementalProgramOf.Length == 0 ? none : [.. result.SupplementalProgramOf]);
    }
}
