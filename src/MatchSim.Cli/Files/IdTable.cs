using System.Runtime.CompilerServices;

namespace MatchSim.Cli.Files;

/// <summary>Ids as users write them ↔ the 0-based indices of the engine.</summary>
/// <remarks>
/// An open-addressing table with the id itself as the key where it is short: a national instance asks for ids more than
/// two million times, and each look-up that follows a pointer to a string is a cache miss.
/// </remarks>
internal sealed class IdTable
{
    /// <summary>Up to this many ASCII characters are packed into a key, 7 bits each.</summary>
    private const int LongestPacked = 8;

    private readonly List<string> ids = [];

    /// <summary>[slot] power of two, at most half full; Index is the id's index + 1, 0 = free.</summary>
    private (ulong Key, int Index)[] slots = new (ulong, int)[256];

    /// <summary>Index of the id asked for last: rows of one list stand together in most files.</summary>
    private int last = -1;

    private ulong lastKey;

    public int Count => ids.Count;

    public string this[int index] => ids[index];

    public string[] ToArray() => [.. ids];

    /// <summary>The id's index, or −1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Find(ReadOnlySpan<char> id)
    {
        ulong key = Key(id, out bool whole);
        if (whole && key == lastKey && last >= 0)
            return last;
        int slot = Slot(key, slots.Length);
        while (slots[slot].Index != 0)
        {
            if (slots[slot].Key == key && (whole || id.SequenceEqual(ids[slots[slot].Index - 1])))
            {
                (last, lastKey) = (slots[slot].Index - 1, key);
                return last;
            }

            slot = (slot + 1) & (slots.Length - 1);
        }

        return -1;
    }

    /// <summary>The id's index; a new one if it has none yet.</summary>
    public int FindOrAdd(ReadOnlySpan<char> id)
    {
        int index = Find(id);
        if (index >= 0)
            return index;
        ids.Add(id.ToString());
        if (2 * ids.Count > slots.Length)
            Rebuild(2 * slots.Length);
        else
            Insert(ids.Count - 1);
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
        string[] before = [.. ids];
        ids.Sort(comparison);
        Rebuild(slots.Length);
        return [.. before.Select(id => Find(id))];
    }

    /// <summary>Order of whole numbers written without leading zeros.</summary>
    public static int CompareNumbers(string a, string b) =>
        a.Length != b.Length ? a.Length.CompareTo(b.Length) : string.CompareOrdinal(a, b);

    /// <summary>A short ASCII id with its length (then <paramref name="whole"/>: equal keys are equal ids), or a hash.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong Key(ReadOnlySpan<char> id, out bool whole)
    {
        ulong key = (ulong)id.Length;
        uint all = 0;
        for (int i = 0; i < id.Length && i < LongestPacked; i++)
        {
            key = (key << 7) | id[i];
            all |= id[i];
        }

        whole = id.Length <= LongestPacked && all < 128;
        return whole ? key : (1UL << 63) | (uint)string.GetHashCode(id, StringComparison.Ordinal);
    }

    private static int Slot(ulong key, int slotCount) => (int)((key * 0x9E3779B97F4A7C15UL) >> 32) & (slotCount - 1);

    private void Insert(int index)
    {
        ulong key = Key(ids[index], out _);
        int slot = Slot(key, slots.Length);
        while (slots[slot].Index != 0)
            slot = (slot + 1) & (slots.Length - 1);
        slots[slot] = (key, index + 1);
    }

    private void Rebuild(int slotCount)
    {
        slots = new (ulong, int)[slotCount];
        last = -1;
        for (int index = 0; index < ids.Count; index++)
            Insert(index);
    }
}
