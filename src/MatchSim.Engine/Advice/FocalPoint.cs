using MatchSim.Engine.Interviews;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;
using MatchSim.Engine.Statistics;

namespace MatchSim.Engine.Advice;

/// <summary>The scenario as it stands, with focal applicants of several profiles looked up in every season.</summary>
internal sealed class FocalPoint(Scenario scenario, IReadOnlyList<Profile> profiles, AdviceOptions options) : IExperimentPoint
{
    private readonly SummarisedPoint _baseline = new(new SweepPoint("", Mode: null, scenario));
    private readonly FocalTally[][] _tallies =
        [.. profiles.Select(_ => new FocalTally[scenario.Replications])];     // [profile][replication]

    public Scenario Scenario => scenario;

    /// <summary>[replication] of one profile.</summary>
    public IReadOnlyList<FocalTally> Tallies(int profile) => _tallies[profile];

    /// <summary>How everybody in the market fared.</summary>
    public PointSummary Baseline() => _baseline.Summarise();

    public void Record(int replication, Season season, ReadOnlySpan<double> values)
    {
        _baseline.Record(replication, season, values);
        var streams = new Streams(scenario.Seed, replication);
        var cutoffs = Cutoffs.Of(season);
        for (int i = 0; i < profiles.Count; i++)
            _tallies[i][replication] = LookUp(profiles[i], streams, season.Market, cutoffs, options);
    }

    /// <summary>Draws the focal applicants of a profile and follows each through all numbers of applications.</summary>
    private static FocalTally LookUp(Profile profile, Streams streams, Market market, Cutoffs cutoffs, AdviceOptions options)
    {
        MarketLayout layout = market.Layout;
        ApplicationOptions applying = layout.Scenario.Applications;
        applying = applying with { Strategy = profile.Strategy ?? applying.Strategy, Signals = profile.Signals ?? applying.Signals };
        int most = Math.Min(options.MaxPrograms, applying.Cap ?? int.MaxValue);
        var tally = new FocalTally(most + 1);
        var synthesis = new FocalSynthesis(layout, profile);
        var portfolio = new Portfolio(layout, new ApplicationBlocks(layout));
        var focal = new FocalSeason(layout, applying, cutoffs);
        for (int i = 0; i < options.FocalApplicants; i++)
        {
            FocalApplicant person = synthesis.Draw(streams, i);
            var view = new FocalView(streams, market, person, applying);
            portfolio.Start(person, view, most);
            focal.Start(person, view);
            tally.Count(0, focal);
            for (int k = 1; k <= most; k++)
            {
                if (portfolio.Step() is { } next)
                    focal.Add(view.Apply(next.Program, next.Kind));
                tally.Count(k, focal);
            }
        }

        return tally;
    }
}
