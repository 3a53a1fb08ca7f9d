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
/// The individual curve of one focal applicant in one national season, 0 to 200 programs: by look-up, and by running the
/// match again for every number of programs. The cutoffs, made once a season for all focal applicants, stand beside them.
/// </summary>
public class AdviceBenchmarks
{
    private const int Programs = 200;

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
        _view = SeasonView.Of(_season, []);
        _crowd = new FocalCrowd(layout, new Profile(ApplicantType.NonUsImg, "internal-medicine") { Step2 = 241 });
        _again = new NewcomerMarket(_season, _streams);
    }

    [Benchmark(Baseline = true)]
    public int LookUp() => Follow(_ => 0);

    [Benchmark]
    public int MatchesRunAgain() => Follow(focal =>
    {
        _again.Clear();
        _again.Single(focal.List, focal.Supplemental);
        return _again.HasFirstYear(_again.Match(), 0) ? 1 : 0;
    });

    [Benchmark]
    public object CutoffsOfASeason() => SeasonView.Of(_season, []);

    private int Follow(Func<FocalSeason, int> more)
    {
        FocalSeason focal = _crowd.Season(_view);
        FocalApplicant person = _crowd.Draw(_streams, _next++ % 1000);
        FocalView view = _crowd.View(_streams, _view, person);
        _crowd.Portfolio.Start(person, view, Programs);
        focal.Start(person, view);
        int matched = 0;
        for (int k = 0; k < Programs; k++)
        {
            if (_crowd.Portfolio.Step() is { } next)
                focal.Add(view.Apply(next.Program, next.Kind));
            matched += (focal.Matched ? 1 : 0) + more(focal);
        }

        return matched;
    }
}
