using MatchSim.Engine.Randomness;

namespace MatchSim.Engine.Matching;

/// <summary>The matcher's own small generator (SplitMix64, see <see cref="Streams"/>): admission orders and nothing else.
/// The engine's streams key the draws of a simulation; here only variety matters.</summary>
internal struct SplitMix(ulong seed)
{
    private ulong state = seed;

    public ulong Next()
    {
        state += Streams.Golden;
        return Streams.Mix(state);
    }

    /// <summary>Uniform in 0 … bound − 1 (bias below 2^−32 for any bound met here).</summary>
    public int Below(int bound) => (int)(((Next() >> 32) * (ulong)bound) >> 32);
}
