using MatchSim.Engine.Markets;
using MatchSim.Engine.Matching;
using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;
using MatchSim.Engine.Statistics;

namespace MatchSim.Engine.Advice;

/// <summary>The scenario as it stands, with couples added one at a time and the match run again.</summary>
internal sealed class CoupleSeasons(
    Scenario scenario, Profile first, Profile second, CoupleAdviceOptions options, CancellationToken cancellation) : IExperimentPoint
{
    private readonly CoupleTally[][] _tallies = new CoupleTally[scenario.Replications][];    // [replication][place in options.Programs]
    private readonly CutoffReaders _cutoffs = new();
    private int _reRuns;

    public Scenario Scenario => scenario;

    public int ReRuns => _reRuns;

    public void Record(int replication, Season season, ReadOnlySpan<double> values)
    {
        var streams = new Streams(scenario.Seed, replication);
        SeasonView view = SeasonView.Of(season, _cutoffs.Read(season), values);
        MarketLayout layout = season.Market.Layout;
        var again = new NewcomerMarket(season, streams);
        var one = new Half(new FocalCrowd(layout, first), view);
        var other = new Half(new FocalCrowd(layout, second), view);
        CoupleTally[] tallies = [.. options.Programs.Select(_ => new CoupleTally())];
        for (int i = 0; i < options.CouplesPerSeason(scenario.Replications); i++)
        {
            cancellation.ThrowIfCancellationRequested();
            // Even numbers are the first member's, odd ones the second's: two of one type are two people.
            one.Start(streams, 2 * i, options.MaxPrograms, region: null);
            other.Start(streams, (2 * i) + 1, options.MaxPrograms, second.Region ?? one.Region);
            Follow(one, other, again, tallies);
        }

        _tallies[replication] = tallies;
    }

    public IReadOnlyList<CouplePoint> Points() => [.. options.Programs.Select((k, place) =>
    {
        CoupleTally[] seasons = [.. _tallies.Select(season => season[place])];
        return new CouplePoint(
            k, Over(seasons, tally => tally.Share(2)), Over(seasons, tally => tally.Share(1)), Over(seasons, tally => tally.Share(0)),
            Over(seasons, tally => tally.Interviews).Mean, Over(seasons, tally => tally.Cost).Mean);
    })];

    private static Estimate Over(CoupleTally[] seasons, Func<CoupleTally, double> value)
    {
        var moments = new RunningMoments();
        foreach (CoupleTally season in seasons)
            moments.Add(value(season));
        return Estimate.Of(moments);
    }

    /// <summary>One couple through all numbers of programs; a match is run again only where a list has changed.</summary>
    private void Follow(Half one, Half other, NewcomerMarket again, CoupleTally[] tallies)
    {
        int matched = 0;
        for (int place = 0; place < tallies.Length; place++)
        {
            bool changed = one.GrowTo(options.Programs[place]);
            changed |= other.GrowTo(options.Programs[place]);
            if (changed)
                matched = Matched(one.Focal, other.Focal, again);
            tallies[place].Count(matched, one.Focal, other.Focal);
        }
    }

    /// <summary>How many of the two have a PGY-1 position when everybody is matched again with them.</summary>
    private int Matched(FocalSeason one, FocalSeason other, NewcomerMarket again)
    {
        if (one.List.IsEmpty && other.List.IsEmpty)
            return 0;
        again.Clear();
        again.Couple(one, other);
        MatchResult match = again.Match();
        Interlocked.Increment(ref _reRuns);
        return (again.HasFirstYear(match, 0) ? 1 : 0) + (again.HasFirstYear(match, 1) ? 1 : 0);
    }

    /// <summary>One of the two, followed application by application.</summary>
    private sealed class Half(FocalCrowd crowd, SeasonView season)
    {
        private FocalView? _view;
        private int _steps;
        private ListEntry[] _before = [];
        private ListEntry[] _besideBefore = [];

        public FocalSeason Focal { get; } = crowd.Season(season);

        public int Region { get; private set; }

        public void Start(Streams streams, int number, int most, int? region)
        {
            FocalApplicant person = crowd.Draw(streams, number);
            person = person with { Region = region ?? person.Region };
            Region = person.Region;
            _view = crowd.View(streams, season, person);
            crowd.Portfolio.Start(person, _view, FocalCrowd.Most(crowd.Layout.Scenario, most));
            Focal.Start(person, _view);
            _steps = 0;
            _before = _besideBefore = [];
        }

        /// <summary>Applies to so many programs; true = the lists are no longer what they were.</summary>
        public bool GrowTo(int programs)
        {
            int more = FocalCrowd.Most(crowd.Layout.Scenario, programs) - _steps;
            crowd.Portfolio.Send(more, _view!, Focal);
            _steps += more;
            bool changed = !Focal.List.SequenceEqual(_before) || !Focal.Supplemental.SequenceEqual(_besideBefore);
            (_before, _besideBefore) = (Focal.List.ToArray(), Focal.Supplemental.ToArray());
            return changed;
        }
    }
}

/// <summary>Sums over the couples of one season, at one number of programs.</summary>
internal sealed class CoupleTally
{
    private readonly int[] _matched = new int[3];       // [how many of the two]
    private int _couples;
    private double _interviews;
    private double _cost;

    public double Interviews => _interviews / _couples;

    public double Cost => _cost / _couples;

    public double Share(int matched) => (double)_matched[matched] / _couples;

    public void Count(int matched, FocalSeason one, FocalSeason other)
    {
        _couples++;
        _matched[matched]++;
        _interviews += 0.5 * (one.Interviews + other.Interviews);
        _cost += one.Fees + other.Fees;
    }
}
