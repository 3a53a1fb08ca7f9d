using MatchSim.Engine.Matching;

namespace MatchSim.Cli.Files;

/// <summary>A match instance with the names and ranks its users know.</summary>
/// <param name="Match">What the matcher sees.</param>
/// <param name="Applicants">[applicant] id.</param>
/// <param name="Programs">[program] id.</param>
/// <param name="Couples">[couple] id.</param>
/// <param name="EntryRanks">[entry of Match.Entries] rank as written, from 1.</param>
/// <param name="PairRanks">[pair of Match.Pairs] rank as written, from 1.</param>
/// <param name="SupplementalRanks">[entry of Match.SupplementalEntries] rank as written, from 1.</param>
/// <param name="Dropped">Entries that cannot lead to a match, by reason.</param>
internal sealed record NamedInstance(
    MatchInstance Match,
    string[] Applicants,
    string[] Programs,
    string[] Couples,
    int[] EntryRanks,
    int[] PairRanks,
    int[] SupplementalRanks,
    DroppedEntries Dropped)
{
    /// <summary>The score of an applicant in a 0-based place of a program's list; falls as the place grows, never
    /// <see cref="MatchInstance.Unranked"/>.</summary>
    public static uint ScoreAt(int place) => uint.MaxValue - (uint)place;

    public bool HasSupplemental => Match.SupplementalOffsets.Length > 0;

    /// <summary>The program's id; empty for no program.</summary>
    public string ProgramOrEmpty(int program) => program == MatchInstance.None ? "" : Programs[program];

    /// <summary>Positions offered, all programs together.</summary>
    public long Positions => Match.Quotas.Take(Match.ProgramCount).Sum(quota => (long)quota);

    /// <summary>Names and ranks for an instance that a simulation made: ranks are places in the lists.</summary>
    public static NamedInstance Of(MatchInstance match, string[] applicants, string[] programs, string[] couples) => new(
        match,
        applicants,
        programs,
        couples,
        Places(match.ListOffsets, match.ApplicantCount),
        Places(match.PairOffsets, match.CoupleCount),
        PlacesOfLinks(match),
        new DroppedEntries());

    private static int[] Places(int[] offsets, int owners)
    {
        int[] ranks = new int[offsets[owners]];
        for (int owner = 0; owner < owners; owner++)
        {
            for (int i = offsets[owner]; i < offsets[owner + 1]; i++)
                ranks[i] = i - offsets[owner] + 1;
        }

        return ranks;
    }

    private static int[] PlacesOfLinks(MatchInstance match)
    {
        int[] ranks = new int[match.SupplementalEntries.Length];
        foreach (SupplementalLink link in match.SupplementalLinks)
        {
            for (int i = link.Start; i < link.End; i++)
                ranks[i] = i - link.Start + 1;
        }

        return ranks;
    }
}
