using MatchSim.Engine.Markets;
using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;
using MatchSim.Engine.Statistics;

namespace MatchSim.Engine.Advice;

/// <summary>
/// Measures the look-up against the truth, season by season: a season without the newcomers gives the look-up and the
/// lists; the match on those lists is run again with each newcomer alone; and the whole season is run again with all of them,
/// who are the next people of their types, so that everybody else keeps every draw.
/// </summary>
public static class ApproximationStudy
{
    /// <summary>Measures until enough matches were run again, in batches of seasons, so that threads change nothing.</summary>
    /// <param name="scenario">A scenario without problems.</param>
    /// <param name="options">How much to measure.</param>
    /// <param name="progress">Told of the matches run again so far, after every batch.</param>
    /// <param name="cancellation">Stops between two seasons.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static Approximation Measure(
        Scenario scenario, ApproximationOptions options, Action<int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(options);
        Scenario alone = scenario with { Sweep = null, Sensitivity = null };
        var more = new MoreApplicants(alone, Newcomers(alone, options));
        var seasons = new List<StudySeason>();
        int reRuns = 0;
        while (reRuns < options.ReRuns)
        {
            foreach (StudySeason season in Batch(alone, more, seasons.Count, options.Threads, cancellation))
            {
                seasons.Add(season);
                reRuns += season.ReRuns;
            }

            progress?.Invoke(reRuns);
        }

        return new Approximation(
            seasons.Count, reRuns, Over(seasons, season => season.ListError), seasons.Sum(season => season.Differing),
            seasons.Count * more.Places.Length, Over(seasons, season => season.SeasonError));
    }

    private const int BatchSize = 64;
    private const int OneIn = 1000;

    private static int Newcomers(Scenario scenario, ApproximationOptions options) =>
        Math.Clamp(scenario.Applicants.Values.Sum(type => type.Registered) / OneIn, 1, options.Newcomers);

    private static StudySeason[] Batch(
        Scenario scenario, MoreApplicants more, int start, int threads, CancellationToken cancellation)
    {
        var batch = new StudySeason[BatchSize];
        int next = -1;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.For(0, threads, parallel, _ =>
        {
            var seat = new StudySeat(scenario, more);
            for (int i = Interlocked.Increment(ref next); i < BatchSize; i = Interlocked.Increment(ref next))
            {
                cancellation.ThrowIfCancellationRequested();
                batch[i] = seat.Run(start + i);
            }
        });
        return batch;
    }

    private static Estimate Over(List<StudySeason> seasons, Func<StudySeason, double> value)
    {
        var moments = new RunningMoments();
        foreach (StudySeason season in seasons)
            moments.Add(value(season));
        return Estimate.Of(moments);
    }
}

/// <summary>One season of the study. Errors are look-up less truth, means of people; NaN = nobody had a list.</summary>
internal readonly record struct StudySeason(int ReRuns, int Differing, double ListError, double SeasonError);

/// <summary>The scenario with a few people more, by type in proportion to those who apply.</summary>
internal sealed class MoreApplicants
{
    public MoreApplicants(Scenario scenario, int newcomers)
    {
        ApplicantType[] types = [.. scenario.Applicants.Keys.Order()];
        double all = types.Sum(type => (double)scenario.Applicants[type].Registered);
        var applicants = scenario.Applicants.ToDictionary();
        double before = 0;
        foreach (ApplicantType type in types)
        {
            double after = before + (newcomers * scenario.Applicants[type].Registered / all);
            int more = (int)Math.Round(after) - (int)Math.Round(before);
            applicants[type] = applicants[type] with { Registered = applicants[type].Registered + more };
            before = after;
        }

        Layout = new MarketLayout(scenario with { Applicants = applicants });
        var without = new MarketLayout(scenario);
        Places = [.. types.SelectMany(type =>
        {
            int end = Layout.TypeStarts[(int)type + 1];
            int more = Layout.Of(type).Registered - without.Of(type).Registered;
            return Enumerable.Range(end - more, more);
        })];
    }

    public MarketLayout Layout { get; }

    /// <summary>The newcomers' places among its applicants.</summary>
    public int[] Places { get; }
}

/// <summary>One worker of the study: a season without the newcomers and one with them.</summary>
internal sealed class StudySeat(Scenario scenario, MoreApplicants more)
{
    private readonly Replication _without = new(new MarketLayout(scenario));
    private readonly Replication _with = new(more.Layout);
    private readonly CutoffReader _cutoffs = new();

    public StudySeason Run(int replication)
    {
        Season season = _without.Run(scenario.Seed, replication);
        Season enlarged = _with.Run(scenario.Seed, replication);
        var streams = new Streams(scenario.Seed, replication);
        SeasonView view = SeasonView.Of(season, _cutoffs.Read(season), []);
        var again = new NewcomerMarket(season, streams);
        (int reRuns, int differing, int lists, int seasons) = (0, 0, 0, 0);
        foreach (int place in more.Places)
        {
            FocalSeason focal = Follow(enlarged.Market, place, streams, season, view);
            int looked = focal.Matched ? 1 : 0;
            seasons += looked - (PeopleCount.IsMatchedToPgy1(enlarged, place) ? 1 : 0);
            if (focal.List.IsEmpty)
                continue;
            again.Clear();
            again.Single(focal.List, focal.Supplemental);
            int error = looked - (again.HasFirstYear(again.Match(), 0) ? 1 : 0);
            reRuns++;
            lists += error;
            differing += error == 0 ? 0 : 1;
        }

        return new StudySeason(
            reRuns, differing, reRuns == 0 ? double.NaN : (double)lists / reRuns, (double)seasons / more.Places.Length);
    }

    private FocalSeason Follow(Market enlarged, int place, Streams streams, Season season, SeasonView view)
    {
        MarketLayout layout = season.Market.Layout;
        FocalApplicant person = FocalApplicant.Of(enlarged, place);
        var crowd = new FocalCrowd(layout, new Profile(person.Type, layout.SpecialtyIds[person.Specialty]));
        FocalView own = crowd.View(streams, view, person);
        FocalSeason focal = crowd.Season(view);
        int applications = FocalCrowd.Most(scenario, enlarged.Applicants.ApplicationCount[place]);
        crowd.Portfolio.Start(person, own, applications);
        focal.Start(person, own);
        crowd.Portfolio.Send(applications, own, focal);
        return focal;
    }
}
