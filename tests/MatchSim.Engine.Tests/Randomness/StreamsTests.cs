using System.Runtime.Intrinsics;
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
        ulong group = Streams.Mix(AgentKey.Group("internal-medicine/Categorical"));
        string[] actual =
        [
            $"{streams[Purpose.Quality].Bits(agent):X16}",
            $"{streams[Purpose.Quality].Normal(agent):R}",
            $"{streams[Purpose.Taste].For(agent).With(group).Normal(11):R}",
        ];
        Assert.Equal(FrozenVectors, actual);
    }

    private static readonly string[] FrozenVectors = ["E6953DB820724C81", "1.2856348638499253", "-1.4226158"];

    [Fact]
    public void Pair_draws_are_the_same_with_and_without_vectors()
    {
        GroupStream stream = new Streams(1, 2)[Purpose.Taste].For(99).With(5);
        float[] draws = Draws(stream, 1008);
        for (int i = 0; i < draws.Length; i++)
            Assert.Equal(stream.Normal(i), draws[i]);
    }

    [Fact]
    public void Neighbours_groups_and_agents_are_uncorrelated()
    {
        PairStream agent = new Streams(5, 1)[Purpose.Taste].For(AgentKey.Of(3, 1));
        PairStream next = new Streams(5, 1)[Purpose.Taste].For(AgentKey.Of(3, 2));
        const int n = 1 << 18;
        float[] draws = Draws(agent.With(Streams.Mix(1)), n);
        AssertUncorrelated(draws, Draws(agent.With(Streams.Mix(2)), n));
        AssertUncorrelated(draws, Draws(next.With(Streams.Mix(1)), n));
        AssertUncorrelated(draws[1..], draws[..^1]);
    }

    [Fact]
    public void The_same_partner_is_drawn_independently_by_different_agents()
    {
        const int n = 1 << 18;
        AgentStream stream = new Streams(5, 1)[Purpose.Taste];
        ulong here = Streams.Mix(1);
        ulong there = Streams.Mix(2);
        float[] one = new float[n];
        float[] neighbour = new float[n];
        float[] elsewhere = new float[n];
        for (int a = 0; a < n; a++)
        {
            PairStream pair = stream.For(AgentKey.Of(3, a));
            one[a] = pair.With(here).Normal(7);
            neighbour[a] = pair.With(here).Normal(8);
            elsewhere[a] = pair.With(there).Normal(7);
        }

        AssertUncorrelated(one, neighbour);
        AssertUncorrelated(one, elsewhere);
        AssertUncorrelated(one[1..], one[..^1]);
    }

    private static void AssertUncorrelated(float[] a, float[] b)
    {
        double product = a.Zip(b, (x, y) => (double)x * y).Average();
        double squares = a.Zip(b, (x, y) => ((double)x * x) * ((double)y * y)).Average();
        double standardError = 1 / Math.Sqrt(a.Length);
        Assert.InRange(product, -4 * standardError, 4 * standardError);
        Assert.InRange(squares, 1 - (4 * 3 * standardError), 1 + (4 * 3 * standardError));
    }

    private static float[] Draws(GroupStream stream, int count)
    {
        var draws = new float[count];
        for (int i = 0; i < count; i += Vector512<float>.Count)
        {
            Vector512<uint> members = Vector512.Create((uint)i) + Vector512.Create<uint>([.. Enumerable.Range(0, 16).Select(m => (uint)m)]);
            stream.Normals(stream.Counters(members)).CopyTo(draws, i);
        }

        return draws;
    }

    [Fact]
    public void Pair_draws_are_close_to_standard_normal()
    {
        const int n = 400_000;
        float[] draws = Draws(new Streams(3, 0)[Purpose.Taste].For(1).With(17), n);
        double mean = draws.Average(x => (double)x);
        double variance = draws.Average(x => (double)x * x);
        double third = draws.Average(x => Math.Pow(x, 3));
        Assert.InRange(mean, -4 / Math.Sqrt(n), 4 / Math.Sqrt(n));
        Assert.InRange(variance, 1 - (4 * Math.Sqrt(2.0 / n)), 1 + (4 * Math.Sqrt(2.0 / n)));
        double fourth = draws.Average(x => Math.Pow(x, 4));
        Assert.InRange(fourth, 2.97 - (4 * Math.Sqrt(90.0 / n)), 2.97 + (4 * Math.Sqrt(90.0 / n)));
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
