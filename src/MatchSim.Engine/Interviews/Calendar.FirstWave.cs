using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MatchSim.Engine.Markets;

namespace MatchSim.Engine.Interviews;

/// <content>
/// The first wave: two thirds of all offers, known before anybody answers. So they are sorted by applicant, and then each looks at
/// them once and keeps the best; nobody holds an offer only to cancel it for the next.
/// </content>
internal sealed partial class Calendar
{
    private const int Soon = 12;            // offers ahead whose slot is fetched
    private const int NextPeople = 8;       // applicants ahead whose slots are fetched

    private readonly int[] _next = new int[layout.Specialties.Length + 1];      // [specialty + 1] first slot not given yet
    private readonly int[] _place = new int[layout.ApplicantCount];             // [applicant] offers, then where the next one goes
    private float[] _wanted = new float[256];       // utilities of one applicant's offers

    /// <summary>Empties all calendars and fills them with the best offers of the first wave.</summary>
    /// <param name="free">[program] places: one more for every offer declined.</param>
    public void Open(Market market, InvitationWave wave, int[] free)
    {
        Array.Clear(_place);
        ref int place = ref MemoryMarshal.GetArrayDataReference(_place);
        foreach (int applicant in wave.Candidates.Applicant.AsSpan(0, wave.Count))
            Unsafe.Add(ref place, applicant)++;
        LayOut(market.Applicants);
        for (int sender = 0; sender < wave.Senders; sender++)
            Write(wave.Candidates, wave.Sender(sender), wave.Count - 1);
        for (int a = 0; a < _desks.Length; a++)
        {
            FetchAhead(a);
            Settle(ref _desks[a], free);
        }
    }

    /// <summary>Gives everybody room for the offers and for the limit, in full vectors. People of one specialty stand together, since
    /// programs invite specialty by specialty.</summary>
    private void LayOut(ApplicantColumns applicants)
    {
        Array.Clear(_next);
        for (int a = 0; a < _desks.Length; a++)
            _next[applicants.Specialty[a] + 1] += RoomOf(applicants.InterviewLimit[a], _place[a]);
        for (int s = 1; s < _next.Length; s++)
            _next[s] += _next[s - 1];
        int room = _next[^1] + LaneLayout.Width;
        for (int a = 0; a < _desks.Length; a++)
        {
            int limit = applicants.InterviewLimit[a];
            int offers = _place[a];
            ref int next = ref _next[applicants.Specialty[a]];
            _place[a] = next;
            _desks[a] = new Desk
            {
                Start = next,
                Limit = (ushort)Math.Min(limit, ushort.MaxValue),
                Invited = offers,
                Least = float.NegativeInfinity,
            };
            next += RoomOf(limit, offers);
        }

        if (_slots.Length < room)
            _slots = new Aligned<Slot>(room + (room >> 3));
    }

    private static int RoomOf(int limit, int offers) => (Math.Max(limit, offers) + InVector - 1) / InVector * InVector;

    /// <summary>Writes what one program offers to those it invites.</summary>
    private void Write(CandidateStore candidates, (int Program, int Start, int End) sender, int last)
    {
        ReadOnlySpan<int> applicants = candidates.Applicant.AsSpan(0, last + 1);
        ReadOnlySpan<float> utilities = candidates.Utility.AsSpan(0, sender.End);
        ReadOnlySpan<float> scores = candidates.Score.AsSpan(0, sender.End);
        ref int place = ref MemoryMarshal.GetArrayDataReference(_place);
        ref Slot slots = ref _slots[0];
        for (int i = sender.Start; i < utilities.Length; i++)
        {
            Ahead.Fetch(ref Unsafe.Add(ref slots, Unsafe.Add(ref place, applicants[Math.Min(i + Soon, last)])));
            ref int next = ref Unsafe.Add(ref place, applicants[i]);
            Unsafe.Add(ref slots, next++) = new Slot(new Interview(sender.Program, utilities[i], scores[i]));
        }
    }

    /// <summary>Keeps as many of an applicant's offers as the limit allows.</summary>
    private void Settle(ref Desk desk, int[] free)
    {
        if (desk.Invited > desk.Limit)
            KeepBest(desk.Start, desk.Invited, desk.Limit, free);
        desk.Held = (ushort)Math.Min(desk.Invited, desk.Limit);
        if (desk.Held == desk.Limit)
            Close(ref desk);
    }

    private void KeepBest(int start, int offers, int limit, int[] free)
    {
        float least = LeastOf(start, offers, limit);
        if (float.IsNaN(least))
        {
            KeepFirst(start, offers, limit, free);
            return;
        }

        int kept = start;
        for (int slot = start; slot < start + offers; slot++)
        {
            Slot offer = _slots[slot];
            bool keeps = offer.Utility >= least;
            _slots[kept] = offer;
            kept += keeps ? 1 : 0;
            free[offer.Program] += keeps ? 0 : 1;
        }
    }

    /// <summary>The utility that exactly as many offers reach as the limit allows; not a number = equal ones forbid it.</summary>
    private float LeastOf(int start, int offers, int limit)
    {
        int room = offers + (2 * LaneLayout.Width);
        if (_wanted.Length < room)
            _wanted = new float[2 * room];
        for (int i = 0; i < offers; i++)
            _wanted[i] = _slots[start + i].Utility;
        return Reach.By(limit, _wanted, offers);
    }

    /// <summary>Of equally wanted programs the later ones are declined.</summary>
    private void KeepFirst(int start, int offers, int limit, int[] free)
    {
        _slots.AsSpan(start, offers).Sort((one, other) =>
            one.Utility == other.Utility ? one.Program.CompareTo(other.Program) : other.Utility.CompareTo(one.Utility));
        foreach (ref Slot declined in _slots.AsSpan(start + limit, offers - limit))
            free[declined.Program]++;
    }

    private void FetchAhead(int applicant)
    {
        if (applicant + NextPeople >= _desks.Length)
            return;
        ref Desk desk = ref _desks[applicant + NextPeople];
        int held = Math.Min(desk.Invited, desk.Limit);
        for (int slot = desk.Start; slot < desk.Start + held; slot += InVector)
            Ahead.Fetch(ref _slots[slot]);
    }
}
