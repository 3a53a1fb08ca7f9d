using MatchSim.Engine.Interviews;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Matching;

namespace MatchSim.Engine.Ranking;

/// <summary>
/// The certified rank order lists of both sides. Written by <see cref="RankingStage"/>; a view into a worker's workspace.
/// </summary>
public sealed class RankOrderLists(MarketLayout layout)
{
    /// <summary>What the matcher gets.</summary>
    public MatchInstance Instance { get; } = new()
    {
        ApplicantCount = layout.ApplicantCount,
        ProgramCount = layout.ProgramCount,
        ListOffsets = new int[layout.ApplicantCount + 1],
        CoupleA = new int[layout.Scenario.Couples.Counts.Values.Sum()],
        CoupleB = new int[layout.Scenario.Couples.Counts.Values.Sum()],
        PairOffsets = new int[layout.Scenario.Couples.Counts.Values.Sum() + 1],
        Entries = new ListEntry[1 << 12],
        Pairs = new PairEntry[1 << 12],
        SupplementalOffsets = new int[layout.ApplicantCount + 1],
        SupplementalLinks = new SupplementalLink[1 << 12],
        SupplementalEntries = new ListEntry[1 << 12],
    };

    /// <summary>[applicant] length of the applicant's own primary list, couples' members included; 0 = not active.</summary>
    public int[] Length { get; } = new int[layout.ApplicantCount];

    /// <summary>[couple of the market] couple of the instance, or −1 when one of the two has no list and the other
    /// stands alone.</summary>
    public int[] InstanceCouple { get; } = new int[layout.Scenario.Couples.Counts.Values.Sum()];

    /// <summary>[program] applicants the program ranked.</summary>
    public int[] RankedBy { get; } = new int[layout.ProgramCount];

    /// <summary>[slot of <see cref="InterviewGraph"/>] program's score of the applicant after the
    /// interview; <see cref="MatchInstance.Unranked"/> = left off the program's list.</summary>
    public uint[] ProgramScore { get; internal set; } = new uint[1 << 12];

    /// <summary>Own lists of couples' members, in the order of <see cref="OwnListStart"/>.</summary>
    internal Column<ListEntry> OwnLists { get; } = new();

    /// <summary>[applicant] start of a couple member's own list in <see cref="OwnLists"/>; −1 = single.</summary>
    internal int[] OwnListStart { get; } = new int[layout.ApplicantCount];

    /// <summary>An applicant's own primary list, best first, whether single or in a couple.</summary>
    public ReadOnlySpan<ListEntry> ListOf(int applicant) =>
        OwnListStart[applicant] >= 0
            ? OwnLists.Slice(OwnListStart[applicant], Length[applicant])
            : Instance.Entries.AsSpan(Instance.ListOffsets[applicant], Length[applicant]);
}
