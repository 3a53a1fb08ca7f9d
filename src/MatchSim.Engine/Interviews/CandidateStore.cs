using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MatchSim.Engine.Interviews;

/// <summary>Candidates in columns: applicant, the program's score, the applicant's utility of the program.</summary>
internal sealed class CandidateStore
{
    /// <summary>[place] applicant.</summary>
    public Aligned<int> Applicant { get; private set; } = new(0);

    /// <summary>[place] the program's score before any interview, standard deviations of MD quality.</summary>
    public Aligned<float> Score { get; private set; } = new(0);

    /// <summary>[place] the applicant's utility of the program before any interview, standard deviations of taste.</summary>
    public Aligned<float> Utility { get; private set; } = new(0);

    /// <summary>Makes room; what was there may be lost.</summary>
    public void Reserve(int places)
    {
        if (places <= Applicant.Length)
            return;
        Applicant = new Aligned<int>(places + (places >> 3));
        Score = new Aligned<float>(Applicant.Length);
        Utility = new Aligned<float>(Applicant.Length);
    }

    /// <summary>The candidate at a place.</summary>
    public Candidate At(int place) => new(Applicant[place], Score[place]);

    /// <summary>The least score of some candidates; +∞ = there are none.</summary>
    public float LeastScore(int start, int end)
    {
        var least = Vector512.Create(float.PositiveInfinity);
        int i = start;
        for (; i <= end - LaneLayout.Width; i += LaneLayout.Width)
            least = Vector512.MinNative(least, Vector512.LoadUnsafe(ref Score[i]));
        float found = Lanes.Min(least);
        for (; i < end; i++)
            found = float.MinNative(found, Score[i]);
        return found;
    }

    /// <summary>The candidates around a place will be read soon.</summary>
    public void Announce(int place)
    {
        Ahead.Fetch(ref Applicant[place]);
        Ahead.Fetch(ref Score[place]);
        Ahead.Fetch(ref Utility[place]);
    }

    /// <summary>Copies a candidate from another store, or another place.</summary>
    public void Copy(CandidateStore from, int place, int to) =>
        (Applicant[to], Score[to], Utility[to]) = (from.Applicant[place], from.Score[place], from.Utility[place]);

    /// <summary>Exchanges two candidates.</summary>
    public void Swap(int one, int other)
    {
        (Applicant[one], Applicant[other]) = (Applicant[other], Applicant[one]);
        (Score[one], Score[other]) = (Score[other], Score[one]);
        (Utility[one], Utility[other]) = (Utility[other], Utility[one]);
    }

    /// <summary>Copies candidates from another store.</summary>
    public void Copy(CandidateStore from, int start, int count, int to)
    {
        from.Applicant.AsSpan(start, count).CopyTo(Applicant.AsSpan(to, count));
        from.Score.AsSpan(start, count).CopyTo(Score.AsSpan(to, count));
        from.Utility.AsSpan(start, count).CopyTo(Utility.AsSpan(to, count));
    }

    /// <summary>Takes those of sixteen candidates that a mask chooses, one behind the other. Writes up to sixteen places.</summary>
    /// <returns>How many.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Take(CandidateStore from, int start, Vector512<float> mask, int to)
    {
        ulong chosen = mask.ExtractMostSignificantBits();
        Vector512<float> applicants = Vector512.LoadUnsafe(ref from.Applicant[start]).AsSingle();
        Vector512<float> scores = Vector512.LoadUnsafe(ref from.Score[start]);
        Vector512<float> utilities = Vector512.LoadUnsafe(ref from.Utility[start]);
        Put(mask, chosen, applicants, scores, utilities, to);
        return BitOperations.PopCount(chosen);
    }

    /// <summary>Writes the chosen ones of sixteen candidates, one behind the other. Writes up to sixteen places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(
        Vector512<float> mask, ulong chosen, Vector512<float> applicants, Vector512<float> scores, Vector512<float> utilities, int to)
    {
        Lanes.Compress(mask, chosen, applicants, ref Unsafe.As<int, float>(ref Applicant[to]));
        Lanes.Compress(mask, chosen, scores, ref Score[to]);
        Lanes.Compress(mask, chosen, utilities, ref Utility[to]);
    }
}
