using MatchSim.Engine.Interviews;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Ranking;

/// <summary>
/// Applicants rank the programs they met: the utility before the interview, more weight on desirability, and an
/// impression of their own. Programs of the second specialty follow by their lower utility; preliminary programs beside
/// the specialty go to the supplemental list (and to the end of the primary list where the scenario says so).
/// </summary>
internal sealed class ApplicantRanking(MarketLayout layout)
{
    private readonly RankingOptions _options = layout.Scenario.Ranking;
    private ulong[] _words = new ulong[256];

    /// <summary>Programs of the primary list, best first, as (slot) indices; refilled by <see cref="Rank"/>.</summary>
    public Column<int> Primary { get; } = new();

    /// <summary>Programs of the supplemental list, best first.</summary>
    public Column<int> Supplemental { get; } = new();

    /// <summary>Ranks the interviews of one applicant.</summary>
    public void Rank(
        Streams streams, Market market, InterviewGraph interviews, int applicant)
    {
        Primary.Clear();
        Supplemental.Clear();
        if (market.Applicants.Withdrawn[applicant])
            return;
        int count = Order(streams, market, interviews, applicant);
        bool addsPreliminary = market.Applicants.AddsPreliminary[applicant];
        for (int i = 0; i < count; i++)
        {
            int slot = SortableFloat.Index(_words[i]);
            bool beside = addsPreliminary && layout.TrackOf(interviews.Slots[slot].Program) == Track.Preliminary;
            (beside ? Supplemental : Primary).Add(slot);
        }

        DropWorst(Primary);
        bool lastChoice = addsPreliminary
            && layout.Specialties[market.Applicants.Specialty[applicant]].PreliminaryYear!.LastChoice == Switch.On;
        if (lastChoice || Primary.Count == 0)
        {
            for (int i = 0; i < Supplemental.Count; i++)
                Primary.Add(Supplemental.Items[i]);
        }
    }

    /// <summary>Fills the words, best first; returns how many.</summary>
    private int Order(
        Streams streams, Market market, InterviewGraph interviews, int applicant)
    {
        int start = interviews.ApplicantOffsets[applicant];
        int count = interviews.ApplicantOffsets[applicant + 1] - start;
        if (_words.Length < count)
            _words = new ulong[2 * count];
        PairStream impressions = streams[Purpose.ApplicantImpression].For(layout.ApplicantKeys[applicant]);
        for (int i = 0; i < count; i++)
        {
            Interview interview = interviews.Slots[start + i];
            float utility = interview.Utility
                + ((float)_options.DesirabilityWeight * market.Programs.Desirability[interview.Program])
                + ((float)_options.ApplicantNoise * layout.Draw(impressions, interview.Program));
            _words[i] = SortableFloat.Word(utility, start + i);
        }

        LargestFirst.Sort(_words.AsSpan(0, count));
        return count;
    }

    private void DropWorst(Column<int> list) =>
        list.Shorten(list.Count - (int)(list.Count * _options.ApplicantUnranked));
}
