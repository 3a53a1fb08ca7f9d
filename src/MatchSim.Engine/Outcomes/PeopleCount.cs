using MatchSim.Engine.Markets;
using MatchSim.Engine.Matching;
using MatchSim.Engine.Soap;

namespace MatchSim.Engine.Outcomes;

/// <summary>Counts applicants by type and preferred specialty.</summary>
internal sealed class PeopleCount(MarketLayout layout)
{
    public Tallies<PeopleTally> Sums { get; } = new(MarketLayout.TypeCount, layout.Specialties.Length);

    public void Count(Season season)
    {
        Sums.Clear();
        for (int a = 0; a < layout.ApplicantCount; a++)
        {
            Span<double> sums = Sums.CellOf((int)season.Market.Applicants.Type[a], season.Market.Applicants.Specialty[a]);
            CountApplying(season, a, sums);
            if (season.Lists.Length[a] > 0)
                CountActive(season, a, sums);
            if (season.Soap is { } soap)
                CountAfterSoap(season, soap, a, sums);
        }

        Sums.AddUp();
    }

    /// <summary>Whether an applicant has a PGY-1 position: categorical, preliminary or supplemental.</summary>
    public static bool IsMatchedToPgy1(Season season, int applicant) =>
        IsMatchedToPgy1(season.Market.Layout, season.Match, applicant);

    /// <inheritdoc cref="IsMatchedToPgy1(Season, int)"/>
    /// <param name="layout">Of the programs matched to.</param>
    public static bool IsMatchedToPgy1(MarketLayout layout, MatchResult match, int applicant)
    {
        int program = match.ProgramOf[applicant];
        if (program == MatchInstance.None)
            return false;
        return layout.TrackOf(program) != Track.Advanced
            || (!match.SupplementalProgramOf.IsEmpty && match.SupplementalProgramOf[applicant] != MatchInstance.None);
    }

    private static void CountApplying(Season season, int a, Span<double> sums)
    {
        sums[(int)PeopleTally.Applicants] += 1;
        sums[(int)PeopleTally.Applications] += season.Applications.Sent[a];
        sums[(int)PeopleTally.Cost] += season.Applications.Fees[a];
        sums[(int)PeopleTally.Invitations] += season.Interviews.Invited[a];
        int[] offsets = season.Interviews.ApplicantOffsets;
        sums[(int)PeopleTally.Interviews] += offsets[a + 1] - offsets[a];
    }

    private void CountActive(Season season, int a, Span<double> sums)
    {
        bool matched = IsMatchedToPgy1(season, a);
        sums[(int)PeopleTally.Active] += 1;
        sums[(int)PeopleTally.Matched] += matched ? 1 : 0;
        if (season.Market.Applicants.Couple[a] < 0)
        {
            sums[(int)(matched ? PeopleTally.MatchedListLength : PeopleTally.UnmatchedListLength)] += season.Lists.Length[a];
            sums[(int)(matched ? PeopleTally.MatchedSingles : PeopleTally.UnmatchedSingles)] += 1;
        }

        int choice = ChoiceObtained(season, a);
        sums[(int)PeopleTally.FirstChoice] += choice == 0 ? 1 : 0;
        sums[(int)PeopleTally.Top3] += choice is >= 0 and < 3 ? 1 : 0;
        CountPosition(season, a, season.Match.ProgramOf[a]);
        if (!season.Match.SupplementalProgramOf.IsEmpty)
            CountPosition(season, a, season.Match.SupplementalProgramOf[a]);
    }

    private void CountAfterSoap(Season season, SoapResult soap, int a, Span<double> sums)
    {
        int program = soap.ProgramOf[a];
        bool placed = program != MatchInstance.None;
        bool hired = IsMatchedToPgy1(season, a) || (placed && layout.TrackOf(program) != Track.Advanced);
        sums[(int)PeopleTally.HiredAfterSoap] += hired ? 1 : 0;
        sums[(int)PeopleTally.MatchedAfterSoap] += hired && season.Lists.Length[a] > 0 ? 1 : 0;
        sums[(int)PeopleTally.SoapApplicants] += soap.Sent[a] > 0 ? 1 : 0;
        sums[(int)PeopleTally.SoapApplications] += soap.Sent[a];
        sums[(int)PeopleTally.SoapPlaced] += placed ? 1 : 0;
    }

    private void CountPosition(Season season, int a, int program)
    {
        if (program != MatchInstance.None)
            Sums.Add((int)season.Market.Applicants.Type[a], layout.SpecialtyOf(program), (int)PeopleTally.PositionsFilled, 1);
    }

    /// <summary>0-based place of the match on the applicant's own list, couples' members included; −1 = unmatched.</summary>
    private static int ChoiceObtained(Season season, int a)
    {
        int program = season.Match.ProgramOf[a];
        if (program == MatchInstance.None)
            return -1;
        ReadOnlySpan<ListEntry> list = season.Lists.ListOf(a);
        int i = 0;
        while (list[i].Program != program)
            i++;
        return i;
    }
}
