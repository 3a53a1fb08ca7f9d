using MatchSim.Engine.Markets;
using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Statistics;

namespace MatchSim.Engine.Simulation;

/// <summary>
/// Many seasons of a scenario and its sweep points. Seasons are independent and written by index, so the number of
/// threads changes the speed and nothing else; the same replication at two points sees the same people
/// (common random numbers).
/// </summary>
public static class MonteCarlo
{
    /// <summary>Runs the baseline and every sweep point.</summary>
    /// <param name="scenario">A scenario without problems (see <see cref="ScenarioRules"/>).</param>
    /// <param name="options">How to run it.</param>
    /// <param name="observer">Told of progress, from worker threads.</param>
    /// <param name="cancellation">Stops the run between two seasons.</param>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static RunResult Run(
        Scenario scenario, RunOptions options, IRunObserver? observer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(options);
        ExperimentPoint[] points = [.. SweepPoints.Of(scenario).Select(point => new ExperimentPoint(point))];
        int seasons = points.Length * scenario.Replications;
        int next = -1;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation };
        Parallel.For(0, options.Threads, parallel, worker =>
        {
            var seat = new Seat(worker, observer);
            for (int i = Interlocked.Increment(ref next); i < seasons; i = Interlocked.Increment(ref next))
            {
                cancellation.ThrowIfCancellationRequested();
                seat.RunSeason(points[i / scenario.Replications], i % scenario.Replications);
            }
        });
        return new RunResult(scenario, [.. points.Select(point => point.Summarise())]);
    }

    /// <summary>One point of the experiment and the values of its seasons.</summary>
    private sealed class ExperimentPoint
    {
        private readonly SweepPoint _point;
        private readonly SeriesCatalog _catalog;
        private readonly Lazy<MarketLayout> _layout;
        private readonly double[] _values;     // [replication × series + series]

        public ExperimentPoint(SweepPoint point)
        {
            _point = point;
            _catalog = new SeriesCatalog(point.Scenario);
            _layout = new Lazy<MarketLayout>(() => new MarketLayout(point.Scenario));
            _values = new double[point.Scenario.Replications * _catalog.Series.Count];
        }

        public ulong Seed => _point.Scenario.Seed;

        public MarketLayout Layout => _layout.Value;

        /// <summary>[series] values of one replication.</summary>
        public Span<double> Values(int replication) =>
            _values.AsSpan(replication * _catalog.Series.Count, _catalog.Series.Count);

        public PointSummary Summarise()
        {
            var rows = new List<SummaryRow>();
            var column = new double[_point.Scenario.Replications];
            for (int s = 0; s < _catalog.Series.Count; s++)
            {
                for (int r = 0; r < column.Length; r++)
                    column[r] = Values(r)[s];
                if (Moments.Summarise(_catalog.Series[s], column) is { } row)
                    rows.Add(row);
            }

            return new PointSummary(_point.Label, _point.Mode, rows);
        }
    }

    /// <summary>One worker: keeps the buffers of the point it is working on.</summary>
    private sealed class Seat(int worker, IRunObserver? observer)
    {
        private readonly Action<SeasonStage>? _stageFinished =
            observer is { } watching ? stage => watching.StageFinished(worker, stage) : null;

        private ExperimentPoint? _point;
        private Replication? _replication;
        private OutcomeStage? _outcome;

        public void RunSeason(ExperimentPoint point, int replication)
        {
            observer?.SeasonStarted(worker);
            if (!ReferenceEquals(_point, point))
            {
                _point = point;
                _replication = new Replication(point.Layout);
                _outcome = new OutcomeStage(point.Layout);
            }

            Season season = _replication!.Run(point.Seed, replication, _stageFinished);
            _outcome!.Measure(season, point.Values(replication));
            _stageFinished?.Invoke(SeasonStage.Outcome);
            observer?.SeasonFinished(worker);
        }
    }
}
