namespace MatchSim.Engine.Randomness;

/// <summary>
/// Identity of an agent in the streams: (group, index within the group). The group of an applicant is the applicant
/// type, that of a program its specialty and track; one more member of a group shifts nobody else.
/// </summary>
public static class AgentKey
{
    /// <summary>Key of member <paramref name="index"/> of a group.</summary>
    /// <param name="group">Stable group key, see <see cref="Group"/>.</param>
    /// <param name="index">0-based index within the group.</param>
    public static ulong Of(ulong group, int index) => Streams.Mix(group + (((ulong)index + 1) * Streams.Golden));

    /// <summary>A stable group key from a name (64-bit FNV-1a), so that a group keeps its draws when others are
    /// added before it.</summary>
    public static ulong Group(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        ulong hash = 0xCBF2_9CE4_8422_2325;
        foreach (char c in name)
            hash = (hash ^ c) * 0x0000_0100_0000_01B3;
        return hash;
    }
}
