using MatchSim.Engine.Markets;

namespace MatchSim.Engine.Interviews;

/// <summary>Why an applicant applies to a set of programs. The order is the order of preference between sets.</summary>
public enum BlockKind
{
    Preferred,
    Second,
    Preliminary,
}

/// <summary>One set of programs an applicant chooses from, and how many to choose.</summary>
/// <param name="Groups">(specialty, track) groups of programs, ascending.</param>
/// <param name="Applications">Programs to choose.</param>
internal readonly record struct Block(BlockKind Kind, int[] Groups, int Applications);

/// <summary>For every specialty: the (specialty, track) groups of programs its applicants choose from.</summary>
internal sealed class ApplicationBlocks
{
    private readonly int _groups;
    private readonly bool[] _isOwn;      // [specialty × groups + group]

    public ApplicationBlocks(MarketLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        Own = [.. layout.Specialties.Select((_, s) => OwnPrograms(layout, s))];
        Preliminary = [.. layout.Specialties.Select((_, s) => PreliminaryPrograms(layout, s))];
        _groups = layout.Groups.Length;
        _isOwn = new bool[Own.Length * _groups];
        for (int s = 0; s < Own.Length; s++)
        {
            foreach (int group in Own[s])
                _isOwn[(s * _groups) + group] = true;
        }
    }

    /// <summary>[specialty] categorical and advanced programs; the preliminary ones where there are no others.</summary>
    public int[][] Own { get; }

    /// <summary>[specialty] preliminary programs added for the first year.</summary>
    public int[][] Preliminary { get; }

    /// <summary>From which block an applicant of these specialties chose a program of a group.</summary>
    public BlockKind KindOf(int specialty, int secondSpecialty, int group) =>
        _isOwn[(specialty * _groups) + group] ? BlockKind.Preferred
        : secondSpecialty != Market.None && _isOwn[(secondSpecialty * _groups) + group] ? BlockKind.Second
        : BlockKind.Preliminary;

    private static int[] OwnPrograms(MarketLayout layout, int specialty)
    {
        int[] groups = [.. Enumerable.Range(0, layout.Groups.Length).Where(g => layout.Groups[g].Specialty == specialty)];
        int[] full = [.. groups.Where(g => layout.Groups[g].Track != Track.Preliminary)];
        return full.Length > 0 ? full : groups;
    }

    private static int[] PreliminaryPrograms(MarketLayout layout, int specialty) =>
        layout.Specialties[specialty].PreliminaryYear is not { } year ? [] :
        [
            .. Enumerable.Range(0, layout.Groups.Length).Where(g => layout.Groups[g].Track == Track.Preliminary
                && year.Specialties.Contains(layout.SpecialtyIds[layout.Groups[g].Specialty], StringComparer.Ordinal)),
        ];
}
