using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Advice;

/// <summary>
/// The individual mode of a sweep: what becomes, in the seasons of the baseline, of one applicant of the swept types who
/// applies to so many programs. Needs no season of its own.
/// </summary>
internal sealed class IndividualSweep
{
    private readonly Scenario _baseline;
    private readonly int _focalApplicants;
    private readonly CutoffReaders _cutoffs = new();
    private readonly Dictionary<ApplicantType, int[]> _programs;     // type → numbers of programs asked for, ascending

    private IndividualSweep(Scenario scenario, IReadOnlyList<IndividualPoint> points)
    {
        _baseline = scenario;
        _focalApplicants = scenario.Sweep!.FocalApplicants;
        Points = points;
        _programs = points.SelectMany(point => point.Counts).GroupBy(count => count.Type)
            .ToDictionary(group => group.Key, group => group.Select(count => count.Programs).Distinct().Order().ToArray());
        string?[] specialties = [null, .. scenario.Market.Specialties.Keys];
        Series = [.. points.Select(point => (IReadOnlyList<Series>)[.. point.Counts.SelectMany(count =>
            specialties.Select(specialty => new Series(Measure.MatchProbability, count.Type, specialty)))])];
    }

    /// <summary>The points, in the order of the sweep.</summary>
    public IReadOnlyList<IndividualPoint> Points { get; }

    /// <summary>[point] its series: every swept type, as a whole and by preferred specialty.</summary>
    public IReadOnlyList<IReadOnlyList<Series>> Series { get; }

    /// <summary>The individual mode of a scenario's sweep; <c>null</c> = it has none.</summary>
    public static IndividualSweep? IfAsked(Scenario scenario) =>
        SweepPoints.Alone(scenario) is { Count: > 0 } points ? new IndividualSweep(scenario, points) : null;

    /// <summary>Values of one season of the baseline: a pure function of (scenario, seed, replication).</summary>
    /// <returns>[series of all points, point by point]; NaN where nobody drawn prefers the specialty.</returns>
    public double[] LookUp(int replication, Season season)
    {
        var streams = new Streams(_baseline.Seed, replication);
        Cutoffs cutoffs = _cutoffs.Read(season);
        Dictionary<ApplicantType, FocalShares> shares = _programs.ToDictionary(
            pair => pair.Key, pair => FocalShares.Of(pair.Key, pair.Value, _focalApplicants, streams, season, cutoffs));
        int specialties = _baseline.Market.Specialties.Count;
        return [.. Points.SelectMany(point => point.Counts).SelectMany(count =>
            Enumerable.Range(-1, specialties + 1).Select(specialty => shares[count.Type].Matched(count.Programs, specialty)))];
    }
}
