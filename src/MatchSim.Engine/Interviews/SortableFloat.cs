using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MatchSim.Engine.Interviews;

/// <summary>Floats as unsigned integers of the same order, so that a score and an index fit into one comparable word.</summary>
internal static class SortableFloat
{
    /// <summary>Order-preserving image of a number; never 0, which stands for "no score".</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint ToUInt32(float value)
    {
        int bits = BitConverter.SingleToInt32Bits(value + 0f);
        return (uint)(bits ^ ((bits >> 31) | int.MinValue));
    }

    /// <summary>The same for sixteen numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> ToUInt32(Vector512<float> values)
    {
        Vector512<int> bits = (values + Vector512<float>.Zero).AsInt32();
        return (bits ^ ((bits >> 31) | Vector512.Create(int.MinValue))).AsUInt32();
    }

    /// <summary>The number behind an image.</summary>
    public static float ToSingle(uint image) =>
        BitConverter.UInt32BitsToSingle((image & 0x8000_0000) != 0 ? image & 0x7FFF_FFFF : ~image);

    /// <summary>A word that sorts by score, highest last, and then by index, lowest last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Word(float score, int index) => ((ulong)ToUInt32(score) << 32) | ~(uint)index;

    /// <summary>The index in a word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Index(ulong word) => (int)~(uint)word;
}
