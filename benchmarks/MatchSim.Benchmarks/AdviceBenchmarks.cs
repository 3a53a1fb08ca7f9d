using BenchmarkDotNet.Attributes;
using MatchSim.Cli.Files;
using MatchSim.Engine.Advice;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;

namespace MatchSim.Benchmarks;

/// <summary>
/// The individual curve of one focal applicant in one national season, 0 to 200 programs, by look-up; and one match run again
/// with such an applicant, of which the same curve by brute force needs one for every number of programs. The cutoffs, made
/// once a season for all focal applicants, stand beside them.
/// </summary>
public class AdviceBenchmarks
{
    private const int Programs = 200;

    private readonly CutoffReader _reader = new();
    private Season _season = null!;
    private SeasonView _view = null!;
    private FocalCrowd _crowd = null!;
    private Streams _streams;
    private NewcomerMarket _again = null!;
    private int _next;

    [GlobalSetup]
    public void Setup()
    {
        Scenario scenario = ScenarioFile.Read("us-2025").Scenario;
        var layout = new MarketLayout(scenario);
        _streams = new Streams(scenario.Seed, 0);
        _season = new Replication(layout).Run(scenario.Seed, 0);
        _view = SeasonView.Of(_season, _reader.Read(_season), []);
        _crowd = new FocalCrowd(layout, new Profile(ApplicantType.NonUsImg, "internal-medicine") { Step2 = 241 });
        _again = new NewcomerMarket(_season, _streams);
    }

    [Benchmark(Baseline = true)]
    public int LookUp()
    {
        int matched = 0;
        Follow(Programs, focal => matched += focal.Matched ? 1 : 0);
        return matched;
    }

    /// <summary>Once, with what 100 programs came to.</summary>
    [Benchmark]
    public bool OneMatchRunAgain()
    {
        FocalSeason focal = Follow(Programs / 2, _ => { });
        _again.Clear();
        _again.Single(focal.List, focal.Supplemental);
        return _again.HasFirstYear(_again.Match(), 0);
    }

    [Benchmark]
    public object CutoffsOfASeason() => _reader.Read(_season);

    private FocalSeason Follow(int programs, Action<FocalSeason> seen)
    {
        FocalSeason focal = _crowd.Season(_view);
        FocalApplicant person = _crowd.Draw(_streams, _next++ % 1000);
        FocalView view = _crowd.View(_streams, _view, person);
        _crowd.Portfolio.Start(person, view, programs);
        focal.Start(person, view);
        for (int k = 0; k < programs; k++)
        {
            if (_crowd.Portfolio.Step() is { } next)
                focal.Add(view.Apply(next.Program, next.Kind));
            seen(focal);
        }

        return focal;
    }
}
