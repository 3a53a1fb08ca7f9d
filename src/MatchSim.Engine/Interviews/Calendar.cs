using System.Numerics;
using System.Runtime.Intrinsics;
using MatchSim.Engine.Markets;

namespace MatchSim.Engine.Interviews;

/// <summary>Applicants' calendars: the invitations they hold, up to their limits.</summary>
internal sealed class Calendar(MarketLayout layout)
{
    private readonly Desk[] _desks = new Desk[layout.ApplicantCount];   // [applicant]
    private float[] _utility = new float[1 << 16];                      // [slot] +∞ = empty
    private Invitation[] _invitations = new Invitation[1 << 16];        // [slot]

    /// <summary>Empties all calendars and gives each applicant the room of the limit, in full vectors.</summary>
    public void Open(Market market)
    {
        int room = 0;
        for (int a = 0; a < _desks.Length; a++)
        {
            int limit = market.Applicants.InterviewLimit[a];
            _desks[a] = new Desk { Start = room, Limit = limit, Least = float.NegativeInfinity };
            room += (limit + LaneLayout.Width - 1) / LaneLayout.Width * LaneLayout.Width;
        }

        if (_utility.Length < room)
        {
            _utility = new float[room + (room >> 3)];
            _invitations = new Invitation[_utility.Length];
        }

        _utility.AsSpan(0, room).Fill(float.PositiveInfinity);
    }

    /// <summary>An offer to this applicant will follow soon.</summary>
    public void Announce(int applicant) => Ahead.Fetch(ref _desks[applicant]);

    /// <summary>An offer to this applicant, announced before, will follow at once.</summary>
    public void Open(int applicant)
    {
        Desk desk = _desks[applicant];
        Ahead.Fetch(ref _utility[desk.Start]);
        Ahead.Fetch(ref _invitations[desk.Start + Math.Min(desk.Held, desk.Limit - 1)]);
    }

    /// <summary>Offers an invitation. Returns −1 if it is held without cancelling another, the program cancelled for it, or
    /// the inviting program itself if it is declined.</summary>
    public int Offer(int applicant, Interview invitation)
    {
        ref Desk desk = ref _desks[applicant];
        desk.Invited++;
        if (invitation.Utility < desk.Least)
            return invitation.Program;
        if (desk.Held < desk.Limit)
        {
            Put(desk.Start + desk.Held, invitation);
            if (++desk.Held == desk.Limit)
                desk.Least = LeastUtility(desk);
            return Market.None;
        }

        int worst = LeastWanted(desk);
        int cancelled = _invitations[worst].Program;
        if (invitation.Utility == desk.Least && cancelled < invitation.Program)
            return invitation.Program;
        Put(worst, invitation);
        desk.Least = LeastUtility(desk);
        return cancelled;
    }

    /// <summary>Writes the interviews held in the end.</summary>
    public void WriteTo(InterviewGraph interviews)
    {
        int total = 0;
        foreach (Desk desk in _desks)
            total += desk.Held;
        interviews.Reserve(total);
        Array.Clear(interviews.Held);
        int next = 0;
        for (int a = 0; a < _desks.Length; a++)
        {
            Desk desk = _desks[a];
            interviews.ApplicantOffsets[a] = next;
            interviews.Invited[a] = desk.Invited;
            for (int slot = desk.Start; slot < desk.Start + desk.Held; slot++)
            {
                Invitation invitation = _invitations[slot];
                interviews.Slots[next++] = new Interview(invitation.Program, _utility[slot], invitation.Score);
                interviews.Held[invitation.Program]++;
            }
        }

        interviews.ApplicantOffsets[_desks.Length] = next;
    }

    private void Put(int slot, Interview invitation)
    {
        _utility[slot] = invitation.Utility;
        _invitations[slot] = new Invitation(invitation.Program, invitation.Score);
    }

    private float LeastUtility(Desk desk)
    {
        Vector512<float> least = Vector512.LoadUnsafe(ref _utility[desk.Start]);
        for (int slot = desk.Start + LaneLayout.Width; slot < desk.Start + desk.Held; slot += LaneLayout.Width)
            least = Vector512.MinNative(least, Vector512.LoadUnsafe(ref _utility[slot]));
        Vector256<float> half = Vector256.MinNative(least.GetLower(), least.GetUpper());
        Vector128<float> quarter = Vector128.MinNative(half.GetLower(), half.GetUpper());
        return MathF.Min(MathF.Min(quarter[0], quarter[1]), MathF.Min(quarter[2], quarter[3]));
    }

    /// <summary>Slot of the least wanted invitation: utility, then the later program.</summary>
    private int LeastWanted(Desk desk)
    {
        var least = Vector512.Create(desk.Least);
        int worst = -1;
        for (int slot = desk.Start; slot < desk.Start + desk.Held; slot += LaneLayout.Width)
        {
            ulong lanes = Vector512.Equals(Vector512.LoadUnsafe(ref _utility[slot]), least).ExtractMostSignificantBits();
            for (; lanes != 0; lanes &= lanes - 1)
            {
                int at = slot + BitOperations.TrailingZeroCount(lanes);
                if (worst < 0 || _invitations[at].Program > _invitations[worst].Program)
                    worst = at;
            }
        }

        return worst;
    }

    private readonly record struct Invitation(int Program, float Score);

    /// <summary>One applicant's calendar: what every offer looks at, side by side.</summary>
    private struct Desk
    {
        /// <summary>First slot, a multiple of sixteen.</summary>
        public int Start;

        /// <summary>Invitations held.</summary>
        public int Held;

        /// <summary>Most invitations held at once.</summary>
        public int Limit;

        /// <summary>Invitations received.</summary>
        public int Invited;

        /// <summary>Least utility held, standard deviations of taste; −∞ = there is room left.</summary>
        public float Least;
    }
}
