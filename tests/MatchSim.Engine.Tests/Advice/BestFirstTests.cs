using MatchSim.Engine.Advice;
using MatchSim.Engine.Interviews;

namespace MatchSim.Engine.Tests.Advice;

/// <summary>The best programs in order: what a full sort gives, ties included.</summary>
public sealed class BestFirstTests
{
    private readonly BestFirst _order = new();

    [Property]
    public void The_best_are_those_of_a_full_sort(short[] scores, byte asked) => Holds(Array.ConvertAll(scores, score => score / 64f), asked);

    /// <summary>Few values, as where a strategy looks at openness first: most comparisons are ties, which the index decides.</summary>
    [Property]
    public void The_lower_index_comes_first_where_scores_are_equal(byte[] scores, byte asked) =>
        Holds(Array.ConvertAll(scores, score => -1000f * (score % 3)), asked);

    [Fact]
    public void Hundreds_of_words_are_put_in_order()
    {
        float[] scores = new float[700];
        for (int i = 0; i < scores.Length; i++)
            scores[i] = ((i * 7919) % 701) - 350;
        foreach (byte asked in (byte[])[0, 1, 15, 16, 200, 255])
            Holds(scores, asked);
    }

    private void Holds(float[] scores, int asked)
    {
        ulong[] words = [.. scores.Select((score, i) => SortableFloat.Word(score, i + 100))];
        int count = Math.Min(asked, words.Length);
        ulong[] best = [.. words.OrderDescending().Take(count)];
        _order.Order(words, count);
        Assert.Equal(best, words[..count]);
    }
}
