using MatchSim.Engine.Matching;
using MatchSim.Engine.Tests.Instances;
using MatchSim.Engine.Tests.Oracle;

namespace MatchSim.Engine.Tests.Laws;

/// <summary>Theorems about markets of singles, with and without reversions.</summary>
public sealed class SinglesLaws
{
    [Property(MaxTest = 10_000, Arbitrary = [typeof(ReversionMarkets)])]
    public void Relabelling_everybody_changes_nothing(TestMarket market)
    {
        int[] applicants = Reversed(market.Applicants);
        int[] programs = Reversed(market.Programs);
        var relabelled = new TestMarket(
            [.. programs.Select(p => market.Quotas[p])],
            [.. programs.Select(p => market.Rankings[p].Select(a => applicants[a]).ToArray())],
            [.. applicants.Select(a => market.Lists[a].Select(p => programs[p]).ToArray())])
        {
            Reversions =
            [
                .. market.Reversions.Select(r => new Reversion(programs[r.Donor], programs[r.Receiver], r.Positions))
                    .OrderBy(r => r.Donor),
            ],
        };
        int[] ranks = Match(market).RankOf.ToArray();
        int[] again = Match(relabelled).RankOf.ToArray();
        Assert.Equal(ranks, applicants.Select(a => again[a]));
    }

    [Property(MaxTest = 10_000, Arbitrary = [typeof(ReversionMarkets)])]
    public void Reversions_do_not_depend_on_the_order_of_donors(TestMarket market)
    {
        TestMarket other = market with { Reversions = [.. market.Reversions.OrderByDescending(r => r.Donor)] };
        Assert.Equal(Match(market).ProgramOf.ToArray(), Match(other).ProgramOf.ToArray());
        Assert.Equal(Match(market).EffectiveQuotas.ToArray(), Match(other).EffectiveQuotas.ToArray());
    }

    [Property(MaxTest = 10_000, Arbitrary = [typeof(SinglesMarkets)])]
    public void Both_sides_match_the_same_applicants_and_fill_the_same_positions(TestMarket market)
    {
        MatchInstance instance = market.ToInstance();
        MatchResult applicants = DeferredAcceptance.ApplicantProposing(instance, new MatchWorkspace());
        MatchResult programs = DeferredAcceptance.ProgramProposing(instance, new MatchWorkspace());
        for (int a = 0; a < market.Applicants; a++)
            Assert.Equal(applicants.ProgramOf[a] < 0, programs.ProgramOf[a] < 0);
        for (int p = 0; p < market.Programs; p++)
            Assert.Equal(applicants.Filled(p), programs.Filled(p));
    }

    /// <summary>Applicant-optimal by complete enumeration, at the quotas that reversions end with.</summary>
    [Property(MaxTest = 10_000, Arbitrary = [typeof(TinyReversionMarkets)])]
    public void With_reversions_everybody_gets_the_best_of_all_stable_matchings(TestMarket market)
    {
        MatchResult result = Match(market);
        TestMarket final = market with { Quotas = result.EffectiveQuotas.ToArray(), Reversions = [] };
        IReadOnlySet<Assignment> all = AllStableMatchings.Of(final);
        for (int a = 0; a < market.Applicants; a++)
            Assert.Equal(
                all.Min(m => (uint)Array.IndexOf(market.Lists[a], m.ProgramOf[a])), (uint)result.RankOf[a]);
    }

    /// <summary>Prefix rule: matched at entry i of the full list, the first k entries give i when k is beyond i, else
    /// nothing.</summary>
    [Property(MaxTest = 10_000, Arbitrary = [typeof(SinglesMarkets)])]
    public void A_shorter_list_gives_the_same_place_or_none(TestMarket market)
    {
        int full = Match(market).RankOf[0];
        for (int k = 0; k <= market.Lists[0].Length; k++)
        {
            int[][] lists = [market.Lists[0][..k], .. market.Lists[1..]];
            Assert.Equal(full >= 0 && full < k ? full : -1, Match(market with { Lists = lists }).RankOf[0]);
        }
    }

    /// <summary>Menu theorem (Gonczarowski, Heffetz and Thomas): the program-proposing result without an applicant says
    /// where every list of his would lead.</summary>
    [Property(MaxTest = 10_000, Arbitrary = [typeof(SinglesMarkets)])]
    public void Program_cutoffs_without_an_applicant_tell_his_match(TestMarket market)
    {
        MatchInstance instance = (market with { Lists = [[], .. market.Lists[1..]] }).ToInstance();
        MatchResult without = DeferredAcceptance.ProgramProposing(instance, new MatchWorkspace());
        int told = Array.FindIndex(market.Lists[0], p => without.WouldAccept(p, market.Score(p, 0), 0));
        Assert.Equal(told, Match(market).RankOf[0]);
    }

    private static MatchResult Match(TestMarket market) =>
        RothPeranson.Match(market.ToInstance(), MatchOptions.Default, new MatchWorkspace());

    private static int[] Reversed(int count) => [.. Enumerable.Range(0, count).Reverse()];
}
