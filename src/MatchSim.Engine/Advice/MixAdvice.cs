using MatchSim.Engine.Statistics;

namespace MatchSim.Engine.Advice;

/// <summary>Shares of the applications that go to reach, target and safe programs; they sum to 1.</summary>
public sealed record ProgramMix(double Reach, double Target, double Safe)
{
    private const int Steps = 4;

    /// <summary>Every mix in quarters.</summary>
    internal static IReadOnlyList<ProgramMix> All { get; } =
    [
        .. from reach in Enumerable.Range(0, Steps + 1)
           from safe in Enumerable.Range(0, Steps + 1 - reach)
           select new ProgramMix((double)reach / Steps, (double)(Steps - reach - safe) / Steps, (double)safe / Steps),
    ];
}

/// <summary>How many reach, target and safe programs do best at one number of programs.</summary>
/// <param name="Programs">Applications in all.</param>
/// <param name="Best">The best mix of those tried, as asked for.</param>
/// <param name="Sent">What it comes to where a class has too few programs: mean applications by class.</param>
/// <param name="Gain">What it adds to the match probability against the profile's own strategy: paired, and over the seasons
/// that had no say in which mix is best.</param>
/// <param name="Habit">Mean applications that the own strategy sends to the classes.</param>
public sealed record MixAdvice(int Programs, ProgramMix Best, ClassCounts Sent, Estimate Gain, ClassCounts Habit)
{
    /// <summary>Seasons below which there are too few to choose by some and to measure by others.</summary>
    private const int Fewest = 4;

    /// <summary>Even replications choose, odd ones measure: the winner's luck is left behind.</summary>
    internal static MixAdvice? Of(Questions asking, Profile profile, int programs)
    {
        if (programs == 0 || asking.Basis.Seasons.Length < Fewest)
            return null;
        MixTally[] seasons = asking.EverySeason(
            layout => new MixCrowd(new FocalCrowd(layout, profile), ProgramMix.All, programs),
            (crowd, streams, season) => crowd.Follow(streams, season, asking.Compared));
        int best = Enumerable.Range(0, ProgramMix.All.Count).MaxBy(mix => Gained(seasons, mix, 0).Mean);
        return new MixAdvice(
            programs, ProgramMix.All[best], ClassCounts.Of(seasons, season => season.Sent[best]),
            Estimate.Of(Gained(seasons, best, 1)), ClassCounts.Of(seasons, season => season.Habit));
    }

    private static RunningMoments Gained(MixTally[] seasons, int mix, int parity)
    {
        var gain = new RunningMoments();
        for (int r = parity; r < seasons.Length; r += 2)
            gain.Add(seasons[r].Matched[mix] - seasons[r].Default);
        return gain;
    }
}

/// <summary>Mean applications by class; preliminary programs beside the specialty are in none.</summary>
public readonly record struct ClassCounts(double Reach, double Target, double Safe)
{
    internal static ClassCounts Of(MixTally[] seasons, Func<MixTally, double[]> counts)
    {
        double Mean(ProgramClass of) => seasons.Sum(season => counts(season)[(int)of]) / seasons.Length;
        return new ClassCounts(Mean(ProgramClass.Reach), Mean(ProgramClass.Target), Mean(ProgramClass.Safe));
    }
}
