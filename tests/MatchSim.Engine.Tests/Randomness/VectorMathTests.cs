using System.Runtime.Intrinsics;
using MatchSim.Engine.Interviews;
using MatchSim.Engine.Randomness;

namespace MatchSim.Engine.Tests.Randomness;

/// <summary>What is computed many at a time has the bits of what is computed one at a time.</summary>
public sealed class VectorMathTests
{
    [Property(MaxTest = 500)]
    public void Draws_of_many_agents_are_those_of_each(ulong key, ulong[] agents)
    {
        var stream = new AgentStream(key);
        var uniforms = new double[agents.Length];
        var normals = new double[agents.Length];
        stream.Uniforms(agents, uniforms);
        stream.Normals(agents, normals);
        Assert.Equal(agents.Select(stream.Uniform), uniforms);
        Assert.Equal(agents.Select(stream.Normal), normals);
    }

    [Property(MaxTest = 500)]
    public void Quantiles_of_the_centre_and_of_both_tails(uint[] picks)
    {
        // Probabilities from 1e-300 to nearly 1: the central part, the tails and the far tails.
        double[] probabilities = [.. picks.Select((pick, i) => (i % 3) switch
        {
            0 => (pick + 0.5) / 4_294_967_296,
            1 => PortableMath.Exp(-690.0 * (pick + 1) / 4_294_967_296),
            _ => 1 - PortableMath.Exp(-36.0 * (pick + 1) / 4_294_967_296),
        })];
        double[] quantiles = [.. probabilities];
        PortableMath.NormalQuantiles(quantiles);
        Assert.Equal(probabilities.Select(PortableMath.NormalQuantile), quantiles);
    }

    [Property(MaxTest = 500)]
    public void Exponentials_and_logarithms(int[] picks)
    {
        double[] numbers = [.. picks.Select(pick => 690.0 * pick / int.MaxValue)];
        double[] exponentials = [.. numbers];
        PortableMath.Exponentials(exponentials);
        Assert.Equal(numbers.Select(PortableMath.Exp), exponentials);
        double[] logarithms = [.. exponentials];
        PortableMath.Logarithms(logarithms);
        Assert.Equal(exponentials.Select(PortableMath.Log), logarithms);
    }

    [Fact]
    public void Exponents_out_of_range_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PortableMath.Exponentials([0, 0, 0, 0, 0, 0, 0, 701]));

    [Property(MaxTest = 500)]
    public void Sixteen_streams_draw_what_each_draws(ulong key, ushort first)
    {
        GroupStream[] streams = [.. Enumerable.Range(0, 16).Select(i => new GroupStream(Streams.Mix(key + (ulong)i)))];
        Vector512<uint> members = Vector512.Create((uint)first) + Lanes.Indices.AsUInt32();
        Vector512<float> draws = GroupStream.Normals(
            Vector512.Create<uint>([.. streams.Select(s => s.Halves.Start)]) + GroupStream.StepsTo(members),
            Vector512.Create<uint>([.. streams.Select(s => s.Halves.Inner)]));
        for (int i = 0; i < streams.Length; i++)
            Assert.Equal(streams[i].Normal(first + i), draws[i]);
        Assert.Equal(GroupStream.StepsTo(first + 5), GroupStream.StepsTo(members)[5]);
    }

    [Property(MaxTest = 200)]
    public void Records_from_anywhere_become_vectors(byte[] rows, uint seed)
    {
        const int size = 8;
        uint[] words = [.. Enumerable.Range(0, 256 * size).Select(i => seed + (uint)i)];
        int[] picked = [.. Enumerable.Range(0, 16).Select(i => rows.Length == 0 ? 0 : rows[i % rows.Length])];
        Transposed.Four(ref words[0], size, ref picked[0], 4, out var a, out var b, out var c, out var d);
        for (int i = 0; i < picked.Length; i++)
            Assert.Equal(words.Skip((picked[i] * size) + 4).Take(4), [a[i], b[i], c[i], d[i]]);
    }
}
