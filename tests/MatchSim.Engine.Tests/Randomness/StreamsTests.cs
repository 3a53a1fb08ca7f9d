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
    public void Thirds_of_words_are_the_same_with_and_without_vectors()
    {
        GroupStream stream = new Streams(1, 2)[Purpose.Taste].For(99).With(5);
        float[] draws = Thirds(stream, 1008);
        for (int i = 0; i < draws.Length; i++)
            Assert.Equal(ThirdsOfWords.Normal(stream, i), draws[i]);
    }

    [Fact]
    public void Every_member_has_a_third_of_a_word_to_itself()
    {
        (int, int)[] places = [.. Enumerable.Range(0, 10_000).Select(i => (ThirdsOfWords.WordOf(i), ThirdsOfWords.ShiftOf(i)))];
        Assert.Equal(places.Length, places.Distinct().Count());
        Assert.Equal([0, 10, 20], places.Select(place => place.Item2).Distinct().Order());
        // Forty-eight members in a row need the words of sixteen and no others.
        Assert.All(Enumerable.Range(0, places.Length), i => Assert.Equal(i / 48, places[i].Item1 / 16));
    }

    [Fact]
    public void The_thousand_draws_of_a_third_have_the_moments_of_the_normal()
    {
        double[] draws = [.. Enumerable.Range(0, 1024).Select(word => (double)ThirdsOfWords.Normal((uint)word))];
        Assert.Equal(1024, draws.Distinct().Count());
        Assert.Equal(0, draws.Average(), 1e-6);
        Assert.Equal(1, draws.Average(x => x * x), 1e-6);
        Assert.Equal(3.04, draws.Average(x => Math.Pow(x, 4)), 0.005);
        Assert.Equal(14.9, draws.Average(x => Math.Pow(x, 6)), 0.05);
        Assert.Equal(3.31, draws.Max(), 0.005);
        Array.Sort(draws);
        Assert.All(Enumerable.Range(0, draws.Length), i => Assert.Equal((i + 0.5) / 1024, NormalBelow(draws[i]), 0.0090));
    }

    private static double NormalBelow(double x)
    {
        // By Simpson's rule from 0: far more exact than asked.
        const int n = 200;
        double h = x / n;
        double sum = Enumerable.Range(0, n + 1).Sum(i => (i == 0 || i == n ? 1 : i % 2 == 1 ? 4 : 2) * Math.Exp(-0.5 * (i * h) * (i * h)));
        return 0.5 + (sum * h / 3 / Math.Sqrt(2 * Math.PI));
    }

    [Fact]
    public void Thirds_groups_agents_and_purposes_are_uncorrelated()
    {
        var streams = new Streams(5, 1);
        PairStream agent = streams[Purpose.Taste].For(AgentKey.Of(3, 1));
        PairStream next = streams[Purpose.Taste].For(AgentKey.Of(3, 2));
        const int n = 48 << 13;
        float[] draws = Thirds(agent.With(Streams.Mix(1)), n);
        AssertUncorrelated(draws, Thirds(agent.With(Streams.Mix(2)), n));
        AssertUncorrelated(draws, Thirds(next.With(Streams.Mix(1)), n));
        AssertUncorrelated(draws, Thirds(agent.Beside(streams[Purpose.ApplicationScore]).With(Streams.Mix(1)), n));
        AssertUncorrelated(draws[1..], draws[..^1]);
        AssertUncorrelated(draws[16..], draws[..^16]);
        AssertUncorrelated(draws[32..], draws[..^32]);
        Assert.NotEqual(agent, agent.Beside(streams[Purpose.ApplicationScore]));
        Assert.Equal(agent, agent.Beside(streams[Purpose.ApplicationScore]).Beside(streams[Purpose.ApplicationScore]));
    }

    [Fact]
    public void A_third_and_its_other_purpose_are_drawn_independently_by_different_agents()
    {
        const int n = 1 << 18;
        var streams = new Streams(5, 1);
        ulong here = Streams.Mix(1);
        float[] taste = new float[n];
        float[] noise = new float[n];
        float[] later = new float[n];
        for (int a = 0; a < n; a++)
        {
            PairStream pair = streams[Purpose.Taste].For(AgentKey.Of(3, a));
            taste[a] = ThirdsOfWords.Normal(pair.With(here), 7);
            noise[a] = ThirdsOfWords.Normal(pair.Beside(streams[Purpose.ApplicationScore]).With(here), 7);
            later[a] = ThirdsOfWords.Normal(pair.With(here), 23);      // the same word
        }

        AssertUncorrelated(taste, noise);
        AssertUncorrelated(taste, later);
        AssertUncorrelated(taste[1..], taste[..^1]);
    }

    private static float[] Thirds(GroupStream stream, int count)
    {
        ThirdsOfWords.Maker maker = ThirdsOfWords.Draws;
        var draws = new float[count];
        for (int i = 0; i < count; i += Vector512<float>.Count)
        {
            Vector512<uint> words = Vector512.Create((uint)ThirdsOfWords.WordOf(i)) + Vector512.Create<uint>([.. Enumerable.Range(0, 16).Select(m => (uint)m)]);
            maker.Normals(stream.Words(stream.Counters(words)) >>> ThirdsOfWords.ShiftOf(i)).CopyTo(draws, i);
        }

        return draws;
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
