using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MatchSim.Engine.Randomness;

namespace MatchSim.Engine.Interviews;

/// <summary>Number, sum and sum of squares of scores: where to look first for the threshold of the k largest. They say
/// how long the search takes, never what it finds.</summary>
internal readonly record struct ScoreMoments(int Count, float Sum, float Squares)
{
    private const int Quantiles = 256;

    // [i] what a standard normal exceeds with probability (i + ½) / 256.
    private static readonly float[] Exceeded =
        [.. Enumerable.Range(0, Quantiles).Select(i => -(float)PortableMath.NormalQuantile((i + 0.5) / Quantiles))];

    // [i] one over the density of the standard normal there.
    private static readonly float[] Sparsity =
        [.. Exceeded.Select(z => (float)(Math.Sqrt(2 * Math.PI) / PortableMath.Exp(-0.5 * z * z)))];

    /// <summary>The moments of scores padded with −∞ to full vectors.</summary>
    /// <param name="count">Scores without the padding.</param>
    public static ScoreMoments Of(ReadOnlySpan<float> padded, int count)
    {
        Vector512<float> sum = Vector512<float>.Zero;
        Vector512<float> squares = Vector512<float>.Zero;
        ref float start = ref MemoryMarshal.GetReference(padded);
        for (nuint i = 0; i < (nuint)padded.Length; i += LaneLayout.Width)
        {
            Vector512<float> scores = Vector512.LoadUnsafe(ref start, i);
            scores &= Vector512.GreaterThan(scores, Vector512.Create(float.MinValue));
            sum += scores;
            squares += scores * scores;
        }

        return new ScoreMoments(count, Vector512.Sum(sum), Vector512.Sum(squares));
    }

    /// <summary>With the scores of one more group.</summary>
    public ScoreMoments With(ScoreMoments scored) =>
        new(Count + scored.Count, Sum + scored.Sum, Squares + scored.Squares);

    /// <summary>Where the k-th largest would be if the scores were normal.</summary>
    public ScoreGuess Guess(int k)
    {
        float each = 1f / Count;
        float mean = Sum * each;
        float sd = MathF.Sqrt(MathF.Max((Squares * each) - (mean * mean), 1e-12f));
        int at = Math.Min(Quantiles - 1, (int)(k * each * Quantiles));
        return new ScoreGuess(mean + (sd * Exceeded[at]), sd * each * Sparsity[at]);
    }
}

/// <summary>Where to look for a threshold first. To be handed on by reference: a value of two numbers travels in one register, and
/// putting it together from a place where they stand apart makes the processor wait.</summary>
/// <param name="Apart">How far two scores that follow one another are apart there.</param>
internal readonly record struct ScoreGuess(float Threshold, float Apart);
