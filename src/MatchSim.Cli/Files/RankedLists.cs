using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MatchSim.Cli.Shell;

namespace MatchSim.Cli.Files;

/// <summary>Rows of a file grouped by owner and ordered by rank.</summary>
internal sealed class RankedLists
{
    /// <summary>From here on insertion may cost more than a general sort.</summary>
    private const int LongList = 256;

    private RankedLists(int[] offsets, ListRow[] rows)
    {
        Offsets = offsets;
        Rows = rows;
    }

    /// <summary>[owner + 1] where the owner's list starts in <see cref="Rows"/>.</summary>
    public int[] Offsets { get; }

    /// <summary>[entry] by owner, then rank.</summary>
    public ListRow[] Rows { get; }

    public ReadOnlySpan<ListRow> Of(int owner) => Rows.AsSpan(Offsets[owner]..Offsets[owner + 1]);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static RankedLists Group(List<ListRow> rows, int owners)
    {
        int[] offsets = new int[owners + 1];
        foreach (ListRow row in CollectionsMarshal.AsSpan(rows))
            offsets[row.Owner + 1]++;
        for (int owner = 0; owner < owners; owner++)
            offsets[owner + 1] += offsets[owner];

        var grouped = new ListRow[rows.Count];
        int[] next = [.. offsets];
        foreach (ListRow row in CollectionsMarshal.AsSpan(rows))
            grouped[next[row.Owner]++] = row;
        for (int owner = 0; owner < owners; owner++)
            SortByRank(grouped.AsSpan(offsets[owner]..offsets[owner + 1]));
        return new RankedLists(offsets, grouped);
    }

    /// <summary>Every rank once and every item once on a list.</summary>
    /// <param name="items">Number of things that can be ranked.</param>
    /// <param name="owner">Owner in words: <c>the list of applicant "17"</c>.</param>
    /// <param name="item">Item in words: <c>program "P4"</c>.</param>
    /// <param name="label">The file.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Check(int items, Func<int, string> owner, Func<int, string> item, string label, MistakeList mistakes)
    {
        int[] lastOwner = new int[items];
        int[] firstLine = new int[items];
        for (int i = 0; i < Rows.Length; i++)
        {
            ListRow row = Rows[i];
            if (lastOwner[row.Item] == row.Owner + 1)
                mistakes.Add($"{item(row.Item)} again on {owner(row.Owner)}", $"once, as in line {firstLine[row.Item]}", label, row.Line);
            else if (i > 0 && Rows[i - 1].Owner == row.Owner && Rows[i - 1].Rank == row.Rank)
                mistakes.Add($"rank {row.Rank} again on {owner(row.Owner)}", $"each rank once; line {Rows[i - 1].Line} has it too", label, row.Line);
            lastOwner[row.Item] = row.Owner + 1;
            firstLine[row.Item] = row.Line;
        }
    }

    /// <summary>Insertion sort: free where the file is in order, and quick for lists as short as most are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SortByRank(Span<ListRow> list)
    {
        if (list.Length > LongList)
        {
            list.Sort(static (a, b) => a.Rank != b.Rank ? a.Rank.CompareTo(b.Rank) : a.Line.CompareTo(b.Line));
            return;
        }

        for (int i = 1; i < list.Length; i++)
        {
            ListRow row = list[i];
            int place = i;
            for (; place > 0 && (list[place - 1].Rank > row.Rank || (list[place - 1].Rank == row.Rank && list[place - 1].Line > row.Line)); place--)
                list[place] = list[place - 1];
            list[place] = row;
        }
    }
}
