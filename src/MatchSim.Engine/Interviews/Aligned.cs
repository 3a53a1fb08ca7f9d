using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MatchSim.Engine.Interviews;

/// <summary>
/// A column whose elements 0, 16, 32, … of four bytes start a cache line: a vector of sixteen read from there touches one line instead of
/// two. The runtime aligns arrays to eight bytes only, so the column is pinned and begins where the first line does.
/// </summary>
internal sealed class Aligned<T>
    where T : unmanaged
{
    private const int Line = 64;

    private readonly T[] _items;
    private readonly int _first;

    /// <param name="length">Elements, all zero.</param>
    public Aligned(int length)
    {
        int spare = Line / Unsafe.SizeOf<T>();
        _items = GC.AllocateArray<T>(length + spare, pinned: true);
        nint past = Marshal.UnsafeAddrOfPinnedArrayElement(_items, 0) % Line;
        _first = (int)(past == 0 ? 0 : (Line - past) / Unsafe.SizeOf<T>());
        Length = length;
    }

    /// <summary>Elements.</summary>
    public int Length { get; }

    /// <summary>An element.</summary>
    public ref T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _items[_first + index];
    }

    /// <summary>Some of the elements.</summary>
    public Span<T> AsSpan(int start, int length) => _items.AsSpan(_first + start, length);

    /// <inheritdoc cref="AsSpan(int, int)"/>
    public Span<T> AsSpan(Range range)
    {
        (int start, int length) = range.GetOffsetAndLength(Length);
        return AsSpan(start, length);
    }
}
