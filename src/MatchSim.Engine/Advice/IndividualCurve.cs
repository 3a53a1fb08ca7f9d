using MatchSim.Engine.Interviews;
using MatchSim.Engine.Statistics;

namespace MatchSim.Engine.Advice;

/// <summary>
/// One applicant's prospects against the number of programs applied to, everybody else doing what they do. Unconditional:
/// no interview, or withdrawal before ranking, counts as not matched.
/// </summary>
/// <param name="Points">[k] k = 0 … the most programs asked for.</param>
public sealed record IndividualCurve(IReadOnlyList<CurvePoint> Points)
{
    /// <summary>Programs by which marginal gains are counted.</summary>
    public const int BlockSize = 10;

    /// <summary>What ten more programs than k add to the match probability; <c>null</c> = beyond the curve.</summary>
    public double? Marginal(int k) => k + BlockSize < Points.Count
        ? Points[k + BlockSize].MatchProbability.Mean - Points[k].MatchProbability.Mean
        : null;

    /// <summary>The widest half of a 95 % interval on the curve, as a share; NaN = a single season has none.</summary>
    public double WidestHalfWidth => Points.Max(point => point.MatchProbability.HalfWidth);

    /// <summary>About how many seasons would bring the widest half-width down to one asked for: it falls with the root of
    /// their number.</summary>
    /// <param name="halfWidth">A share, &gt; 0.</param>
    /// <param name="seasons">Seasons that this curve stands on, ≥ 2.</param>
    public int SeasonsFor(double halfWidth, int seasons) =>
        (int)Math.Ceiling(seasons * (WidestHalfWidth / halfWidth) * (WidestHalfWidth / halfWidth));

    internal static IndividualCurve Of(IReadOnlyList<FocalTally> seasons)
    {
        int points = seasons[0].Points;
        return new IndividualCurve([.. Enumerable.Range(0, points).Select(k => Point(seasons, k))]);
    }

    private static CurvePoint Point(IReadOnlyList<FocalTally> seasons, int k)
    {
        return new CurvePoint(
            k, Over(season => season.Matched(k)), Over(season => season.Interviews(k)), Over(season => season.Ranks(k)),
            Over(season => season.Cost(k)))
        {
            InPreferred = Over(season => season.MatchedIn(k, BlockKind.Preferred)),
            InSecond = Over(season => season.MatchedIn(k, BlockKind.Second)),
            InPreliminary = Over(season => season.MatchedIn(k, BlockKind.Preliminary)),
        };

        Estimate Over(Func<FocalTally, double> mean)
        {
            var moments = new RunningMoments();
            foreach (FocalTally season in seasons)
                moments.Add(mean(season));
            return Estimate.Of(moments);
        }
    }
}

/// <summary>The curve at one number of programs.</summary>
/// <param name="Programs">Applications, all specialties and preliminary programs together.</param>
/// <param name="MatchProbability">Chance of a PGY-1 position.</param>
/// <param name="Interviews">Expected interviews.</param>
/// <param name="Ranks">Expected length of the rank order list.</param>
/// <param name="CostUsd">Expected application fees, US dollars.</param>
public sealed record CurvePoint(int Programs, Estimate MatchProbability, Estimate Interviews, Estimate Ranks, Estimate CostUsd)
{
    /// <summary>Chance of a PGY-1 position by a program of the preferred specialty.</summary>
    public required Estimate InPreferred { get; init; }

    /// <summary>The same of the second specialty.</summary>
    public required Estimate InSecond { get; init; }

    /// <summary>The same of preliminary programs beside the specialty, without a place in it.</summary>
    public required Estimate InPreliminary { get; init; }
}
