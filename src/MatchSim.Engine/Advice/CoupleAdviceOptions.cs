namespace MatchSim.Engine.Advice;

/// <summary>How the joint curve of a couple is computed.</summary>
public sealed record CoupleAdviceOptions
{
    private static readonly int[] Ladder = [10, 20, 40, 60, 100, 150, 200, 300, 500, 1000, 2000];

    /// <summary>Most programs each of the two applies to, ≥ 1.</summary>
    public int MaxPrograms { get; init; } = 200;

    /// <summary>National matches that may be run again in all, ≥ 1: they are what the answer costs. At least one couple is
    /// followed in every season, whatever the budget.</summary>
    public int Budget { get; init; } = 4000;

    /// <summary>Worker threads, ≥ 1. Changes the speed, never the result.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Numbers of programs at which the curve is computed.</summary>
    public IReadOnlyList<int> Programs => [.. Ladder.Where(k => k < MaxPrograms), MaxPrograms];

    /// <summary>Couples drawn in each of so many seasons.</summary>
    public int CouplesPerSeason(int seasons) => Math.Max(1, Budget / (seasons * Programs.Count));
}
