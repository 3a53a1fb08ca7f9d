using MatchSim.Engine.Markets;

namespace MatchSim.Engine.Soap;

/// <summary>
/// The rounds. In each, every program offers its open positions to the best candidates it has not offered to and who are
/// still free, one each; then everybody with an offer accepts the most wanted one, for good, and rejects the others.
/// All offers of a round are made before any is answered, so the order of programs cannot matter.
/// </summary>
internal sealed class OfferRounds(MarketLayout layout, int rounds)
{
    private readonly int[] _best = new int[layout.ApplicantCount];        // [person] most wanted offer of the round, an application; −1 = none
    private readonly int[] _offered = new int[layout.ApplicantCount];     // people with an offer in this round
    private int _offeredCount;

    /// <summary>Writes who accepts what into <paramref name="result"/>.</summary>
    public void Hold(OpenPrograms open, SoapCandidates candidates, SoapResult result)
    {
        _best.AsSpan(0, result.Applications.PersonCount).Fill(-1);
        for (int round = 0; round < rounds; round++)
        {
            _offeredCount = 0;
            for (int slot = 0; slot < open.Count; slot++)
                Offer(slot, open, candidates, result);
            if (_offeredCount == 0)
                return;
            for (int i = 0; i < _offeredCount; i++)
                Accept(_offered[i], open, result);
            result.FilledInRound[round] = _offeredCount;
        }
    }

    private void Offer(int slot, OpenPrograms open, SoapCandidates candidates, SoapResult result)
    {
        SoapApplications applications = result.Applications;
        int positions = open.Left[slot];
        while (positions > 0)
        {
            int application = candidates.Take(slot, open, applications);
            if (application < 0)
                return;
            int person = applications.PersonOf(application);
            if (result.ProgramOf[applications.Applicant[person]] != Market.None)
                continue;
            positions--;
            int held = _best[person];
            if (held < 0)
                _offered[_offeredCount++] = person;
            if (held < 0 || IsBetter(applications, application, held))
                _best[person] = application;
        }
    }

    /// <summary>Equal utilities go to the lower program, whatever the order of offers.</summary>
    private static bool IsBetter(SoapApplications applications, int one, int other) =>
        applications.Utility[one] > applications.Utility[other]
        || (applications.Utility[one] == applications.Utility[other] && one < other);

    private void Accept(int person, OpenPrograms open, SoapResult result)
    {
        SoapApplications applications = result.Applications;
        int slot = applications.Slot[_best[person]];
        int program = open.Program[slot];
        result.ProgramOf[applications.Applicant[person]] = program;
        result.Filled[program]++;
        open.Left[slot]--;
        _best[person] = -1;
    }
}
