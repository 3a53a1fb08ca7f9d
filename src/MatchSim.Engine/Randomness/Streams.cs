using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MatchSim.Engine.Randomness;

/// <summary>
/// All random draws of one replication. A draw is a pure function of (seed, replication, purpose, agent, partner):
/// nothing depends on the order of visits, the number of threads or the number of agents.
/// </summary>
/// <remarks>
/// Counter-based generator: the SplitMix64 finaliser (Steele, Lea, Flood: "Fast splittable pseudorandom number
/// generators", OOPSLA 2014; constants of Stafford's variant 13) applied to a chain of keys. Test vectors are frozen
/// in the tests.
/// </remarks>
public readonly struct Streams
{
    /// <summary>The odd fraction of the golden ratio, SplitMix64's increment.</summary>
    public const ulong Golden = 0x9E37_79B9_7F4A_7C15;

    private readonly ulong _replicationKey;

    public Streams(ulong seed, int replication)
    {
        _replicationKey = Mix(Mix(seed + Golden) + (((ulong)replication + 1) * Golden));
    }

    /// <summary>The streams of one purpose.</summary>
    public AgentStream this[Purpose purpose] => new(Mix(_replicationKey + ((ulong)purpose * Golden)));

    /// <summary>SplitMix64's finaliser: a bijection of 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9;
        z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
        return z ^ (z >> 31);
    }

    /// <summary>The same for eight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<ulong> Mix(Vector512<ulong> z)
    {
        z = (z ^ (z >>> 30)) * Vector512.Create(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >>> 27)) * Vector512.Create(0x94D0_49BB_1331_11EB);
        return z ^ (z >>> 31);
    }
}

/// <summary>Draws of one purpose in one replication, one per agent; <see cref="For"/> gives those of its pairs.</summary>
/// <param name="Key">Key of (seed, replication, purpose).</param>
public readonly record struct AgentStream(ulong Key)
{
    /// <summary>64 uniform bits for an agent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Bits(ulong agentKey) => Streams.Mix(Key + agentKey);

    /// <summary>Uniform on (0, 1), never 0 or 1: 53 bits and a half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Uniform(ulong agentKey) => ((Bits(agentKey) >> 11) + 0.5) * (1.0 / (1UL << 53));

    /// <summary>Standard normal by inversion: monotone in the uniform of the same key.</summary>
    public double Normal(ulong agentKey) => PortableMath.NormalQuantile(Uniform(agentKey));

    /// <summary>True with the given probability; raising the probability turns nobody from true to false.</summary>
    public bool Chance(ulong agentKey, double probability) => Uniform(agentKey) < probability;

    /// <summary><see cref="Uniform"/> for many agents, eight at a time: the same bits.</summary>
    public void Uniforms(ReadOnlySpan<ulong> agentKeys, Span<double> target)
    {
        var key = Vector512.Create(Key);
        int i = 0;
        for (; i <= agentKeys.Length - Vector512<ulong>.Count; i += Vector512<ulong>.Count)
        {
            Vector512<ulong> bits = Streams.Mix(Vector512.LoadUnsafe(in agentKeys[i]) + key);
            Vector512<double> steps = Vector512.ConvertToDouble((bits >>> 11).AsInt64());
            ((steps + Vector512.Create(0.5)) * Vector512.Create(1.0 / (1UL << 53))).StoreUnsafe(ref target[i]);
        }

        for (; i < agentKeys.Length; i++)
            target[i] = Uniform(agentKeys[i]);
    }

    /// <summary><see cref="Normal"/> for many agents: the same bits.</summary>
    public void Normals(ReadOnlySpan<ulong> agentKeys, Span<double> target)
    {
        Uniforms(agentKeys, target);
        PortableMath.NormalQuantiles(target[..agentKeys.Length]);
    }

    /// <summary>The pair draws of one agent.</summary>
    public PairStream For(ulong agentKey) => new(Bits(agentKey));
}
