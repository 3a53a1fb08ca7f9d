using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MatchSim.Engine.Interviews;

/// <summary>
/// A column that starts a cache line, so that a vector of 64 bytes read at a multiple of them touches one line instead of two. The
/// runtime aligns arrays to eight bytes only, so the column is pinned and begins where the first line does.
/// </summary>
internal sealed class Aligned<T>
    where T : unmanaged
{
    private const int Line = 64;

    private readonly T[] _items;
    private readonly nint _first;      // bytes before the first element

    /// <param name="length">Elements, all zero.</param>
    public Aligned(int length)
    {
        _items = GC.AllocateArray<T>(length + (Line / Unsafe.SizeOf<T>()), pinned: true);
        nint past = Marshal.UnsafeAddrOfPinnedArrayElement(_items, 0) % Line;
        _first = past == 0 ? 0 : Line - past;
        Length = length;
    }

    /// <summary>Elements.</summary>
    public int Length { get; }

    /// <summary>An element, or the end of the last one.</summary>
    public ref T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((uint)index > (uint)Length)
                Refuse(index);
            return ref Unsafe.AddByteOffset(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_items), index), _first);
        }
    }

    /// <summary>Some of the elements.</summary>
    public Span<T> AsSpan(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)(Length - start), nameof(length));
        return MemoryMarshal.CreateSpan(ref this[start], length);
    }

    /// <inheritdoc cref="AsSpan(int, int)"/>
    public Span<T> AsSpan(Range range)
    {
        (int start, int length) = range.GetOffsetAndLength(Length);
        return AsSpan(start, length);
    }

    private static void Refuse(int index) =>
        throw new ArgumentOutOfRangeException(nameof(index), index, "The column ends before.");
}
