using MatchSim.Engine.Randomness;

namespace MatchSim.Engine.Tests.Randomness;

/// <summary>Draws are pure functions of their key; their values are part of every published result.</summary>
public sealed class StreamsTests
{
    [Fact]
    public void Mix_is_the_finaliser_of_SplitMix64()
    {
        // Reference: the first outputs of SplitMix64 with seed 1234567 (Vigna's splitmix64.c).
        ulong[] expected = [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431];
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], Streams.Mix(1234567 + ((ulong)(i + 1) * Streams.Golden)));
    }

    [Fact]
    public void Test_vectors_are_frozen()
    {
        var streams = new Streams(seed: 42, replication: 7);
        ulong agent = AgentKey.Of(AgentKey.Group("NonUsImg"), 3);
        ulong partner = AgentKey.Of(AgentKey.Group("internal-medicine/Categorical"), 11);
        string[] actual =
        [
            $"{streams[Purpose.Quality].Bits(agent):X16}",
            $"{streams[Purpose.Quality].Normal(agent):R}",
            $"{streams[Purpose.Taste].For(agent).Normal(partner):R}",
        ];
        Assert.Equal(FrozenVectors, actual);
    }

    private static readonly string[] FrozenVectors = ["E6953DB820724C81", "1.2856348638499253", "1.3861217"];

    [Fact]
    public void Pair_draws_are_the_same_with_and_without_vectors()
    {
        PairStream stream = new Streams(1, 2)[Purpose.Taste].For(99);
        ulong[] partners = [.. Enumerable.Range(0, 1003).Select(i => AgentKey.Of(5, i))];
        var draws = new float[partners.Length];
        stream.FillNormal(partners, draws);
        for (int i = 0; i < partners.Length; i++)
            Assert.Equal(stream.Normal(partners[i]), draws[i]);
    }

    [Fact]
    public void Pair_draws_are_close_to_standard_normal()
    {
        PairStream stream = new Streams(3, 0)[Purpose.Taste].For(1);
        const int n = 400_000;
        ulong[] partners = [.. Enumerable.Range(0, n).Select(i => AgentKey.Of(17, i))];
        var draws = new float[n];
        stream.FillNormal(partners, draws);
        double mean = draws.Average(x => (double)x);
        double variance = draws.Average(x => (double)x * x);
        double third = draws.Average(x => Math.Pow(x, 3));
        Assert.InRange(mean, -4 / Math.Sqrt(n), 4 / Math.Sqrt(n));
        Assert.InRange(variance, 1 - (4 * Math.Sqrt(1.7 / n)), 1 + (4 * Math.Sqrt(1.7 / n)));
        Assert.InRange(third, -4 * Math.Sqrt(15.0 / n), 4 * Math.Sqrt(15.0 / n));
    }

    [Property(MaxTest = 2000)]
    public bool Uniform_draws_stay_inside_the_unit_interval(ulong key, ulong agent)
    {
        double u = new AgentStream(key).Uniform(agent);
        return u > 0 && u < 1;
    }

    [Fact]
    public void Purposes_have_streams_of_their_own()
    {
        var streams = new Streams(1, 1);
        var keys = Enum.GetValues<Purpose>().Select(purpose => streams[purpose].Key).ToHashSet();
        Assert.Equal(Enum.GetValues<Purpose>().Length, keys.Count);
    }
}
