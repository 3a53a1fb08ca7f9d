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
        var cutoffs = Cutoffs.Of(season);
        output.WriteLine($"cutoffs of a season: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms");
        foreach ((ApplicantType type, string specialty) in new[]
            { (ApplicantType.NonUsImg, "internal-medicine"), (ApplicantType.UsMdSenior, "anesthesiology") })
        {
            int cases = 10 * Thorough.Factor;
            int wrong = Compare(season, cutoffs, new Profile(type, specialty), cases);
            Assert.True(wrong <= 1 + (0.02 * cases), $"{wrong} of {cases}");
        }
    }

    private int Compare(Season season, Cutoffs cutoffs, Profile profile, int cases)
    {
        MarketLayout layout = season.Market.Layout;
        var streams = new Streams(layout.Scenario.Seed, 0);
        var synthesis = new FocalSynthesis(layout, profile);
        var workspace = new MatchWorkspace();
        MatchOptions options = MatchOptions.Default with
        {
            Seed = streams[Purpose.CoupleOrder].Key,
            RestartBudget = layout.Scenario.Match.RestartBudget,
        };
        int places = 0;
        int verdicts = 0;
        (TimeSpan looking, TimeSpan running) = (TimeSpan.Zero, TimeSpan.Zero);
        for (int i = 0; i < cases; i++)
        {
            long start = Stopwatch.GetTimestamp();
            FocalSeason focal = FocalCases.Follow(season, cutoffs, synthesis.Draw(streams, i), Applications);
            looking += Stopwatch.GetElapsedTime(start);
            start = Stopwatch.GetTimestamp();
            MatchResult again = RothPeranson.Match(With(season.Lists.Instance, layout, focal), options, workspace);
            running += Stopwatch.GetElapsedTime(start);
            int newcomer = again.ApplicantCount - 1;
            int program = again.ProgramOf[newcomer];
            bool matched = program >= 0
                && (layout.TrackOf(program) != Track.Advanced || again.SupplementalProgramOf[newcomer] >= 0);
            places += program == focal.Program ? 0 : 1;
            verdicts += matched == focal.Matched ? 0 : 1;
        }

        output.WriteLine($"{profile.Type}, {profile.Specialty}: another place in {places}, matched or not in {verdicts} of {cases}; " +
            $"{looking.TotalMilliseconds / cases:0.00} ms for all of 0 … {Applications} looked up, {running.TotalMilliseconds / cases:0} ms for one match run again");
        return verdicts;
    }

    /// <summary>The season's lists with one more single, in the last place.</summary>
    private static MatchInstance With(MatchInstance market, MarketLayout layout, FocalSeason focal)
    {
        int count = market.ApplicantCount;
        int end = market.ListOffsets[count];
        int links = market.SupplementalOffsets[count];
        int beside = market.SupplementalEntries.Length;
        SupplementalLink[] own = focal.Supplemental.IsEmpty ? [] :
        [
            .. focal.List.ToArray().Where(entry => layout.TrackOf(entry.Program) == Track.Advanced)
                .Select(entry => new SupplementalLink(entry.Program, beside, beside + focal.Supplemental.Length)),
        ];
        return new MatchInstance
        {
            ApplicantCount = count + 1,
            ProgramCount = market.ProgramCount,
            Quotas = market.Quotas,
            ListOffsets = [.. market.ListOffsets.AsSpan(0, count + 1), end + focal.List.Length],
            Entries = [.. market.Entries.AsSpan(0, end), .. focal.List],
            CoupleCount = market.CoupleCount,
            CoupleA = market.CoupleA,
            CoupleB = market.CoupleB,
            PairOffsets = market.PairOffsets,
            Pairs = market.Pairs,
            SupplementalOffsets = [.. market.SupplementalOffsets.AsSpan(0, count + 1), links + own.Length],
            SupplementalLinks = [.. market.SupplementalLinks.AsSpan(0, links), .. own],
            SupplementalEntries = [.. market.SupplementalEntries, .. focal.Supplemental],
        };
    }
}
