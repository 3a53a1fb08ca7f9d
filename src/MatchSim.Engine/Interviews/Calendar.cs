using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MatchSim.Engine.Markets;

namespace MatchSim.Engine.Interviews;

/// <summary>
/// Applicants' calendars: the invitations they hold, up to their limits. The offers of the first wave are taken all at once, later
/// ones one by one: they come in no order of applicants, so that an offer looks at two places, the applicant's desk, and the
/// slot it is written to.
/// </summary>
internal sealed partial class Calendar(MarketLayout layout)
{
    private const int InVector = LaneLayout.Width / Slot.Words;      // slots in a vector

    private static readonly Vector512<float> Utilities = Vector512.Create(-1, 0, 0, 0, -1, 0, 0, 0, -1, 0, 0, 0, -1, 0, 0, 0).AsSingle();

    private readonly Desk[] _desks = new Desk[layout.ApplicantCount];   // [applicant]
    private Aligned<Slot> _slots = new(1 << 16);

    /// <summary>An offer to this applicant will follow soon.</summary>
    public void Announce(int applicant) => Ahead.Fetch(ref _desks[applicant]);

    /// <summary>An offer to this applicant, announced before, will follow at once.</summary>
    public void Open(int applicant)
    {
        ref Desk desk = ref _desks[applicant];
        Ahead.Fetch(ref _slots[desk.Start + Math.Min(desk.Held, desk.Limit - 1)]);
    }

    /// <summary>Offers an invitation. Returns −1 if it is held without cancelling another, the program cancelled for it, or
    /// the inviting program itself if it is declined.</summary>
    public int Offer(int applicant, Interview invitation)
    {
        ref Desk desk = ref _desks[applicant];
        desk.Invited++;
        if (invitation.Utility < desk.Least)
            return invitation.Program;
        if (desk.Held == desk.Limit)
            return Replace(ref desk, invitation);
        _slots[desk.Start + desk.Held] = new Slot(invitation);
        if (++desk.Held == desk.Limit)
            Close(ref desk);
        return Market.None;
    }

    /// <summary>Writes the interviews held in the end.</summary>
    public void WriteTo(InterviewGraph interviews)
    {
        int total = 0;
        foreach (ref Desk desk in _desks.AsSpan())
            total += desk.Held;
        interviews.Reserve(total);
        ref uint slots = ref Unsafe.As<Slot, uint>(ref _slots[0]);
        int next = 0;
        for (int a = 0; a < _desks.Length; a++)
        {
            FetchAhead(a);
            ref Desk desk = ref _desks[a];
            interviews.ApplicantOffsets[a] = next;
            interviews.Invited[a] = desk.Invited;
            // Behind the last of an applicant some are written for nothing, and the next applicant's over them.
            for (int held = 0; held < desk.Held; held += LaneLayout.Width)
            {
                Transposed.Four(
                    ref Unsafe.Add(ref slots, (desk.Start + held) * Slot.Words),
                    out Vector512<uint> utilities, out Vector512<uint> programs, out Vector512<uint> scores, out _);
                programs.AsInt32().StoreUnsafe(ref interviews.Program[next + held]);
                utilities.AsSingle().StoreUnsafe(ref interviews.Utility[next + held]);
                scores.AsSingle().StoreUnsafe(ref interviews.Score[next + held]);
            }

            next += desk.Held;
        }

        interviews.ApplicantOffsets[_desks.Length] = next;
    }

    /// <summary>Cancels the least wanted of the invitations held for another one that is not less wanted.</summary>
    private int Replace(ref Desk desk, Interview invitation)
    {
        int worst = LeastWanted(in desk, out float next);
        int cancelled = _slots[worst].Program;
        if (invitation.Utility == desk.Least && cancelled < invitation.Program)
            return invitation.Program;
        _slots[worst] = new Slot(invitation);
        desk.Least = float.MinNative(next, invitation.Utility);
        return cancelled;
    }

    /// <summary>The limit is reached: from now on the least utility counts.</summary>
    private void Close(ref Desk desk)
    {
        int end = desk.Start + desk.Held;
        for (int slot = end; slot % InVector != 0; slot++)
            _slots[slot] = Slot.Empty;
        desk.Least = LeastUtility(in desk);
    }

    private float LeastUtility(in Desk desk)
    {
        ref float slots = ref Unsafe.As<Slot, float>(ref _slots[0]);
        var none = Vector512.Create(float.PositiveInfinity);
        Vector512<float> least = none;
        for (int slot = desk.Start; slot < desk.Start + desk.Held; slot += InVector)
        {
            Vector512<float> four = Vector512.LoadUnsafe(ref slots, (nuint)(slot * InVector));
            least = Vector512.MinNative(least, Vector512.ConditionalSelect(Utilities, four, none));
        }

        return Lanes.Min(least);
    }

    /// <summary>Slot of the least wanted invitation: utility, then the later program.</summary>
    /// <param name="next">The least utility of the others.</param>
    private int LeastWanted(in Desk desk, out float next)
    {
        ref float slots = ref Unsafe.As<Slot, float>(ref _slots[0]);
        var none = Vector512.Create(float.PositiveInfinity);
        var least = Vector512.Create(desk.Least);
        Vector512<float> others = none;
        int worst = Market.None;
        int equal = 0;
        for (int slot = desk.Start; slot < desk.Start + desk.Held; slot += InVector)
        {
            Vector512<float> four = Vector512.ConditionalSelect(Utilities, Vector512.LoadUnsafe(ref slots, (nuint)(slot * InVector)), none);
            Vector512<float> found = Vector512.Equals(four, least);
            others = Vector512.MinNative(others, Vector512.ConditionalSelect(found, none, four));
            ulong lanes = found.ExtractMostSignificantBits();
            equal += BitOperations.PopCount(lanes);
            worst = lanes == 0 ? worst : slot + (BitOperations.TrailingZeroCount(lanes) / InVector);
        }

        next = equal == 1 ? Lanes.Min(others) : desk.Least;
        return equal == 1 ? worst : LastOfLeast(in desk);
    }

    /// <summary>The same where equally wanted programs are the least.</summary>
    private int LastOfLeast(in Desk desk)
    {
        int worst = Market.None;
        for (int slot = desk.Start; slot < desk.Start + desk.Held; slot++)
        {
            if (_slots[slot].Utility == desk.Least && (worst < 0 || _slots[slot].Program > _slots[worst].Program))
                worst = slot;
        }

        return worst;
    }

    /// <summary>An invitation held. An offer writes one place, and four of them fill a vector.</summary>
    [StructLayout(LayoutKind.Sequential, Size = Words * sizeof(float))]
    private readonly struct Slot(Interview invitation)
    {
        /// <summary>Words of a slot; the last one is not used.</summary>
        public const int Words = 4;

        public readonly float Utility = invitation.Utility;
        public readonly int Program = invitation.Program;
        public readonly float Score = invitation.Score;

        /// <summary>No invitation held is more wanted. The program is one that is there.</summary>
        public static Slot Empty => new(new Interview(0, float.PositiveInfinity, 0));
    }

    /// <summary>One applicant's calendar: what every offer looks at, side by side.</summary>
    private struct Desk
    {
        /// <summary>First slot, a multiple of four.</summary>
        public int Start;

        /// <summary>Invitations held.</summary>
        public ushort Held;

        /// <summary>Most invitations held at once.</summary>
        public ushort Limit;

        /// <summary>Invitations received.</summary>
        public int Invited;

        /// <summary>Least utility held, standard deviations of taste; −∞ = there is room left.</summary>
        public float Least;
    }
}
