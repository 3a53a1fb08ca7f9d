namespace MatchSim.Engine.Interviews;

/// <summary>Moves the largest words of a span to its front (Hoare's selection), without sorting the rest.</summary>
internal static class LargestFirst
{
    /// <summary>Afterwards the first <paramref name="count"/> words are the largest, in no particular order.</summary>
    public static void Partition(Span<ulong> words, int count)
    {
        int low = 0;
        int high = words.Length - 1;
        if (count <= 0 || count > high)
            return;
        while (low < high)
        {
            ulong pivot = MedianOfThree(words[low], words[(low + high) >> 1], words[high]);
            int i = low;
            int j = high;
            while (i <= j)
            {
                while (words[i] > pivot)
                    i++;
                while (words[j] < pivot)
                    j--;
                if (i > j)
                    break;
                (words[i], words[j]) = (words[j], words[i]);
                i++;
                j--;
            }

            if (count <= j)
                high = j;
            else if (count >= i + 1)
                low = i;
            else
                return;
        }
    }

    private static ulong MedianOfThree(ulong a, ulong b, ulong c) =>
        Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
