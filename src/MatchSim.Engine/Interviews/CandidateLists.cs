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
    /// wave), then some more, best first.</summary>
    private void NextBand(int program, int count)
    {
        int left = Gather(program);
        int wave = _bound[program] == ulong.MaxValue ? Math.Min(count, left) : 0;
        int start = _starts[program];
        Span<ulong> band = _bands.AsSpan(start, Math.Min(left, wave + Reserve));
        Separate(left, band[..wave], band[wave..]);
        LargestFirst.Sort(band[wave..]);
        if (band.Length > 0)
            _bound[program] = wave == band.Length ? Least(band) : band[^1];
        _next[program] = start;
        _end[program] = start + band.Length;
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

    /// <summary>Of the words in the scratch, brings the largest to <paramref name="wave"/> and the next to
    /// <paramref name="reserve"/>.</summary>
    private void Separate(int left, Span<ulong> wave, Span<ulong> reserve)
    {
        int length = (left + LaneLayout.Width - 1) / LaneLayout.Width * LaneLayout.Width;
        ScoreMoments moments = ReadScores(left, length);
        float least = Threshold(wave.Length + reserve.Length, length, moments, out bool tiedBelow);
        float top = Threshold(wave.Length, length, moments, out bool tiedAbove);
        if (tiedBelow || tiedAbove)
        {
            // The whole word decides between equal scores.
            LargestFirst.Partition(_words.AsSpan(0, left), wave.Length + reserve.Length);
            LargestFirst.Partition(_words.AsSpan(0, wave.Length + reserve.Length), wave.Length);
            _words.AsSpan(0, wave.Length).CopyTo(wave);
            _words.AsSpan(wave.Length, reserve.Length).CopyTo(reserve);
            return;
        }

        int inWave = 0;
        int inReserve = 0;
        for (int i = 0; i < length; i += LaneLayout.Width)
        {
            Vector512<float> scores = Vector512.LoadUnsafe(ref _scores[i]);
            ulong chosen = Vector512.GreaterThanOrEqual(scores, Vector512.Create(least)).ExtractMostSignificantBits();
            ulong best = Vector512.GreaterThanOrEqual(scores, Vector512.Create(top)).ExtractMostSignificantBits();
            for (ulong bits = best; bits != 0; bits &= bits - 1)
                wave[inWave++] = _words[i + BitOperations.TrailingZeroCount(bits)];
            for (ulong bits = chosen & ~best; bits != 0; bits &= bits - 1)
                reserve[inReserve++] = _words[i + BitOperations.TrailingZeroCount(bits)];
        }
    }

    /// <summary>What exactly <paramref name="count"/> of the scores reach.</summary>
    private float Threshold(int count, int length, ScoreMoments moments, out bool tied)
    {
        tied = false;
        return count == 0 ? float.PositiveInfinity
            : count >= moments.Count ? float.MinValue
            : TopSelection.Cut(_scores.AsSpan(0, length), count, moments, out tied);
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
