using System.Runtime.Intrinsics;

namespace MatchSim.Engine.Interviews;

/// <summary>What sixteen programs read, one list a program: the scratch of <see cref="ProgramReading"/>.</summary>
internal sealed class CandidateColumns
{
    private ulong[] _words = [];      // scratch of ties: (score, applicant)
    private int[] _order = [];        // scratch of ties: place in the list
    private readonly CandidateStore _sorted = new();
    private readonly FewScores _near = new();      // scratch of thresholds
    private int _stride;

    /// <summary>The candidates. Until <see cref="Name"/> they are known by their rows of the audience.</summary>
    public CandidateStore Store { get; } = new();

    /// <summary>[program of the sixteen] candidates.</summary>
    public int[] Count { get; } = new int[LaneLayout.Width];

    /// <summary>First place of a program's list. Each has room for all rows and two vectors more.</summary>
    public int StartOf(int lane) => lane * _stride;

    /// <summary>Empties all lists.</summary>
    /// <param name="rows">Most candidates of one program, a multiple of sixteen.</param>
    public void Open(int rows)
    {
        Array.Clear(Count);
        // An odd number of vectors apart, so that sixteen lists do not contend for the same cache lines.
        _stride = ((rows / LaneLayout.Width / 2 * 2) + 3) * LaneLayout.Width;
        Store.Reserve(_stride * LaneLayout.Width);
    }

    /// <summary>Puts applicants in the place of rows.</summary>
    /// <param name="applicants">[row] applicant.</param>
    public void Name(int lane, int[] applicants)
    {
        foreach (ref int candidate in Store.Applicant.AsSpan(StartOf(lane), Count[lane]))
            candidate = applicants[candidate];
    }

    /// <summary>Keeps only the best of a list.</summary>
    /// <param name="applicants">[row] applicant: the list is not named yet.</param>
    public void Shorten(int lane, int count, int[] applicants)
    {
        if (count >= Count[lane])
            return;
        int start = StartOf(lane);
        if (count > 0 && FindCut(lane, count, applicants, out float least))
            Store.TakeBetween(Store, start, Count[lane], least, float.PositiveInfinity, start);
        Count[lane] = count;
    }

    /// <summary>Leaves out whoever is not worse than a candidate.</summary>
    /// <param name="applicants">[row] applicant: the list is not named yet.</param>
    public void LeaveOut(int lane, Candidate last, int[] applicants)
    {
        int start = StartOf(lane);
        int count = Count[lane];
        if (Store.Score.AsSpan(start, count).Count(last.Score) == 1)
        {
            EndWithNobody(lane);
            Count[lane] = Store.TakeBetween(Store, start, count, float.MinValue, last.Score, start);
            return;
        }

        int left = start;
        for (int i = start; i < start + count; i++)
        {
            if (last.IsBetterThan(new Candidate(applicants[Store.Applicant[i]], Store.Score[i])))
                Store.Copy(Store, i, left++);
        }

        Count[lane] = left - start;
    }

    /// <summary>Copies the best <paramref name="count"/> of a list to one place and the others to another. A vector's room is
    /// needed behind either.</summary>
    public void Divide(int lane, int count, CandidateStore best, int bestTo, CandidateStore others, int othersTo)
    {
        int start = StartOf(lane);
        int all = Count[lane];
        float least = float.NegativeInfinity;
        if (count == 0 || count == all || !FindCut(lane, count, null, out least))
        {
            best.Copy(Store, start, count, bestTo);
            others.Copy(Store, start + count, all - count, othersTo);
            return;
        }

        best.TakeBetween(Store, start, all, least, float.PositiveInfinity, bestTo);
        others.TakeBetween(Store, start, all, float.MinValue, least, othersTo);
    }

    /// <summary>Scores below all others behind a list, to the end of its last vector.</summary>
    private void EndWithNobody(int lane) =>
        Vector512.Create(float.NegativeInfinity).StoreUnsafe(ref Store.Score[StartOf(lane) + Count[lane]]);

    /// <summary>What exactly <paramref name="count"/> scores reach. Where equal scores forbid it, the list is sorted instead, best
    /// first. Behind the list stands −∞ afterwards.</summary>
    private bool FindCut(int lane, int count, int[]? applicants, out float least)
    {
        int start = StartOf(lane);
        EndWithNobody(lane);
        Span<float> scores = Store.Score.AsSpan(start, (Count[lane] + LaneLayout.Width - 1) / LaneLayout.Width * LaneLayout.Width);
        least = TopSelection.Cut(scores, count, ScoreMoments.Of(scores, Count[lane]), _near, out bool tied);
        if (!tied)
            return true;
        foreach (ref float score in scores[..Count[lane]])
            score = score == float.NegativeInfinity ? least : score;     // struck out by the cut
        Sort(lane, applicants);
        return false;
    }

    private void Sort(int lane, int[]? applicants)
    {
        int start = StartOf(lane);
        int count = Count[lane];
        if (_words.Length < count)
        {
            _words = new ulong[2 * count];
            _order = new int[2 * count];
        }

        for (int i = 0; i < count; i++)
        {
            int candidate = Store.Applicant[start + i];
            _words[i] = ~SortableFloat.Word(Store.Score[start + i], applicants is null ? candidate : applicants[candidate]);
            _order[i] = start + i;
        }

        _words.AsSpan(0, count).Sort(_order.AsSpan(0, count));
        _sorted.Reserve(count);
        for (int i = 0; i < count; i++)
            _sorted.Copy(Store, _order[i], i);

        Store.Copy(_sorted, 0, count, start);
    }
}
