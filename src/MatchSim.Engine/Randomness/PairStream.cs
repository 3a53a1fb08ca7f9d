using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MatchSim.Engine.Randomness;

/// <summary>Draws of one agent with each of its possible partners, group by group.</summary>
/// <param name="Key">Key of (seed, replication, purpose, agent).</param>
public readonly record struct PairStream(ulong Key)
{
    /// <summary>The draws with the members of one group of partners.</summary>
    /// <param name="groupKey">Well-mixed key of the partners' group.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public GroupStream With(ulong groupKey) => new(Key ^ groupKey);

    /// <summary>Draws of the same agent for another purpose. Both streams of a pair then come from one key.</summary>
    /// <param name="purpose">The other purpose.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PairStream Beside(AgentStream purpose) => new(Key ^ purpose.Key);
}

/// <summary>
/// Draws of one agent with the members of one group: tens of millions a season, so they are made sixteen at a time.
/// The bits of a pair are a bijection of the member's index, chosen by the 64 bits of the key.
/// </summary>
/// <remarks>
/// The mixer is Wellons' lowbias32 (nullprogram.com, 2018) with half of the key added before and half inside. A normal
/// draw is a polynomial in the sum of the two 16-bit halves: T = sum scaled to (−1, 1) has a triangular distribution, and
/// T (c₀ + c₁T² + c₂T⁴) is the least-squares fit of the normal quantile, scaled to variance 1 (excess kurtosis −0.03,
/// range ±3.38). Integers, + and × alone: the same bits on every processor, with or without vector instructions.
/// </remarks>
public readonly struct GroupStream(ulong key)
{
    private const uint Step = 0x9E37_79B9;
    private const uint First = 0x7FEB_352D;
    private const uint Second = 0x846C_A68B;
    private const int Centre = 65_535;
    // Powers of two: scaling the coefficients instead of T changes no bit of the result.
    private const float Scale = 1.0f / 65_536;
    private const float C0 = 2.386_783_2f * Scale;
    private const float C1 = -0.853_873_4f * Scale * Scale * Scale;
    private const float C2 = 1.845_728_7f * Scale * Scale * Scale * Scale * Scale;

    private readonly uint _start = (uint)key;
    private readonly uint _inner = (uint)(key >> 32);

    /// <summary>The bits of one member.</summary>
    /// <param name="member">0-based index within the group.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Word(int member)
    {
        uint x = _start + ((uint)member * Step);
        x = (x ^ (x >> 16)) * First;
        x = (x ^ (x >> 15) ^ _inner) * Second;
        return x ^ (x >> 16);
    }

    /// <summary>Approximately standard normal draw with one member.</summary>
    /// <param name="member">0-based index within the group.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Normal(int member)
    {
        uint x = Word(member);
        float t = (int)((x & 0xFFFF) + (x >> 16)) - Centre;
        float t2 = t * t;
        return t * (C0 + (t2 * (C1 + (t2 * C2))));
    }

    /// <summary>Counters of sixteen members, for <see cref="Normals(Vector512{uint})"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<uint> Counters(Vector512<uint> members) =>
        Vector512.Create(_start) + (members * Vector512.Create(Step));

    /// <summary>Counters of the sixteen members that follow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Next(Vector512<uint> counters) =>
        counters + Vector512.Create(unchecked((uint)Vector512<uint>.Count * Step));

    /// <summary>The bits of sixteen members.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<uint> Words(Vector512<uint> counters) => Words(counters, Vector512.Create(_inner));

    /// <summary>The bits of sixteen members of sixteen streams.</summary>
    /// <param name="counters">What each stream counts with, moved on by <see cref="StepsTo(int)"/> to the member.</param>
    /// <param name="inner">The other half of each key.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Words(Vector512<uint> counters, Vector512<uint> inner)
    {
        Vector512<uint> x = counters;
        x = (x ^ (x >>> 16)) * Vector512.Create(First);
        x = (x ^ (x >>> 15) ^ inner) * Vector512.Create(Second);
        return x ^ (x >>> 16);
    }

    /// <summary>The draws of sixteen members.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Normals(Vector512<uint> counters) => Normals(counters, Vector512.Create(_inner));

    /// <summary>Sixteen draws of sixteen streams.</summary>
    /// <param name="counters">What each stream counts with, moved on by <see cref="StepsTo(int)"/> to the member.</param>
    /// <param name="inner">The other half of each key.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Normals(Vector512<uint> counters, Vector512<uint> inner)
    {
        Vector512<uint> x = Words(counters, inner);
        Vector512<uint> sum = (x & Vector512.Create(0xFFFFu)) + (x >>> 16);
        Vector512<float> t = Vector512.ConvertToSingle(sum.AsInt32() - Vector512.Create(Centre));
        Vector512<float> t2 = t * t;
        return t * (Vector512.Create(C0) + (t2 * (Vector512.Create(C1) + (t2 * Vector512.Create(C2)))));
    }

    /// <summary>The halves of the key: what counters start from, and what is mixed in on the way.</summary>
    public (uint Start, uint Inner) Halves => (_start, _inner);

    /// <summary>What is added to a stream's start to draw with one member.</summary>
    public static uint StepsTo(int member) => (uint)member * Step;

    /// <summary>The same for sixteen members.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> StepsTo(Vector512<uint> members) => members * Vector512.Create(Step);
}
