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

    /// <summary>Copies the first candidates of another store, each to a place of its own.</summary>
    /// <param name="places">[candidate] its place behind <paramref name="to"/>.</param>
    /// <returns>The sum of these places.</returns>
    public int Spread(CandidateStore from, int count, ReadOnlySpan<int> places, int to)
    {
        ref int applicants = ref from.Applicant[0];
        ref float scores = ref from.Score[0];
        ref float utilities = ref from.Utility[0];
        Span<int> applicantsTo = Applicant.AsSpan(to, count);
        ref float scoresTo = ref Score[to];
        ref float utilitiesTo = ref Utility[to];
        int sum = 0;
        for (int i = 0; i < count; i++)
        {
            int place = places[i];
            sum += place;
            applicantsTo[place] = Unsafe.Add(ref applicants, i);
            Unsafe.Add(ref scoresTo, place) = Unsafe.Add(ref scores, i);
            Unsafe.Add(ref utilitiesTo, place) = Unsafe.Add(ref utilities, i);
        }

        return sum;
    }

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

    /// <summary>Takes candidates of another store, or of this one from further on, whose score is in a range, one behind the other.
    /// Reads and writes full vectors.</summary>
    /// <param name="least">The least score taken.</param>
    /// <param name="below">Scores taken are below this one.</param>
    /// <returns>How many.</returns>
    public int TakeBetween(CandidateStore from, int start, int count, float least, float below, int to)
    {
        ref float applicants = ref Unsafe.As<int, float>(ref from.Applicant[start]);
        ref float scores = ref from.Score[start];
        ref float utilities = ref from.Utility[start];
        ref float applicantsTo = ref Unsafe.As<int, float>(ref Applicant[to]);
        ref float scoresTo = ref Score[to];
        ref float utilitiesTo = ref Utility[to];
        var lower = Vector512.Create(least);
        var upper = Vector512.Create(below);
        int taken = 0;
        for (nuint i = 0; i < (nuint)count; i += LaneLayout.Width)
        {
            Vector512<float> applicant = Vector512.LoadUnsafe(ref applicants, i);
            Vector512<float> score = Vector512.LoadUnsafe(ref scores, i);
            Vector512<float> utility = Vector512.LoadUnsafe(ref utilities, i);
            Vector512<float> mask = Vector512.GreaterThanOrEqual(score, lower) & Vector512.LessThan(score, upper);
            ulong chosen = mask.ExtractMostSignificantBits();
            Lanes.Compress(mask, chosen, applicant, ref Unsafe.Add(ref applicantsTo, taken));
            Lanes.Compress(mask, chosen, score, ref Unsafe.Add(ref scoresTo, taken));
            Lanes.Compress(mask, chosen, utility, ref Unsafe.Add(ref utilitiesTo, taken));
            taken += BitOperations.PopCount(chosen);
        }

        return taken;
    }
}
