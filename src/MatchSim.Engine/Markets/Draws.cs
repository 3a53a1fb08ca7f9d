using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MatchSim.Engine.Randomness;

namespace MatchSim.Engine.Markets;

/// <summary>Draws of a block of agents, made into a column: one number for each key.</summary>
[SkipLocalsInit]
internal static class Draws
{
    /// <summary>True with the given probability.</summary>
    public static void Chances(AgentStream stream, ReadOnlySpan<ulong> keys, double probability, Span<bool> target)
    {
        Span<double> drawn = stackalloc double[Block.Size];
        stream.Uniforms(keys, drawn);
        Span<byte> bytes = MemoryMarshal.AsBytes(target);
        int i = 0;
        for (; i <= bytes.Length - sizeof(ulong); i += sizeof(ulong))
            BinaryPrimitives.WriteUInt64LittleEndian(bytes[i..], Below(Vector512.LoadUnsafe(ref drawn[i]), probability));
        for (; i < bytes.Length; i++)
            target[i] = drawn[i] < probability;
    }

    /// <summary>How many of two bounds are above a uniform number: 0, 1 or 2.</summary>
    public static void Steps(AgentStream stream, ReadOnlySpan<ulong> keys, double first, double second, Span<byte> target)
    {
        Span<double> drawn = stackalloc double[Block.Size];
        stream.Uniforms(keys, drawn);
        int i = 0;
        for (; i <= target.Length - sizeof(ulong); i += sizeof(ulong))
        {
            Vector512<double> eight = Vector512.LoadUnsafe(ref drawn[i]);
            BinaryPrimitives.WriteUInt64LittleEndian(target[i..], Below(eight, first) + Below(eight, second));
        }

        for (; i < target.Length; i++)
            target[i] = (byte)((drawn[i] < first ? 1 : 0) + (drawn[i] < second ? 1 : 0));
    }

    /// <summary>Whole numbers 0 … count − 1, all as likely.</summary>
    public static void Numbers(AgentStream stream, ReadOnlySpan<ulong> keys, int count, Span<int> target)
    {
        Span<double> drawn = stackalloc double[Block.Size];
        stream.Uniforms(keys, drawn);
        for (int i = 0; i < target.Length; i++)
            target[i] = double.ConvertToIntegerNative<int>(drawn[i] * count);
    }

    /// <summary>Standard normal numbers.</summary>
    public static void Normals(AgentStream stream, ReadOnlySpan<ulong> keys, Span<float> target)
    {
        Span<double> drawn = stackalloc double[Block.Size];
        stream.Normals(keys, drawn);
        for (int i = 0; i < target.Length; i++)
            target[i] = (float)drawn[i];
    }

    /// <summary>Log-normal numbers with the given mean, rounded, at least 1 and not above a cap.</summary>
    public static void Counts(AgentStream stream, ReadOnlySpan<ulong> keys, double mean, double logSd, int most, Span<int> target)
    {
        Span<double> drawn = stackalloc double[Block.Size];
        stream.Normals(keys, drawn);
        for (int i = 0; i < keys.Length; i++)
            drawn[i] = (logSd * drawn[i]) - (0.5 * logSd * logSd);
        PortableMath.Exponentials(drawn[..keys.Length]);
        // What the last eight have beyond the keys is rounded too, and not used.
        for (int i = 0; i < keys.Length; i += Vector512<double>.Count)
            Count(mean, most, Vector512.LoadUnsafe(ref drawn[i])).StoreUnsafe(ref drawn[i]);
        for (int i = 0; i < target.Length; i++)
            target[i] = double.ConvertToIntegerNative<int>(drawn[i]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Count(double mean, double most, Vector512<double> factor)
    {
        Vector512<double> whole = Vector512.Floor((Vector512.Create(mean) * factor) + Vector512.Create(0.5));
        return Vector512.Min(Vector512.Max(Vector512<double>.One, whole), Vector512.Create(most));
    }

    /// <summary>Eight bytes, the first in the lowest bits: 1 where a number is below the bound, or else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Below(Vector512<double> numbers, double bound)
    {
        // Every byte gets a copy of the eight bits and keeps its own; whatever it is, 127 more carries it to the top bit.
        ulong bits = Vector512.LessThan(numbers, Vector512.Create(bound)).ExtractMostSignificantBits();
        ulong own = (bits * 0x0101_0101_0101_0101) & 0x8040_2010_0804_0201;
        return ((own + 0x7F7F_7F7F_7F7F_7F7F) >> 7) & 0x0101_0101_0101_0101;
    }
}
