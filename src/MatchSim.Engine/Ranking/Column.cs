namespace MatchSim.Engine.Ranking;

/// <summary>A column that grows by doubling and is refilled every season.</summary>
internal sealed class Column<T>
{
    private T[] _items = new T[1 << 12];

    public int Count { get; private set; }

    public T[] Items => _items;

    public void Clear() => Count = 0;

    /// <summary>Keeps the first <paramref name="count"/> items.</summary>
    public void Shorten(int count) => Count = count;

    public void Add(T item)
    {
        if (Count == _items.Length)
            Array.Resize(ref _items, 2 * Count);
        _items[Count++] = item;
    }

    /// <summary>Adds so many items, to be written.</summary>
    public Span<T> Extend(int count)
    {
        if (Count + count > _items.Length)
            Array.Resize(ref _items, 2 * (Count + count));
        Count += count;
        return _items.AsSpan(Count - count, count);
    }

    public ReadOnlySpan<T> Slice(int start, int length) => _items.AsSpan(start, length);
}
