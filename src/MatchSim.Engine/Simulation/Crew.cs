using System.Runtime.ExceptionServices;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Simulation;

/// <summary>
/// Workers that run the seasons of many points: point by point, so that a worker seldom needs other buffers. Seasons are
/// independent and recorded by their number, so how many workers there are changes the speed and nothing else.
/// </summary>
internal sealed class Crew(RunOptions options, IRunObserver? observer, CancellationToken cancellation)
{
    /// <summary>Bytes that a worker allocates before they are collected.</summary>
    private const long MostGarbage = 2 << 20;

    /// <summary>Seasons of a point that are not worth dividing among workers.</summary>
    private const int FewSeasons = 4;

    /// <summary>Runs replications 0 … <paramref name="replications"/> − 1 of every point, as far as it wants them.</summary>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    /// <remarks>What a worker throws, such as a point that cannot record, is thrown as it is.</remarks>
    public void Run(IReadOnlyList<IExperimentPoint> points, int replications)
    {
        int seasons = checked(points.Count * replications);
        // Buffers of another point cost half a season: a point of few seasons goes to one worker whole.
        int together = replications <= FewSeasons && points.Count > options.Threads ? replications : 1;
        int next = -together;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation };
        try
        {
            Parallel.For(0, options.Threads, parallel, Work);
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }

        // What the workers held need not stand beside summaries and reports.
        GC.Collect();

        void Work(int worker)
        {
            var seat = new Seat(worker, observer);
            for (int i = Interlocked.Add(ref next, together); i < seasons; i = Interlocked.Add(ref next, together))
            {
                for (int season = i; season < i + together; season++)
                    RunSeason(seat, season);
            }
        }

        void RunSeason(Seat seat, int season)
        {
            cancellation.ThrowIfCancellationRequested();
            IExperimentPoint point = points[season / replications];
            if (point.Wants(season % replications))
                seat.RunSeason(point, season % replications);
        }
    }

    /// <summary>One worker: keeps the buffers of the point it is working on.</summary>
    private sealed class Seat(int worker, IRunObserver? observer)
    {
        private readonly Action<SeasonStage>? _stageFinished =
            observer is { } watching ? stage => watching.StageFinished(worker, stage) : null;

        private IExperimentPoint? _point;
        private ulong _seed;
        private Replication? _replication;
        private OutcomeStage? _outcome;
        private double[] _values = [];     // [series]
        private long _collectedAt;          // bytes this worker had allocated when it last had them collected

        public void RunSeason(IExperimentPoint point, int replication)
        {
            observer?.SeasonStarted(worker);
            if (!ReferenceEquals(_point, point))
                MoveTo(point);
            Season season = _replication!.Run(_seed, replication, _stageFinished);
            _outcome!.Measure(season, _values);
            _stageFinished?.Invoke(SeasonStage.Outcome);
            point.Record(replication, season, _values);
            observer?.SeasonFinished(worker);
            Collect();
        }

        /// <summary>The collector lets as much garbage pile up as the processor has cache, a hundred megabytes on a server:
        /// memory would grow for hundreds of seasons before it is flat. Values that wait for the store outlive the youngest
        /// generation, so the one above it is collected too.</summary>
        private void Collect()
        {
            long allocated = GC.GetAllocatedBytesForCurrentThread();
            if (allocated - _collectedAt < MostGarbage)
                return;
            GC.Collect(1, GCCollectionMode.Forced, blocking: true);
            _collectedAt = allocated;
        }

        private void MoveTo(IExperimentPoint point)
        {
            Scenario scenario = point.Scenario;
            if (_replication is not null)
            {
                // Large buffers are collected late: without this, those of hundreds of points pile up to gigabytes.
                _replication = null;
                _outcome = null;
                GC.Collect();
            }

            var layout = new MarketLayout(scenario);
            _point = point;
            _seed = scenario.Seed;
            _replication = new Replication(layout);
            _outcome = new OutcomeStage(layout);
            _values = new double[new SeriesCatalog(scenario).Series.Count];
        }
    }
}
