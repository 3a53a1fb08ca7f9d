using MatchSim.Engine.Markets;

namespace MatchSim.Engine.Interviews;

/// <summary>
/// Where programs stand in columns read sixteen at a time: every (specialty, track) group starts at a multiple of
/// sixteen and is padded to one, so that no loop over a group has a tail. The same in every season.
/// </summary>
internal sealed class LaneLayout
{
    public const int Width = 16;

    /// <summary>Lanes of four vectors: so many are read at a time by loops that write some of them one behind the other. Vector by
    /// vector such loops took two or three times as long in some processes, likely because every read waited until it was known where the
    /// write before it goes, and that depends on what was read (docs/decisions/0009).</summary>
    public const int Four = 4 * Width;

    private const int Padding = -1;

    public LaneLayout(MarketLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        Starts = new int[layout.Groups.Length + 1];
        for (int g = 0; g < layout.Groups.Length; g++)
            Starts[g + 1] = Starts[g] + (((layout.Groups[g].Count + Width - 1) / Width) * Width);
        ProgramOf = new int[Count];
        Array.Fill(ProgramOf, Padding);
        LaneOf = new int[layout.ProgramCount];
        for (int p = 0; p < layout.ProgramCount; p++)
        {
            int g = layout.ProgramGroups[p];
            LaneOf[p] = Starts[g] + p - layout.Groups[g].Start;
            ProgramOf[LaneOf[p]] = p;
        }
    }

    /// <summary>[group + 1] first lane of each group.</summary>
    public int[] Starts { get; }

    /// <summary>Lanes in all.</summary>
    public int Count => Starts[^1];

    /// <summary>[lane] program; −1 = padding.</summary>
    public int[] ProgramOf { get; }

    /// <summary>[program] its lane.</summary>
    public int[] LaneOf { get; }
}
