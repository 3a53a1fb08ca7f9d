using MatchSim.Engine.Markets;
using MatchSim.Engine.Matching;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Soap;

/// <summary>
/// Eligible applicants choose the open programs they like best, at most as many as the rules allow; programs read what
/// passes their screens.
/// </summary>
internal sealed class SoapApplying(MarketLayout layout, SoapOptions options)
{
    private readonly SoapBoard[] _boards =
        [.. Enum.GetValues<VisaNeed>().Select(need => new SoapBoard(layout, need))];     // [visa need]

    private readonly SoapChoice _choice = new(layout, options);
    private readonly float _failedAttemptPenalty = (float)layout.Scenario.Interviews.FailedAttemptPenalty;
    private readonly float _tasteWeight = (float)layout.Scenario.Interviews.TasteWeight;

    /// <summary>Writes <see cref="SoapResult.Sent"/> and <see cref="SoapResult.Applications"/>, and hands the applications
    /// in.</summary>
    public void Apply(
        Streams streams, Market market, MatchResult match, OpenPrograms open, SoapCandidates candidates, SoapResult result)
    {
        foreach (SoapBoard board in _boards)
            board.Fill(market, open);
        AgentStream takesPart = streams[Purpose.SoapApplicant];
        AgentStream tastes = streams[Purpose.SoapTaste];
        for (int a = 0; a < layout.ApplicantCount; a++)
        {
            ulong key = layout.ApplicantKeys[a];
            SoapBoard board = _boards[(int)market.Applicants.Visa[a]];
            if (!IsEligible(market, match, a) || board.Count == 0 || !takesPart.Chance(key, options.ApplicantsShare))
                continue;
            _choice.Choose(board, tastes.For(key), market.Applicants, a);
            result.Sent[a] = _choice.Count;
            File(market.Applicants, a, board, open, candidates, result.Applications);
        }
    }

    /// <summary>Unmatched, and not withdrawn: withdrawal stands for a missing ECFMG certificate too.</summary>
    private static bool IsEligible(Market market, MatchResult match, int applicant) =>
        match.ProgramOf[applicant] == MatchInstance.None && !market.Applicants.Withdrawn[applicant];

    private void File(
        ApplicantColumns applicants, int a, SoapBoard board, OpenPrograms open, SoapCandidates candidates,
        SoapApplications applications)
    {
        applications.Begin(a, _choice.Count);
        ulong key = layout.ApplicantKeys[a];
        float quality = applicants.Quality[a];
        float step2 = applicants.Step2[a];
        bool failed = applicants.FailedAttempt[a];
        ReadOnlySpan<float> standings = board.Standing(applicants.Type[a], applicants.Region[a]);
        for (int i = 0; i < _choice.Count; i++)
        {
            int entry = _choice.Entry(i);
            float standing = standings[entry] + quality + (_tasteWeight * _choice.Taste(i));
            if (failed)
                standing -= AfterFailure(board.FailedAttempt[entry]);
            if (standing == SoapBoard.Closed || step2 < board.Cutoff[entry])
                continue;
            int slot = board.Slot[entry];
            int application = applications.Add(slot, _choice.Utility(i), standing);
            candidates.HandIn(slot, standing, application, key, open.Program[slot]);
        }
    }

    private float AfterFailure(Openness treatment) => treatment switch
    {
        Openness.Often => 0,
        Openness.Seldom => _failedAttemptPenalty,
        _ => float.PositiveInfinity,
    };
}
