using MatchSim.Engine.Markets;

namespace MatchSim.Engine.Interviews;

/// <summary>Why an applicant applies to a set of programs. The order is the order of preference between sets.</summary>
public enum BlockKind
{
    Preferred,
    Second,
    Preliminary,
}

/// <summary>Contiguous programs Start … End − 1 of one specialty.</summary>
internal readonly record struct ProgramRange(int Start, int End)
{
    public int Count => End - Start;
}

/// <summary>For every specialty: the programs its applicants choose from.</summary>
internal sealed class ApplicationBlocks
{
    public ApplicationBlocks(MarketLayout layout)
    {
        Own = [.. layout.Specialties.Select((_, s) => OwnPrograms(layout, s))];
        Preliminary = [.. layout.Specialties.Select((_, s) => PreliminaryPrograms(layout, s))];
    }

    /// <summary>[specialty] categorical and advanced programs; the preliminary ones where there are no others.</summary>
    public ProgramRange[][] Own { get; }

    /// <summary>[specialty] preliminary programs added for the first year.</summary>
    public ProgramRange[][] Preliminary { get; }

    private static ProgramRange[] OwnPrograms(MarketLayout layout, int specialty)
    {
        ProgramGroup[] groups = [.. layout.Groups.Where(g => g.Specialty == specialty)];
        ProgramGroup[] full = [.. groups.Where(g => g.Track != Track.Preliminary)];
        ProgramGroup[] own = full.Length > 0 ? full : groups;
        return [new ProgramRange(own[0].Start, own[^1].End)];
    }

    private static ProgramRange[] PreliminaryPrograms(MarketLayout layout, int specialty) =>
        layout.Specialties[specialty].PreliminaryYear is not { } year ? [] :
        [
            .. layout.Groups
                .Where(g => g.Track == Track.Preliminary && year.Specialties.Contains(layout.SpecialtyIds[g.Specialty], StringComparer.Ordinal))
                .Select(g => new ProgramRange(g.Start, g.End)),
        ];
}
