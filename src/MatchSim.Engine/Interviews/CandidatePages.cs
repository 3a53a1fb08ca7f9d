namespace MatchSim.Engine.Interviews;

/// <summary>
/// The applications every program reads, in the order they come: words of (score, applicant) in pages, so that five
/// million of them are written once, next to those of the same program, without being counted first.
/// </summary>
internal sealed class CandidatePages(LaneLayout lanes)
{
    private const int PageBits = 7;
    private const int WordsPerLine = 8;
    private const int Lead = 12;      // applications whose page is fetched before they are written
    private const int PageSize = 1 << PageBits;      // words

    private readonly int[] _tail = new int[lanes.Count];       // [lane] where the next word goes
    private readonly int[] _pages = new int[lanes.Count];      // [lane] full pages
    private int[] _previous = new int[1 << 10];                // [page] page of the same lane that was full before
    private ulong[] _words = new ulong[1 << (10 + PageBits)];
    private int _used;     // pages

    /// <summary>Empties all lists.</summary>
    public void Clear()
    {
        _used = 0;
        Reserve(lanes.Count);
        Array.Clear(_pages);
        for (int lane = 0; lane < lanes.Count; lane++)
            _tail[lane] = _used++ << PageBits;
    }

    /// <summary>Words in the list of a lane.</summary>
    public int Count(int lane) => (_pages[lane] << PageBits) + (_tail[lane] & (PageSize - 1));

    /// <summary>Adds an applicant's applications to programs.</summary>
    /// <param name="chosen">Lanes of the programs.</param>
    /// <param name="images">Sortable images of the scores; those of <paramref name="screenedOut"/> or less are left out.</param>
    /// <returns>Words added.</returns>
    public int Add(int applicant, ReadOnlySpan<int> chosen, ReadOnlySpan<uint> images, uint screenedOut)
    {
        Reserve(_used + chosen.Length);
        uint low = ~(uint)applicant;
        int[] tails = _tail;
        ulong[] words = _words;
        int added = 0;
        for (int i = 0; i < chosen.Length; i++)
        {
            int ahead = chosen[Math.Min(i + Lead, chosen.Length - 1)];
            Ahead.Fetch(ref words[tails[ahead]]);
            ref int tail = ref tails[chosen[i]];
            words[tail] = ((ulong)images[i] << 32) | low;
            int one = images[i] > screenedOut ? 1 : 0;
            tail += one;
            added += one;
            if ((tail & (PageSize - 1)) == 0 && one != 0)
                tail = NextPage(chosen[i], tail);
        }

        return added;
    }

    /// <summary>Copies the words of a lane to <paramref name="words"/>, in no particular order.</summary>
    public void CopyTo(int lane, Span<ulong> words)
    {
        int page = _tail[lane] >> PageBits;
        int copied = _tail[lane] & (PageSize - 1);
        _words.AsSpan(page << PageBits, copied).CopyTo(words);
        for (int left = _pages[lane]; left > 0; left--)
        {
            page = _previous[page];
            if (left > 1)
                FetchPage(_previous[page]);
            _words.AsSpan(page << PageBits, PageSize).CopyTo(words[copied..]);
            copied += PageSize;
        }
    }

    private void FetchPage(int page)
    {
        for (int i = 0; i < PageSize; i += WordsPerLine)
            Ahead.Fetch(ref _words[(page << PageBits) + i]);
    }

    private int NextPage(int lane, int tail)
    {
        _previous[_used] = (tail - 1) >> PageBits;
        _pages[lane]++;
        return _used++ << PageBits;
    }

    private void Reserve(int pages)
    {
        if (pages <= _previous.Length)
            return;
        int size = Math.Max(pages, 2 * _previous.Length);
        Array.Resize(ref _previous, size);
        Array.Resize(ref _words, size << PageBits);
    }
}
