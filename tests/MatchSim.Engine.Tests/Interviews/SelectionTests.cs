using MatchSim.Engine.Interviews;

namespace MatchSim.Engine.Tests.Interviews;

/// <summary>Selecting without sorting gives what sorting would.</summary>
public sealed class SelectionTests
{
    [Property(MaxTest = 3000)]
    public void The_k_largest_are_those_a_stable_sort_puts_first(short[] values, byte choose, byte spread)
    {
        // A small spread makes many ties.
        float[] scores = [.. values.Select(v => (float)(v % (1 + (spread * 8))) / 7)];
        int k = scores.Length == 0 ? 0 : choose % (scores.Length + 2);
        var positions = new int[scores.Length + 1];
        int count = TopSelection.Select(scores, k, positions);
        int[] expected =
        [
            .. Enumerable.Range(0, scores.Length).OrderByDescending(i => scores[i]).ThenBy(i => i).Take(k).Order(),
        ];
        Assert.Equal(expected, positions[..count]);
    }

    [Property(MaxTest = 300)]
    public void Long_lists_too(int seed, ushort choose)
    {
        var random = new Random(seed);
        float[] scores = [.. Enumerable.Range(0, 853).Select(_ => random.NextSingle() - 0.5f)];
        int k = choose % 900;
        var positions = new int[scores.Length];
        int count = TopSelection.Select(scores, k, positions);
        int[] expected =
        [
            .. Enumerable.Range(0, scores.Length).OrderByDescending(i => scores[i]).ThenBy(i => i).Take(k).Order(),
        ];
        Assert.Equal(expected, positions[..count]);
    }

    [Property(MaxTest = 3000)]
    public void Partition_brings_the_largest_to_the_front(ushort[] values, byte choose)
    {
        ulong[] words = [.. values.Select((v, i) => SortableFloat.Word(v % 50, i))];
        int count = words.Length == 0 ? 0 : choose % (words.Length + 1);
        ulong[] expected = [.. words.OrderDescending().Take(count)];
        LargestFirst.Partition(words, count);
        Assert.Equal(expected, words[..count].OrderDescending());
    }

    [Property(MaxTest = 5000)]
    public void Sortable_images_keep_the_order_of_numbers(float a, float b)
    {
        if (float.IsNaN(a) || float.IsNaN(b))
            return;
        Assert.Equal((a + 0f).CompareTo(b + 0f), SortableFloat.ToUInt32(a).CompareTo(SortableFloat.ToUInt32(b)));
        Assert.Equal(a, SortableFloat.ToSingle(SortableFloat.ToUInt32(a)));
        Assert.NotEqual(0u, SortableFloat.ToUInt32(a));
    }

    [Property(MaxTest = 2000)]
    public void Words_carry_their_index(float score, ushort index)
    {
        if (!float.IsNaN(score))
            Assert.Equal(index, SortableFloat.Index(SortableFloat.Word(score, index)));
    }
}
