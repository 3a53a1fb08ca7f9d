using MatchSim.Engine.Markets;

namespace MatchSim.Engine.Interviews;

/// <summary>
/// ApplicationGraph → InterviewGraph. Programs invite the best of those who passed the screens, up to their interview
/// places; an applicant at the interview limit cancels the least wanted when a better invitation comes; freed places
/// go down the list, wave by wave, until nothing moves. That is a deferred acceptance with programs proposing, so the
/// order of waves cannot matter. With over-inviting the first wave is larger than the places; a program goes on only when
/// fewer than its places are held, so the invitations are still the smallest sets that satisfy everybody, and unique.
/// </summary>
public sealed class InterviewStage(MarketLayout layout)
{
    // How many offers ahead an applicant's calendar is fetched: first where it is, then what is in it.
    private const int Far = 24;
    private const int Near = 12;
    private const int Soon = 3;      // programs ahead whose reserve is fetched

    private readonly Calendar _calendar = new(layout);
    private readonly InvitationWave _later = new(layout.ProgramCount);
    private readonly int[] _free = new int[layout.ProgramCount];      // [program] interview places still to give; < 0 = overbooked
    private readonly int[] _going = new int[layout.ProgramCount];     // programs that go on in the next wave

    /// <summary>Overwrites <paramref name="interviews"/>.</summary>
    internal void Invite(Market market, ApplicationGraph applications, InterviewGraph interviews)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(applications);
        ArgumentNullException.ThrowIfNull(interviews);
        Array.Clear(interviews.Invitations);
        Array.Fill(interviews.MarginalScore, float.PositiveInfinity);
        market.Programs.InterviewPlaces.CopyTo(_free.AsSpan());
        SendFirst(market, applications.Candidates.FirstWave, interviews);
        while (GatherNext(applications, interviews))
            Send(_later, interviews);
        for (int p = 0; p < _free.Length; p++)
            interviews.Held[p] = market.Programs.InterviewPlaces[p] - _free[p];
        _calendar.WriteTo(interviews);
    }

    /// <summary>The first wave: all offers at once.</summary>
    private void SendFirst(Market market, InvitationWave wave, InterviewGraph interviews)
    {
        for (int sender = 0; sender < wave.Senders; sender++)
        {
            (int program, int start, int end) = wave.Sender(sender);
            _free[program] -= end - start;
            interviews.Invitations[program] = end - start;
            interviews.MarginalScore[program] = wave.Candidates.LeastScore(start, end);
        }

        _calendar.Open(market, wave, _free);
    }

    /// <summary>Every program with free places invites as many of its next candidates.</summary>
    private bool GatherNext(ApplicationGraph applications, InterviewGraph interviews)
    {
        int going = 0;
        int places = 0;
        for (int p = 0; p < _free.Length; p++)
        {
            if (_free[p] <= 0 || interviews.MarginalScore[p] == float.NegativeInfinity)
                continue;
            _going[going++] = p;
            places += _free[p];
        }

        _later.Clear();
        _later.Candidates.Reserve(places);
        for (int i = 0; i < going; i++)
        {
            if (i + Soon < going)
                applications.Candidates.Announce(_going[i + Soon]);
            int program = _going[i];
            int taken = applications.Candidates.Take(program, _free[program], applications, _later.Candidates, _later.Count);
            if (taken > 0)
                _later.Add(program, taken);
            if (taken < _free[program])
                interviews.MarginalScore[program] = float.NegativeInfinity;
        }

        return _later.Count > 0;
    }

    private void Send(InvitationWave wave, InterviewGraph interviews)
    {
        CandidateStore candidates = wave.Candidates;
        ReadOnlySpan<int> applicants = candidates.Applicant.AsSpan(0, wave.Count);
        for (int sender = 0; sender < wave.Senders; sender++)
        {
            (int program, int start, int end) = wave.Sender(sender);
            float least = interviews.MarginalScore[program];
            for (int i = start; i < end; i++)
            {
                FetchAhead(applicants, i);
                float score = candidates.Score[i];
                least = float.MinNative(least, score);
                int cancelled = _calendar.Offer(applicants[i], new Interview(program, candidates.Utility[i], score));
                if (cancelled == program)
                    continue;
                _free[program]--;
                if (cancelled >= 0)
                    _free[cancelled]++;
            }

            interviews.Invitations[program] += end - start;
            interviews.MarginalScore[program] = least;
        }
    }

    private void FetchAhead(ReadOnlySpan<int> applicants, int i)
    {
        if (i + Far < applicants.Length)
            _calendar.Announce(applicants[i + Far]);
        if (i + Near < applicants.Length)
            _calendar.Open(applicants[i + Near]);
    }
}
