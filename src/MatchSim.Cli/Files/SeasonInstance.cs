using MatchSim.Engine.Markets;
using MatchSim.Engine.Matching;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Cli.Files;

/// <summary>The rank order lists of a simulated season as an instance that stands on its own.</summary>
internal static class SeasonInstance
{
    /// <summary>With ids that say who is meant: <c>non-us-img-00017</c>, <c>internal-medicine-categorical-003</c>.</summary>
    public static NamedInstance Named(MarketLayout layout, MatchInstance season) => NamedInstance.Of(
        Trim(season),
        NamesOf(layout),
        [.. Enumerable.Range(0, layout.ProgramCount).Select(program => ProgramId(layout, program))],
        [.. Enumerable.Range(1, season.CoupleCount).Select(couple => $"couple-{couple:00000}")]);

    /// <summary>With whole numbers as ids, from 0, as the r/c/p text format wants them.</summary>
    public static NamedInstance Numbered(MarketLayout layout, MatchInstance season) => NamedInstance.Of(
        Trim(season), NumbersOf(layout), Numbers(layout.ProgramCount), Numbers(season.CoupleCount));

    /// <summary>[applicant] id of <see cref="Named"/>; known before any season.</summary>
    public static string[] NamesOf(MarketLayout layout) =>
        [.. Enumerable.Range(0, layout.ApplicantCount).Select(applicant => ApplicantId(layout, applicant))];

    /// <summary>[applicant] id of <see cref="Numbered"/>.</summary>
    public static string[] NumbersOf(MarketLayout layout) => Numbers(layout.ApplicantCount);

    private static string ApplicantId(MarketLayout layout, int applicant)
    {
        int type = Array.FindIndex(layout.TypeStarts, start => start > applicant) - 1;
        return $"{NameCase.Kebab((ApplicantType)type)}-{applicant - layout.TypeStarts[type] + 1:00000}";
    }

    private static string ProgramId(MarketLayout layout, int program)
    {
        ProgramGroup group = layout.Groups[layout.ProgramGroups[program]];
        return $"{layout.SpecialtyIds[group.Specialty]}-{NameCase.Kebab(group.Track)}-{program - group.Start + 1:0000}";
    }

    private static string[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(number => $"{number}")];

    /// <summary>A copy with arrays of just the right length: a season's are reused and may be longer.</summary>
    private static MatchInstance Trim(MatchInstance season)
    {
        bool supplemental = season.SupplementalOffsets.Length > 0 && season.SupplementalOffsets[season.ApplicantCount] > 0;
        (int[] offsets, SupplementalLink[] links) = supplemental ? ListedLinks.Of(season) : ([], []);
        return new MatchInstance
        {
            ApplicantCount = season.ApplicantCount,
            ProgramCount = season.ProgramCount,
            CoupleCount = season.CoupleCount,
            Quotas = season.Quotas[..season.ProgramCount],
            ListOffsets = season.ListOffsets[..(season.ApplicantCount + 1)],
            Entries = season.Entries[..season.ListOffsets[season.ApplicantCount]],
            CoupleA = season.CoupleA[..season.CoupleCount],
            CoupleB = season.CoupleB[..season.CoupleCount],
            PairOffsets = season.PairOffsets[..(season.CoupleCount + 1)],
            Pairs = season.Pairs[..season.PairOffsets[season.CoupleCount]],
            SupplementalOffsets = offsets,
            SupplementalLinks = links,
            SupplementalEntries = supplemental ? season.SupplementalEntries : [],
            Reversions = season.Reversions,
            Parities = season.Parities,
        };
    }
}
