using MatchSim.Engine.Markets;

namespace MatchSim.Engine.Interviews;

/// <summary>Applicants' calendars: the invitations they hold, up to their limits.</summary>
internal sealed class Calendar(MarketLayout layout)
{
    private readonly int[] _starts = new int[layout.ApplicantCount + 1];
    private readonly int[] _held = new int[layout.ApplicantCount];     // [applicant] invitations held
    private readonly int[] _programSlots = new int[layout.ProgramCount];
    private int[] _slots = new int[1 << 16];                           // [start of applicant + i] application

    /// <summary>Empties all calendars and gives each applicant the room of the limit.</summary>
    public void Open(Market market)
    {
        int room = 0;
        for (int a = 0; a < market.Applicants.Count; a++)
        {
            _starts[a] = room;
            room += market.Applicants.InterviewLimit[a];
        }

        _starts[market.Applicants.Count] = room;
        if (_slots.Length < room)
            _slots = new int[2 * room];
        Array.Clear(_held);
    }

    /// <summary>Offers an invitation. Returns −1 if it is held without cancelling another, the application cancelled
    /// for it, or <paramref name="application"/> itself if it is declined.</summary>
    public int Offer(int applicant, int application, float[] utility)
    {
        Span<int> room = _slots.AsSpan(_starts[applicant], _starts[applicant + 1] - _starts[applicant]);
        if (_held[applicant] < room.Length)
        {
            room[_held[applicant]++] = application;
            return -1;
        }

        int worst = 0;
        for (int i = 1; i < room.Length; i++)
        {
            if (Prefers(room[worst], room[i], utility))
                worst = i;
        }

        if (Prefers(room[worst], application, utility))
            return application;
        int cancelled = room[worst];
        room[worst] = application;
        return cancelled;
    }

    /// <summary>Writes the interviews held in the end, by applicant and by program.</summary>
    public void WriteTo(ApplicationGraph applications, InterviewGraph interviews)
    {
        int total = 0;
        foreach (int held in _held)
            total += held;
        interviews.Reserve(total);

        Array.Clear(interviews.ProgramOffsets);
        int next = 0;
        for (int a = 0; a < _held.Length; a++)
        {
            interviews.ApplicantOffsets[a] = next;
            Span<int> held = _slots.AsSpan(_starts[a], _held[a]);
            held.Sort();
            foreach (int application in held)
            {
                interviews.ByApplicant[next] = application;
                interviews.Applicant[next++] = a;
                interviews.ProgramOffsets[applications.Program[application] + 1]++;
            }
        }

        interviews.ApplicantOffsets[_held.Length] = next;
        WriteByProgram(applications, interviews, next);
    }

    private void WriteByProgram(ApplicationGraph applications, InterviewGraph interviews, int count)
    {
        for (int p = 0; p < _programSlots.Length; p++)
        {
            _programSlots[p] = interviews.ProgramOffsets[p];
            interviews.ProgramOffsets[p + 1] += interviews.ProgramOffsets[p];
        }

        for (int slot = 0; slot < count; slot++)
            interviews.ByProgram[_programSlots[applications.Program[interviews.ByApplicant[slot]]]++] = slot;
    }

    /// <summary>Strict preference between two invitations: utility, then the earlier application.</summary>
    private static bool Prefers(int one, int other, float[] utility) =>
        utility[one] > utility[other] || (utility[one] == utility[other] && one < other);
}
