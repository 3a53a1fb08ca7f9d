using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MatchSim.Engine.Matching;

/// <content>Hold: the one operation that every proposal which succeeds pays for.</content>
internal sealed partial class TentativeMatches
{
    /// <summary>Up to this quota the worst is found by looking at all, four at a time; above it by a heap.</summary>
    private const int LinearQuota = 64;

    private const int Lanes = 4;

    /// <summary>Slots of a cache line.</summary>
    private const int CacheLine = 8;

    /// <summary>Holds <paramref name="key"/>, which must be above the cutoff; returns the key displaced or None.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Hold(int program, ulong key)
    {
        ref ProgramPlaces places = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Places), program);
        ref ulong cutoff = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Cutoffs), program);
        ref ulong first = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Keys), places.Start);
        int capacity = places.Capacity;
        int count = places.Count;
        if (count < capacity)
        {
            Unsafe.Add(ref first, count) = key;
            places.Count = count + 1;
            if (count + 1 == capacity)
                cutoff = Complete(ref first, capacity);
            return ApplicantKey.None;
        }

        ulong displaced = cutoff;
        cutoff = capacity <= LinearQuota
            ? Replace(ref first, capacity, displaced, key)
            : ReplaceRoot(ref first, capacity, key);
        return displaced;
    }

    private static int SlotsFor(int capacity) => (capacity + Lanes - 1) & ~(Lanes - 1);

    /// <summary>Slots to leave out so that a vector never straddles cache lines; the array is pinned, so this lasts.
    /// </summary>
    private static unsafe int SlotsToAlign(ulong[] pinned)
    {
        nuint address = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(pinned));
        return (int)((CacheLine - (address / sizeof(ulong) % CacheLine)) % CacheLine);
    }

    /// <summary>A set has just become full; returns its worst key.</summary>
    private static ulong Complete(ref ulong first, int capacity)
    {
        if (capacity <= LinearQuota)
            return Replace(ref first, capacity, ApplicantKey.None, ApplicantKey.None);
        for (int i = (capacity / 2) - 1; i >= 0; i--)
            SiftDown(ref first, capacity, i, Unsafe.Add(ref first, i));
        return first;
    }

    /// <summary>Puts <paramref name="key"/> where <paramref name="old"/> is; returns the worst key after that. Padding
    /// (Closed) is never the worst. Free of branches that depend on keys.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Replace(ref ulong first, int capacity, ulong old, ulong key)
    {
        Vector256<ulong> worst = Vector256<ulong>.AllBitsSet;
        for (int i = 0; i < capacity; i += Lanes)
        {
            Vector256<ulong> held = Vector256.LoadUnsafe(ref first, (nuint)i);
            held = Vector256.ConditionalSelect(
                Vector256.Equals(held, Vector256.Create(old)), Vector256.Create(key), held);
            held.StoreUnsafe(ref first, (nuint)i);
            worst = Vector256.Min(worst, held);
        }

        Vector128<ulong> half = Vector128.Min(worst.GetLower(), worst.GetUpper());
        return Vector128.Min(half, Vector128.Shuffle(half, Vector128.Create(1UL, 0))).ToScalar();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong ReplaceRoot(ref ulong first, int capacity, ulong key)
    {
        SiftDown(ref first, capacity, 0, key);
        return first;
    }

    private static void SiftDown(ref ulong first, int count, int at, ulong key)
    {
        while (true)
        {
            int child = (2 * at) + 1;
            if (child >= count)
                break;
            if (child + 1 < count && Unsafe.Add(ref first, child + 1) < Unsafe.Add(ref first, child))
                child++;
            ulong smaller = Unsafe.Add(ref first, child);
            if (smaller >= key)
                break;
            Unsafe.Add(ref first, at) = smaller;
            at = child;
        }

        Unsafe.Add(ref first, at) = key;
    }
}
