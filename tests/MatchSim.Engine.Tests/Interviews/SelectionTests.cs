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
        AssertCuts(scores, choose);
    }

    [Property(MaxTest = 300)]
    public void Long_lists_too(int seed, ushort choose)
    {
        var random = new Random(seed);
        AssertCuts([.. Enumerable.Range(0, 853).Select(_ => random.NextSingle() - 0.5f)], choose);
    }

    [Property(MaxTest = 300)]
    public void And_lists_in_heaps_far_apart(int seed, ushort choose)
    {
        var random = new Random(seed);
        AssertCuts([.. Enumerable.Range(0, 400).Select(i => random.NextSingle() - (1000 * (i % 3)))], choose);
    }

    private static void AssertCuts(float[] scores, int choose)
    {
        if (scores.Length < 2)
            return;
        int k = 1 + (choose % (scores.Length - 1));
        float[] padded = [.. scores, .. Enumerable.Repeat(float.NegativeInfinity, 16 - (scores.Length % 16))];
        float threshold = TopSelection.Cut(padded, k, ScoreMoments.Of(padded, scores.Length), new FewScores(), out _);
        int[] expected =
        [
            .. Enumerable.Range(0, scores.Length).OrderByDescending(i => scores[i]).ThenBy(i => i).Take(k).Order(),
        ];
        Assert.Equal(expected, Enumerable.Range(0, padded.Length).Where(i => padded[i] >= threshold));
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

    [Property(MaxTest = 1000)]
    public void Sorting_puts_the_largest_first(ulong[] words)
    {
        ulong[] expected = [.. words.OrderDescending()];
        LargestFirst.Sort(words);
        Assert.Equal(expected, words);
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
