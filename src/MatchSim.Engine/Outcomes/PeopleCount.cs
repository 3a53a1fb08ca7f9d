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
            CountApplying(season, a);
            if (season.Lists.Length[a] > 0)
                CountActive(season, a);
            if (season.Soap is { } soap)
                CountAfterSoap(season, soap, a);
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

    private void CountApplying(Season season, int a)
    {
        Add(season, a, PeopleTally.Applicants, 1);
        Add(season, a, PeopleTally.Applications, season.Applications.Sent[a]);
        Add(season, a, PeopleTally.Cost, season.Applications.Fees[a]);
        Add(season, a, PeopleTally.Invitations, season.Interviews.Invited[a]);
        int[] offsets = season.Interviews.ApplicantOffsets;
        Add(season, a, PeopleTally.Interviews, offsets[a + 1] - offsets[a]);
    }

    private void CountActive(Season season, int a)
    {
        bool matched = IsMatchedToPgy1(season, a);
        Add(season, a, PeopleTally.Active, 1);
        Add(season, a, PeopleTally.Matched, matched ? 1 : 0);
        if (season.Market.Applicants.Couple[a] < 0)
        {
            Add(season, a, matched ? PeopleTally.MatchedListLength : PeopleTally.UnmatchedListLength, season.Lists.Length[a]);
            Add(season, a, matched ? PeopleTally.MatchedSingles : PeopleTally.UnmatchedSingles, 1);
        }

        int choice = ChoiceObtained(season, a);
        Add(season, a, PeopleTally.FirstChoice, choice == 0 ? 1 : 0);
        Add(season, a, PeopleTally.Top3, choice is >= 0 and < 3 ? 1 : 0);
        CountPosition(season, a, season.Match.ProgramOf[a]);
        if (!season.Match.SupplementalProgramOf.IsEmpty)
            CountPosition(season, a, season.Match.SupplementalProgramOf[a]);
    }

    private void CountAfterSoap(Season season, SoapResult soap, int a)
    {
        int program = soap.ProgramOf[a];
        bool placed = program != MatchInstance.None;
        bool hired = IsMatchedToPgy1(season, a) || (placed && layout.TrackOf(program) != Track.Advanced);
        Add(season, a, PeopleTally.HiredAfterSoap, hired ? 1 : 0);
        Add(season, a, PeopleTally.MatchedAfterSoap, hired && season.Lists.Length[a] > 0 ? 1 : 0);
        Add(season, a, PeopleTally.SoapApplicants, soap.Sent[a] > 0 ? 1 : 0);
        Add(season, a, PeopleTally.SoapApplications, soap.Sent[a]);
        Add(season, a, PeopleTally.SoapPlaced, placed ? 1 : 0);
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

    private void Add(Season season, int a, PeopleTally tally, double value) => Sums.Add(
        (int)season.Market.Applicants.Type[a], season.Market.Applicants.Specialty[a], (int)tally, value);
}
