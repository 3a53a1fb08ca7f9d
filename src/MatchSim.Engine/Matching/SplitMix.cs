namespace MatchSim.Engine.Matching;

/// <summary>The matcher's own small generator (SplitMix64; Steele, Lea and Flood 2014): admission orders and nothing
/// else. The engine's streams key the draws of a simulation; here only variety matters.</summary>
internal struct SplitMix(ulong seed)
{
    private ulong state = seed;

    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        return Mix(state);
    }

    /// <summary>Uniform in 0 … bound − 1 (bias below 2^−32 for any bound met here).</summary>
    public int Below(int bound) => (int)(((Next() >> 32) * (ulong)bound) >> 32);

    public static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
