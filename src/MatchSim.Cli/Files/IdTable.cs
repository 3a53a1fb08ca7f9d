namespace MatchSim.Cli.Files;

/// <summary>Ids as users write them ↔ the 0-based indices of the engine.</summary>
internal sealed class IdTable
{
    private readonly Dictionary<string, int> indices = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> bySpan;
    private readonly List<string> ids = [];

    /// <summary>Index of the id asked for last: rows of one list stand together in most files.</summary>
    private int last = -1;

    public IdTable() => bySpan = indices.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => ids.Count;

    public string this[int index] => ids[index];

    public string[] ToArray() => [.. ids];

    /// <summary>The id's index, or −1.</summary>
    public int Find(ReadOnlySpan<char> id)
    {
        if (last >= 0 && id.SequenceEqual(ids[last]))
            return last;
        if (!bySpan.TryGetValue(id, out int index))
            return -1;
        last = index;
        return index;
    }

    /// <summary>The id's index; a new one if it has none yet.</summary>
    public int FindOrAdd(ReadOnlySpan<char> id)
    {
        int index = Find(id);
        if (index >= 0)
            return index;
        string text = id.ToString();
        indices.Add(text, ids.Count);
        ids.Add(text);
        return ids.Count - 1;
    }

    /// <summary>Puts the ids in order, so that the order of rows in a file means nothing.</summary>
    /// <returns>[old index] new index; null = nothing moved.</returns>
    public int[]? Sort(Comparison<string> comparison)
    {
        bool sorted = true;
        for (int i = 1; i < ids.Count && sorted; i++)
            sorted = comparison(ids[i - 1], ids[i]) < 0;
        if (sorted)
            return null;
        ids.Sort(comparison);
        int[] moved = new int[ids.Count];
        for (int i = 0; i < ids.Count; i++)
        {
            moved[indices[ids[i]]] = i;
            indices[ids[i]] = i;
        }

        last = -1;
        return moved;
    }

    /// <summary>Order of whole numbers written without leading zeros.</summary>
    public static int CompareNumbers(string a, string b) =>
        a.Length != b.Length ? a.Length.CompareTo(b.Length) : string.CompareOrdinal(a, b);
}
