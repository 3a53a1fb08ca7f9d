namespace MatchSim.Engine.Matching;

/// <summary>Arrays that only ever grow, so that a steady state allocates nothing.</summary>
internal static class Buffers
{
    /// <summary>Makes room for <paramref name="length"/> items; what was there is lost when it grows.</summary>
    public static void Grow<T>(ref T[] array, int length)
    {
        if (array.Length < length)
            array = GC.AllocateUninitializedArray<T>(Math.Max(length, array.Length + (array.Length / 4)));
    }

    /// <summary>The same for an array that is a property: itself, or one that is long enough.</summary>
    public static T[] Enough<T>(T[] array, int length)
    {
        Grow(ref array, length);
        return array;
    }

    /// <summary>The same for an array that never moves in memory.</summary>
    public static void GrowPinned(ref ulong[] array, int length)
    {
        if (array.Length < length)
            array = GC.AllocateUninitializedArray<ulong>(Math.Max(length, array.Length + (array.Length / 4)), pinned: true);
    }
}
