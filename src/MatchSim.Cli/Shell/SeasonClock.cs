using System.Diagnostics;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;

namespace MatchSim.Cli.Shell;

/// <summary>Times the stages of seasons and counts those that are done. Each worker writes to a seat of its own.</summary>
internal sealed class SeasonClock(int workers) : IRunObserver
{
    private readonly Seat[] seats = [.. Enumerable.Range(0, workers).Select(_ => new Seat())];
    private readonly long start = Stopwatch.GetTimestamp();
    private int finished;

    /// <summary>Seasons finished so far, by all workers.</summary>
    public int Finished => Volatile.Read(ref finished);

    /// <summary>Time since the run began.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(start);

    public void SeasonStarted(int worker) => seats[worker].Mark = Stopwatch.GetTimestamp();

    public void StageFinished(int worker, SeasonStage stage)
    {
        Seat seat = seats[worker];
        long now = Stopwatch.GetTimestamp();
        seat.Ticks[(int)stage] += now - seat.Mark;
        seat.Mark = now;
    }

    public void SeasonFinished(int worker)
    {
        Seat seat = seats[worker];
        seat.Last = Stopwatch.GetTimestamp();
        if (seat.Seasons++ == 0)
            seat.First = seat.Last;
        Interlocked.Increment(ref finished);
    }

    /// <summary>Mean milliseconds of a season, by stage that took place; call after the run.</summary>
    public IReadOnlyDictionary<string, double> StageMs() => Enum.GetValues<SeasonStage>().Where(TookPlace).ToDictionary(
        stage => NameCase.Snake(stage.ToString()),
        stage => Round(seats.Sum(seat => seat.Ticks[(int)stage]) * 1000.0 / Stopwatch.Frequency / Math.Max(1, Finished)),
        StringComparer.Ordinal);

    /// <summary>Seasons a second of all workers together, each measured from the end of its first season, which warms up;
    /// a run too short for that is measured whole.</summary>
    public double SeasonsPerSecond()
    {
        double rate = seats.Where(seat => seat.Seasons > 1)
            .Sum(seat => (seat.Seasons - 1) / Stopwatch.GetElapsedTime(seat.First, seat.Last).TotalSeconds);
        return Round(rate > 0 ? rate : Finished / Elapsed.TotalSeconds);
    }

    private bool TookPlace(SeasonStage stage) => seats.Any(seat => seat.Ticks[(int)stage] > 0);

    private static double Round(double value) => Math.Round(value, 3);

    private sealed class Seat
    {
        /// <summary>[stage] time spent in it.</summary>
        public long[] Ticks { get; } = new long[Enum.GetValues<SeasonStage>().Length];

        public long Mark { get; set; }

        public long First { get; set; }

        public long Last { get; set; }

        public int Seasons { get; set; }
    }
}
