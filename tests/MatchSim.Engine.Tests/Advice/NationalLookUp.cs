using System.Diagnostics;
using MatchSim.Cli.Files;
using MatchSim.Engine.Advice;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Matching;
using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Tests.Simulation;
using Xunit.Abstractions;

namespace MatchSim.Engine.Tests.Advice;

/// <summary>
/// The nation with its couples and supplemental lists, where the menu theorem does not hold: how often the look-up
/// differs from the match run again with the newcomer. Figures of the thorough run: docs/model.md, C6.
/// </summary>
public sealed class NationalLookUp(ITestOutputHelper output)
{
    private const int Applications = 100;

    [Fact]
    public void The_look_up_differs_from_the_match_run_again_in_few_cases()
    {
        Scenario scenario = ScenarioFile.Read("us-2025").Scenario;
        Season season = ConservationLaws.Run(scenario);
        long start = Stopwatch.GetTimestamp();
        Cutoffs cutoffs = new CutoffReader().Read(season);
        output.WriteLine($"cutoffs of a season: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms");
        foreach ((ApplicantType type, string specialty) in new[]
            { (ApplicantType.NonUsImg, "internal-medicine"), (ApplicantType.UsMdSenior, "anesthesiology") })
        {
            int cases = 10 * Thorough.Factor;
            int wrong = Compare(season, cutoffs, new Profile(type, specialty), cases);
            Assert.True(wrong <= 1 + (0.02 * cases), $"{wrong} of {cases}");
        }
    }

    /// <summary>Singles without supplemental lists at national size: every case exactly, at every number of programs asked
    /// for. 200 newcomers in a thorough run.</summary>
    [Fact]
    public void Without_couples_and_supplemental_lists_the_look_up_is_exact_at_national_size()
    {
        int[] asked = [5, 10, 25, 50, 100, 200];
        Scenario scenario = ScenarioFile.Read("us-2025").Scenario;
        Season season = ConservationLaws.Run(scenario with
        {
            Couples = scenario.Couples with { Counts = new Dictionary<ApplicantType, int>() },
            Match = scenario.Match with { SupplementalLists = MatchSim.Engine.Scenarios.Switch.Off },
        });
        Cutoffs cutoffs = new CutoffReader().Read(season);
        var streams = new Streams(scenario.Seed, 0);
        var again = new NewcomerMarket(season, streams);
        ApplicantType[] types = [ApplicantType.NonUsImg, ApplicantType.UsImg, ApplicantType.UsDoSenior, ApplicantType.UsMdSenior];
        int draws = Thorough.IsOn ? 200 : 12;
        int placed = 0;
        for (int i = 0; i < draws; i++)
        {
            string specialty = (i / types.Length % 2) == 0 ? "internal-medicine" : "anesthesiology";
            FocalApplicant person = new FocalSynthesis(season.Market.Layout, new Profile(types[i % types.Length], specialty)).Draw(streams, i);
            FocalCases.Follow(season, cutoffs, person, asked[^1], (k, focal) =>
            {
                if (!asked.Contains(k))
                    return;
                again.Clear();
                again.Single(focal.List, focal.Supplemental);
                int program = again.Match().ProgramOf[again.First];
                Assert.Equal(program, focal.Program);
                placed += program >= 0 ? 1 : 0;
            });
        }

        Assert.InRange(placed, 1, draws * asked.Length);
    }

    private int Compare(Season season, Cutoffs cutoffs, Profile profile, int cases)
    {
        MarketLayout layout = season.Market.Layout;
        var streams = new Streams(layout.Scenario.Seed, 0);
        var synthesis = new FocalSynthesis(layout, profile);
        var again = new NewcomerMarket(season, streams);
        int places = 0;
        int verdicts = 0;
        (TimeSpan looking, TimeSpan running) = (TimeSpan.Zero, TimeSpan.Zero);
        for (int i = 0; i < cases; i++)
        {
            long start = Stopwatch.GetTimestamp();
            FocalSeason focal = FocalCases.Follow(season, cutoffs, synthesis.Draw(streams, i), Applications);
            looking += Stopwatch.GetElapsedTime(start);
            start = Stopwatch.GetTimestamp();
            again.Clear();
            again.Single(focal.List, focal.Supplemental);
            MatchResult match = again.Match();
            running += Stopwatch.GetElapsedTime(start);
            int program = match.ProgramOf[again.First];
            bool matched = again.HasFirstYear(match, 0);
            places += program == focal.Program ? 0 : 1;
            verdicts += matched == focal.Matched ? 0 : 1;
        }

        output.WriteLine($"{profile.Type}, {profile.Specialty}: another place in {places}, matched or not in {verdicts} of {cases}; " +
            $"{looking.TotalMilliseconds / cases:0.00} ms for all of 0 … {Applications} looked up, {running.TotalMilliseconds / cases:0} ms for one match run again");
        return verdicts;
    }
}
