namespace MatchSim.Engine.Interviews;

/// <summary>Moves the largest words of a span to its front (Hoare's selection), without sorting the rest; or sorts them.</summary>
internal static class LargestFirst
{
    private const int Few = 48;

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

    /// <summary>Puts words in descending order: by insertion when they are few, as lists mostly are.</summary>
    public static void Sort(Span<ulong> words)
    {
        if (words.Length > Few)
        {
            words.Sort();
            words.Reverse();
            return;
        }

        for (int i = 1; i < words.Length; i++)
        {
            ulong word = words[i];
            int j = i - 1;
            for (; j >= 0 && words[j] < word; j--)
                words[j + 1] = words[j];
            words[j + 1] = word;
        }
    }

    private static ulong MedianOfThree(ulong a, ulong b, ulong c) =>
        Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
