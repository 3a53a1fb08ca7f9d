using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace MatchSim.Engine.Interviews;

/// <summary>Asks for memory before it is needed, so that loops over people in no order do not wait for it.</summary>
internal static class Ahead
{
    /// <summary>Fetches the cache line of a place into the nearest cache; changes nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Fetch<T>(ref T place)
    {
        if (Sse.IsSupported)
            Sse.Prefetch0(Unsafe.AsPointer(ref place));
    }
}
