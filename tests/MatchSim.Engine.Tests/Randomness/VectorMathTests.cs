using System.Runtime.CompilerServices;
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
        const int size = 4;
        uint[] words = [.. Enumerable.Range(0, 256 * size).Select(i => seed + (uint)i)];
        int[] picked = [.. Enumerable.Range(0, 16).Select(i => rows.Length == 0 ? 0 : rows[i % rows.Length])];
        Transposed.Four(ref words[0], ref picked[0], out var a, out var b, out var c, out var d);
        for (int i = 0; i < picked.Length; i++)
            Assert.Equal(words.Skip(picked[i] * size).Take(size), [a[i], b[i], c[i], d[i]]);
    }

    [Property(MaxTest = 200)]
    public void Pairs_from_anywhere_become_two_vectors(byte[] rows, uint seed)
    {
        ulong[] pairs = [.. Enumerable.Range(0, 256).Select(i => ((ulong)(seed + (uint)i) << 32) | ~(uint)i)];
        int[] picked = [.. Enumerable.Range(0, 16).Select(i => rows.Length == 0 ? 0 : rows[i % rows.Length])];
        Transposed.Two(ref pairs[0], ref picked[0], out var first, out var second);
        for (int i = 0; i < picked.Length; i++)
        {
            Assert.Equal(~(uint)picked[i], first[i]);
            Assert.Equal(seed + (uint)picked[i], second[i]);
        }
    }

    [Property(MaxTest = 200)]
    public void Entries_of_a_table_are_found_by_the_lowest_four_bits(int[] drawn)
    {
        var table = Vector512.Create<float>([.. Enumerable.Range(0, 16).Select(i => 100f + i)]);
        int[] indices = [.. Enumerable.Range(0, 16).Select(i => drawn.Length == 0 ? -i : drawn[i % drawn.Length])];
        Vector512<float> found = Lanes.LookUp(table, Vector512.Create<int>(indices));
        for (int i = 0; i < indices.Length; i++)
            Assert.Equal(100f + (indices[i] & 15), found[i]);
    }

    [Fact]
    public void Aligned_columns_start_a_cache_line()
    {
        // Pinned, so the address stays; odd sizes move what is allocated next.
        for (int length = 0; length < 300; length += 7)
        {
            var column = new Aligned<float>(length + 1);
            Assert.Equal(0, AddressOf(ref column[0]) % 64);
            Assert.Equal(0, AddressOf(ref new Aligned<Int128>(length)[0]) % 64);
            Assert.Equal(length + 1, column.AsSpan(..).Length);
            column[length] = 3;
            Assert.Equal(3, column.AsSpan(length..)[0]);
            Assert.Throws<ArgumentOutOfRangeException>(() => column[column.Length + 1]);
            Assert.Throws<ArgumentOutOfRangeException>(() => column[-1]);
            Assert.Throws<ArgumentOutOfRangeException>(() => column.AsSpan(1, column.Length).Length);
        }
    }

    private static nint AddressOf<T>(ref T first) => Unsafe.ByteOffset(ref Unsafe.NullRef<T>(), ref first);
}
