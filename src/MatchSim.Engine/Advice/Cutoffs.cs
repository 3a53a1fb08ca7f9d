using MatchSim.Engine.Matching;

namespace MatchSim.Engine.Advice;

/// <summary>
/// What a program asks of one more applicant in one season: three thresholds a program, from which the fate of any
/// applicant can be looked up. A few numbers a program, kept when the season's buffers move on.
/// </summary>
internal sealed class Cutoffs
{
    /// <summary>Threshold that no score reaches.</summary>
    public const uint Closed = uint.MaxValue;

    internal Cutoffs(float[] interview, uint[] rank, uint[] match)
    {
        Interview = interview;
        Rank = rank;
        Match = match;
    }

    /// <summary>[program] lowest score invited in any wave, standard deviations of MD quality; −∞ = whoever passes the screens.</summary>
    public float[] Interview { get; }

    /// <summary>[program] lowest score ranked after the interview; 0 = everybody met is ranked.</summary>
    public uint[] Rank { get; }

    /// <summary>[program] worst score held by a full program in its best stable matching; a newcomer must be better. 0 = room left.</summary>
    public uint[] Match { get; }

    /// <summary>The score that a newcomer must beat where the matcher's cutoff is this.</summary>
    internal static uint Worst(ulong cutoff) => cutoff switch
    {
        ApplicantKey.Open => 0,
        ApplicantKey.Closed => Closed,
        _ => (uint)(cutoff >> 32),
    };
}
