using System.Runtime.CompilerServices;

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

    /// <summary>The pair draws of one agent.</summary>
    public PairStream For(ulong agentKey) => new(Bits(agentKey));
}
