using MatchSim.Engine.Interviews;

namespace MatchSim.Engine.Advice;

/// <summary>Sums over the focal applicants of one season, by number of applications.</summary>
internal sealed class FocalTally(int points)
{
    private const int Kinds = 3;     // of blocks

    private readonly int[] _matched = new int[points];          // [k]
    private readonly int[] _interviews = new int[points];
    private readonly int[] _ranks = new int[points];
    private readonly double[] _cost = new double[points];
    private readonly int[] _people = new int[points];
    private readonly int[] _matchedIn = new int[Kinds * points];     // [k × Kinds + kind]

    /// <summary>Numbers of applications, 0 included.</summary>
    public int Points => points;

    /// <summary>Mean of the focal applicants at k applications.</summary>
    public double Matched(int k) => (double)_matched[k] / _people[k];

    /// <summary>Share of the focal applicants who match to a program chosen for this reason.</summary>
    public double MatchedIn(int k, BlockKind kind) => (double)_matchedIn[(k * Kinds) + (int)kind] / _people[k];

    public double Interviews(int k) => (double)_interviews[k] / _people[k];

    public double Ranks(int k) => (double)_ranks[k] / _people[k];

    public double Cost(int k) => _cost[k] / _people[k];

    public void Count(int k, FocalSeason focal)
    {
        _people[k]++;
        _matched[k] += focal.Matched ? 1 : 0;
        if (focal.MatchedIn is { } kind)
            _matchedIn[(k * Kinds) + (int)kind]++;
        _interviews[k] += focal.Interviews;
        _ranks[k] += focal.Ranked;
        _cost[k] += focal.Fees;
    }
}
