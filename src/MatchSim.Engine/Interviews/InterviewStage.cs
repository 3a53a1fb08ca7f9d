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
    private const int Far = 16;
    private const int Near = 8;

    private readonly CandidateLists _candidates = new(layout);
    private readonly Calendar _calendar = new(layout);
    private readonly double _overInviting = layout.Scenario.Interviews.OverInviting;
    private readonly int[] _wave = new int[layout.ProgramCount];      // [program] invitations of the first wave
    private readonly int[] _free = new int[layout.ProgramCount];      // [program] interview places still to give; < 0 = overbooked
    private readonly int[] _queue = new int[layout.ProgramCount];     // circular queue of programs that may invite
    private readonly bool[] _queued = new bool[layout.ProgramCount];

    /// <summary>Overwrites <paramref name="interviews"/>.</summary>
    internal void Invite(
        Market market, ProgramAppeal appeal, ApplicationGraph applications, InterviewGraph interviews)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(applications);
        ArgumentNullException.ThrowIfNull(interviews);
        for (int p = 0; p < _wave.Length; p++)
            _wave[p] = (int)Math.Floor((market.Programs.InterviewPlaces[p] * (1 + _overInviting)) + 0.5);
        _candidates.Open(applications.Candidates, _wave);
        _calendar.Open(market);
        Array.Clear(interviews.Invitations);
        Array.Fill(interviews.MarginalScore, float.PositiveInfinity);
        SendInvitations(market, appeal, interviews);
        _calendar.WriteTo(interviews);
    }

    private void SendInvitations(Market market, ProgramAppeal appeal, InterviewGraph interviews)
    {
        int programs = market.Programs.Count;
        int head = 0;
        int waiting = programs;
        for (int p = 0; p < programs; p++)
        {
            _free[p] = market.Programs.InterviewPlaces[p];
            _queue[p] = p;
            _queued[p] = true;
        }

        while (waiting > 0)
        {
            int program = _queue[head];
            head = head + 1 == programs ? 0 : head + 1;
            waiting--;
            _queued[program] = false;
            InviteFrom(program, appeal, interviews, head, ref waiting);
        }
    }

    private void InviteFrom(
        int program, ProgramAppeal appeal, InterviewGraph interviews, int head, ref int waiting)
    {
        while (_free[program] > 0)
        {
            bool first = interviews.Invitations[program] == 0;
            ReadOnlySpan<ulong> next = _candidates.Take(program, first ? _wave[program] : _free[program]);
            if (next.IsEmpty)
            {
                interviews.MarginalScore[program] = float.NegativeInfinity;
                return;
            }

            for (int i = 0; i < next.Length; i++)
            {
                FetchAhead(next, i, appeal);
                int cancelled = Offer(next[i], program, appeal, interviews);
                if (cancelled == program)
                    continue;
                _free[program]--;
                if (cancelled >= 0)
                    Free(cancelled, head, ref waiting);
            }

            interviews.Invitations[program] += next.Length;
        }
    }

    /// <summary>Offers an interview to the candidate of a word; returns what <see cref="Calendar.Offer"/> does.</summary>
    private int Offer(ulong word, int program, ProgramAppeal appeal, InterviewGraph interviews)
    {
        int applicant = SortableFloat.Index(word);
        float score = SortableFloat.ToSingle((uint)(word >> 32));
        interviews.MarginalScore[program] = Math.Min(interviews.MarginalScore[program], score);
        return _calendar.Offer(applicant, new Interview(program, appeal.UtilityOf(applicant, program), score));
    }

    private void FetchAhead(ReadOnlySpan<ulong> words, int i, ProgramAppeal appeal)
    {
        if (i + Far < words.Length)
        {
            _calendar.Announce(SortableFloat.Index(words[i + Far]));
            appeal.Announce(SortableFloat.Index(words[i + Far]));
        }

        if (i + Near < words.Length)
            _calendar.Open(SortableFloat.Index(words[i + Near]));
    }

    private void Free(int program, int head, ref int waiting)
    {
        _free[program]++;
        if (_queued[program])
            return;
        _queued[program] = true;
        int tail = head + waiting;
        _queue[tail >= _queue.Length ? tail - _queue.Length : tail] = program;
        waiting++;
    }
}
