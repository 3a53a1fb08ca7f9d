using System.Numerics;
using System.Runtime.Intrinsics;
using MatchSim.Engine.Markets;

namespace MatchSim.Engine.Interviews;

/// <summary>
/// Per program, the applications that passed its screens, taken best first. They are brought forward band by band: the
/// first wave takes hundreds, which need only be separated from the rest; later waves take one or two from a sorted band.
/// </summary>
internal sealed class CandidateLists
{
    private const int Reserve = 32;      // candidates brought forward beyond the first wave

    private readonly LaneLayout _lanes;
    private readonly int[] _starts;      // [program + 1] where the program's band starts
    private readonly int[] _next;        // [program] next word of the band
    private readonly int[] _end;         // [program] end of the band
    private readonly ulong[] _bound;     // [program] all words below it are still to come
    private ulong[] _bands = [];
    private ulong[] _words = [];         // scratch: candidates of one program
    private float[] _scores = [];        // scratch: their scores, padded with −∞
    private CandidatePages? _pages;

    public CandidateLists(MarketLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        _lanes = new LaneLayout(layout);
        _starts = new int[layout.ProgramCount + 1];
        _next = new int[layout.ProgramCount];
        _end = new int[layout.ProgramCount];
        _bound = new ulong[layout.ProgramCount];
    }

    /// <summary>Takes up the applications of a season.</summary>
    /// <param name="firstWave">[program] most candidates it will take at once.</param>
    public void Open(CandidatePages pages, ReadOnlySpan<int> firstWave)
    {
        _pages = pages;
        for (int p = 0; p < firstWave.Length; p++)
        {
            _starts[p + 1] = _starts[p] + firstWave[p] + Reserve;
            _next[p] = _end[p] = _starts[p];
            _bound[p] = ulong.MaxValue;
        }

        if (_bands.Length < _starts[^1])
            _bands = new ulong[_starts[^1] + (_starts[^1] >> 3)];
    }

    /// <summary>At most <paramref name="count"/> of the best candidates not taken before, in no particular order; none only
    /// at the end of the list.</summary>
    public ReadOnlySpan<ulong> Take(int program, int count)
    {
        if (_next[program] == _end[program])
            NextBand(program, count);
        int start = _next[program];
        int taken = Math.Min(count, _end[program] - start);
        _next[program] += taken;
        return _bands.AsSpan(start, taken);
    }

    /// <summary>Brings the next candidates forward: the best <paramref name="count"/> in no particular order (the first
    /// wave), then the others best first.</summary>
    private void NextBand(int program, int count)
    {
        bool first = _bound[program] == ulong.MaxValue;
        int left = Gather(program);
        Span<ulong> band = _bands.AsSpan(_starts[program]..Math.Min(_starts[program] + left, _starts[program + 1]));
        if (band.Length == left)
            _words.AsSpan(0, left).CopyTo(band);
        else
            Separate(left, band.Length, band);
        int wave = first ? Math.Min(count, band.Length) : 0;
        LargestFirst.Partition(band, wave);
        LargestFirst.Sort(band[wave..]);
        if (band.Length > 0)
            _bound[program] = wave == band.Length ? Least(band) : band[^1];
        _next[program] = _starts[program];
        _end[program] = _starts[program] + band.Length;
    }

    private static ulong Least(ReadOnlySpan<ulong> words)
    {
        ulong least = ulong.MaxValue;
        foreach (ulong word in words)
            least = Math.Min(least, word);
        return least;
    }

    /// <summary>Copies the candidates below the bound to the scratch; returns how many.</summary>
    private int Gather(int program)
    {
        int lane = _lanes.LaneOf[program];
        int count = _pages!.Count(lane);
        if (_words.Length < count + LaneLayout.Width)
        {
            _words = new ulong[2 * (count + LaneLayout.Width)];
            _scores = new float[_words.Length];
        }

        _pages.CopyTo(lane, _words);
        ulong bound = _bound[program];
        if (bound == ulong.MaxValue)
            return count;
        int left = 0;
        for (int i = 0; i < count; i++)
        {
            ulong word = _words[i];
            _words[left] = word;
            left += word < bound ? 1 : 0;
        }

        return left;
    }

    /// <summary>Brings the <paramref name="size"/> largest of the words in the scratch to the band.</summary>
    private void Separate(int left, int size, Span<ulong> band)
    {
        int length = (left + LaneLayout.Width - 1) / LaneLayout.Width * LaneLayout.Width;
        ScoreMoments moments = ReadScores(left, length);
        float threshold = TopSelection.Cut(_scores.AsSpan(0, length), size, moments, out bool tied);
        if (tied)
        {
            LargestFirst.Partition(_words.AsSpan(0, left), size);     // the word decides between equal scores
            _words.AsSpan(0, size).CopyTo(band);
            return;
        }

        var limit = Vector512.Create(threshold);
        int written = 0;
        for (int i = 0; i < length; i += LaneLayout.Width)
        {
            ulong chosen = Vector512.GreaterThanOrEqual(Vector512.LoadUnsafe(ref _scores[i]), limit)
                .ExtractMostSignificantBits();
            for (; chosen != 0; chosen &= chosen - 1)
                band[written++] = _words[i + BitOperations.TrailingZeroCount(chosen)];
        }
    }

    /// <summary>From words to scores, padded with −∞.</summary>
    private ScoreMoments ReadScores(int left, int length)
    {
        _words.AsSpan(left, length - left).Fill((ulong)SortableFloat.ToUInt32(float.NegativeInfinity) << 32);
        for (int i = 0; i < length; i += LaneLayout.Width)
        {
            Vector512<uint> images = Vector512.Narrow(
                Vector512.LoadUnsafe(ref _words[i]) >>> 32, Vector512.LoadUnsafe(ref _words[i + (LaneLayout.Width / 2)]) >>> 32);
            SortableFloat.ToSingle(images).StoreUnsafe(ref _scores[i]);
        }

        return ScoreMoments.Of(_scores.AsSpan(0, length), left);
    }
}
