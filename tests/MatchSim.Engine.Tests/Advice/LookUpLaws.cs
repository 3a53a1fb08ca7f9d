using MatchSim.Engine.Advice;
using MatchSim.Engine.Matching;
using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Tests.Instances;
using MatchSim.Engine.Tests.Simulation;
using Xunit.Abstractions;

namespace MatchSim.Engine.Tests.Advice;

/// <summary>The look-up against its oracle: the match run again with the newcomer's list, case by case.</summary>
public sealed class LookUpLaws(ITestOutputHelper output)
{
    private const int Most = 12;

    /// <summary>Every (market, newcomer, number of applications) is a case; several hundred a market.</summary>
    [Property(MaxTest = 150, Arbitrary = [typeof(SeasonMarkets)])]
    public void The_look_up_is_the_match_run_again(SeasonShape shape)
    {
        Season season = ConservationLaws.Run(FocalCases.Singles(shape));
        Cutoffs cutoffs = new CutoffReader().Read(season);
        int cases = 0;
        foreach (FocalApplicant person in FocalCases.Newcomers(season, 3))
        {
            FocalCases.Follow(season, cutoffs, person, Most, (k, focal) =>
            {
                int again = RunAgain(season.Lists.Instance, focal.List);
                Assert.True(again == focal.Program, $"{k} applications: looked up {focal.Program}, run again {again}");
                cases++;
            });
        }

        Assert.True(cases >= 15 * (Most + 1), $"{cases}");
    }

    /// <summary>f would be taken by A as the applicants' own proposals leave it; but whoever f displaces goes to B, and
    /// whoever that displaces comes back to A and is better than f. Programs' proposals know.</summary>
    [Fact]
    public void Cutoffs_of_the_applicants_proposals_would_be_wrong()
    {
        // Programs A = 0, B = 1, a place each. Applicants 0: A, B; 1: B, A. A ranks 1, f, 0; B ranks 0, 1. f = 2: A.
        var market = new TestMarket([1, 1], [[1, 2, 0], [0, 1]], [[0, 1], [1, 0], []]);
        MatchResult applicants = DeferredAcceptance.ApplicantProposing(market.ToInstance(), new MatchWorkspace());
        MatchResult programs = DeferredAcceptance.ProgramProposing(market.ToInstance(), new MatchWorkspace());
        Assert.True(applicants.WouldAccept(0, market.Score(0, 2), 2));
        Assert.False(programs.WouldAccept(0, market.Score(0, 2), 2));
        TestMarket with = market with { Lists = [[0, 1], [1, 0], [0]] };
        Assert.Equal(MatchInstance.None, DeferredAcceptance.ApplicantProposing(with.ToInstance(), new MatchWorkspace()).ProgramOf[2]);
    }

    /// <summary>Where the list is fixed (no signals to move, no limit of interviews, nobody left off the own list), one more
    /// application never takes a match away.</summary>
    [Property(MaxTest = 100, Arbitrary = [typeof(SeasonMarkets)])]
    public void With_nothing_to_lose_one_more_application_never_hurts(SeasonShape shape)
    {
        Scenario scenario = FocalCases.Singles(shape);
        Season season = ConservationLaws.Run(scenario with
        {
            Applications = scenario.Applications with { Signals = Switch.Off },
            Interviews = scenario.Interviews with { LimitMean = 1000 },
            Ranking = scenario.Ranking with { ApplicantUnranked = 0 },
        });
        Cutoffs cutoffs = new CutoffReader().Read(season);
        foreach (FocalApplicant person in FocalCases.Newcomers(season, 3).Where(person => !person.AddsPreliminary))
        {
            bool matched = false;
            FocalCases.Follow(season, cutoffs, person, Most, (k, focal) =>
            {
                Assert.False(matched && !focal.Matched, $"matched with {k - 1} applications, not with {k}");
                matched = focal.Matched;
            });
        }
    }

    /// <summary>How often the cutoffs of the applicants' own proposals would be wrong: in scarce markets, now and then; those
    /// of the programs' proposals, never.</summary>
    [Fact]
    public void On_generated_markets_too_the_applicants_cutoffs_are_sometimes_wrong()
    {
        (int cases, int naive, int right) = (0, 0, 0);
        for (int seed = 0; seed < 800; seed++)
        {
            var shape = new SeasonShape(1, 12, 1, 16, 0, 8, 4, 8, seed);
            Season season = ConservationLaws.Run(FocalCases.Singles(shape));
            MatchInstance market = season.Lists.Instance;
            var proposals = new MatchWorkspace();
            DeferredAcceptance.ApplicantProposing(market, proposals);
            Cutoffs cutoffs = new CutoffReader().Read(season);
            var applicants = new Cutoffs(cutoffs.Interview, cutoffs.Rank, Array.ConvertAll(
                Enumerable.Range(0, market.ProgramCount).ToArray(), p => Cutoffs.Worst(proposals.Tentative.Cutoffs[p])));
            foreach (FocalApplicant person in FocalCases.Newcomers(season, 10))
            {
                FocalSeason focal = FocalCases.Follow(season, cutoffs, person, Most);
                int again = RunAgain(market, focal.List);
                cases++;
                naive += FocalCases.Follow(season, applicants, person, Most).Program == again ? 0 : 1;
                right += focal.Program == again ? 1 : 0;
            }
        }

        output.WriteLine($"applicants' cutoffs wrong in {naive} of {cases}");
        Assert.Equal(cases, right);
        Assert.InRange(naive, 1, cases / 20);
    }

    private static int RunAgain(MatchInstance market, ReadOnlySpan<ListEntry> list)
    {
        int count = market.ApplicantCount;
        int end = market.ListOffsets[count];
        var with = new MatchInstance
        {
            ApplicantCount = count + 1,
            ProgramCount = market.ProgramCount,
            Quotas = market.Quotas,
            ListOffsets = [.. market.ListOffsets.AsSpan(0, count + 1), end + list.Length],
            Entries = [.. market.Entries.AsSpan(0, end), .. list],
        };
        return RothPeranson.Match(with, MatchOptions.Default, new MatchWorkspace()).ProgramOf[count];
    }
}
