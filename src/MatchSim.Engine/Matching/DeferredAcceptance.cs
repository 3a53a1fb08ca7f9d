using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace MatchSim.Engine.Matching;

/// <summary>
/// Deferred acceptance for singles (Gale and Shapley 1962). Couples, supplemental lists, reversions and parity are the
/// business of <see cref="RothPeranson"/>; here members of couples stay unmatched.
/// </summary>
public static partial class DeferredAcceptance
{
    /// <summary>How far ahead of the proposer lists are fetched into the cache.</summary>
    private const int Ahead = 4;

    /// <summary>The stable matching best for every applicant at once.</summary>
    public static MatchResult ApplicantProposing(
        MatchInstance instance, MatchWorkspace workspace, IMatchObserver? observer = null)
    {
        MatchResult result = workspace.Begin(instance);
        workspace.Clear(instance);
        Admit(instance, workspace, observer);
        return result;
    }

    /// <summary>Admits all singles to an empty market.</summary>
    internal static void Admit(MatchInstance instance, MatchWorkspace workspace, IMatchObserver? observer)
    {
        workspace.Result.Proposals += observer is null
            ? Rounds(instance, workspace, default(Unobserved))
            : Rounds(instance, workspace, new Observed(observer, instance.ListOffsets));
    }

    /// <summary>
    /// Rounds: everybody without a place proposes down his list until a program holds him; those displaced meanwhile
    /// make the next round. The result does not depend on the order (McVitie and Wilson 1971); rounds keep many lists
    /// in flight where a chain would wait for one. Returns the number of proposals.
    /// </summary>
    /// <remarks>In a round the queue is overwritten from its front: a hold displaces at most one applicant, so the
    /// writer never overtakes the reader.</remarks>
    private static unsafe long Rounds<TEvents>(MatchInstance instance, MatchWorkspace workspace, TEvents events)
        where TEvents : struct, IEvents
    {
        TentativeMatches tentative = workspace.Tentative;
        long proposals = 0;
        int count = Line(instance, workspace);
        fixed (int* pending = workspace.Pending)
        fixed (ListCursor* cursors = workspace.Cursors)
        fixed (ListEntry* entries = instance.Entries)
        fixed (ulong* cutoffs = tentative.Cutoffs, keys = tentative.Keys)
        fixed (ProgramPlaces* places = tentative.Places)
            while (count > 0)
            {
                int displacedCount = 0;
                for (int i = 0; i < count; i++)
                {
                    if (Sse.IsSupported && i + (3 * Ahead) < count)
                        LookAhead(pending + i, cursors, entries, cutoffs, places, keys, ref proposals, events);
                    int a = pending[i];
                    ListCursor* cursor = cursors + a;
                    int e = Descend(entries, cursor->Next, cursor->End, a, cutoffs, ref proposals, events);
                    cursor->Next = e + 1;
                    if (e == cursor->End)
                        continue;
                    ListEntry entry = entries[e];
                    proposals++;
                    events.Proposed(a, entry, e);
                    ulong displaced = tentative.Hold(entry.Program, ApplicantKey.Primary(entry.Score, a));
                    events.Settled(a, entry.Program, displaced);
                    if (displaced != ApplicantKey.None)
                        pending[displacedCount++] = ApplicantKey.Applicant(displaced);
                }

                count = displacedCount;
            }

        Conclude(instance, workspace);
        return proposals;
    }

    /// <summary>Everybody with a list waits, in id order, at the top of it; returns how many.</summary>
    private static int Line(MatchInstance instance, MatchWorkspace workspace)
    {
        int count = 0;
        for (int a = 0; a < instance.ApplicantCount; a++)
        {
            workspace.Cursors[a] = new ListCursor { Next = instance.ListOffsets[a], End = instance.ListOffsets[a + 1] };
            workspace.Pending[count] = a;
            count += workspace.Cursors[a].Next < workspace.Cursors[a].End ? 1 : 0;
        }

        return count;
    }

    /// <summary>Asks for the memory that the next proposers will need: the list, what its next entry names, and last the
    /// held set of the program that will take him if nobody comes between. To know that program the proposer soonest to
    /// come goes past those that refuse him now: cutoffs only rise, so a refusal is final whenever it is met.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void LookAhead<TEvents>(
        int* pending,
        ListCursor* cursors,
        ListEntry* entries,
        ulong* cutoffs,
        ProgramPlaces* places,
        ulong* keys,
        ref long proposals,
        TEvents events)
        where TEvents : struct, IEvents
    {
        Sse.Prefetch0(cursors + pending[3 * Ahead]);
        ListCursor later = cursors[pending[2 * Ahead]];
        Sse.Prefetch0(entries + later.Next);
        Sse.Prefetch0(entries + later.End - 1);
        ListCursor soon = cursors[pending[Ahead]];
        int program = entries[Math.Min(soon.Next, soon.End - 1)].Program;
        Sse.Prefetch0(cutoffs + program);
        Sse.Prefetch0(places + program);
        int a = pending[Ahead / 2];
        ListCursor* next = cursors + a;
        if (!events.InOrder)
            next->Next = Descend(entries, next->Next, next->End, a, cutoffs, ref proposals, events);
        program = entries[Math.Min(next->Next, next->End - 1)].Program;
        Sse.Prefetch0(keys + places[program].Start);
    }

    /// <summary>The first entry from <paramref name="e"/> on whose program would take the applicant, past those that refuse
    /// him; <paramref name="end"/> if none would.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe int Descend<TEvents>(
        ListEntry* entries, int e, int end, int applicant, ulong* cutoffs, ref long proposals, TEvents events)
        where TEvents : struct, IEvents
    {
        ulong low = (uint)ApplicantKey.Primary(0, applicant);
        for (; e < end; e++)
        {
            ListEntry entry = entries[e];
            if ((((ulong)entry.Score << 32) | low) > cutoffs[entry.Program])
                break;
            proposals += entry.Score != MatchInstance.Unranked ? 1 : 0;
            events.Proposed(applicant, entry, e);
            events.Rejected(applicant, entry);
        }

        return e;
    }

    /// <summary>From cursors to programs and ranks.</summary>
    private static void Conclude(MatchInstance instance, MatchWorkspace workspace)
    {
        for (int a = 0; a < instance.ApplicantCount; a++)
        {
            ListCursor cursor = workspace.Cursors[a];
            int held = cursor.Next - 1;
            bool matched = held < cursor.End && held >= instance.ListOffsets[a];
            workspace.ProgramOf[a] = matched ? instance.Entries[held].Program : MatchInstance.None;
            workspace.RankOf[a] = matched ? held - instance.ListOffsets[a] : -1;
        }
    }

    /// <summary>What the rounds tell; a struct, so that silence compiles to nothing.</summary>
    private interface IEvents
    {
        /// <summary>One proposer's events come before the next one's.</summary>
        bool InOrder { get; }

        void Proposed(int applicant, ListEntry entry, int index);

        void Rejected(int applicant, ListEntry entry);

        void Settled(int applicant, int program, ulong displaced);
    }

    private readonly struct Unobserved : IEvents
    {
        public bool InOrder => false;

        public void Proposed(int applicant, ListEntry entry, int index)
        {
        }

        public void Rejected(int applicant, ListEntry entry)
        {
        }

        public void Settled(int applicant, int program, ulong displaced)
        {
        }
    }

    private readonly struct Observed(IMatchObserver observer, int[] offsets) : IEvents
    {
        public bool InOrder => true;

        public void Proposed(int applicant, ListEntry entry, int index)
        {
            if (entry.Score != MatchInstance.Unranked)
                observer.Proposed(applicant, entry.Program, index - offsets[applicant], PlaceKind.Primary);
        }

        public void Rejected(int applicant, ListEntry entry)
        {
            if (entry.Score != MatchInstance.Unranked)
                observer.Rejected(applicant, entry.Program, PlaceKind.Primary);
        }

        public void Settled(int applicant, int program, ulong displaced)
        {
            if (displaced != ApplicantKey.None)
                observer.Displaced(ApplicantKey.Applicant(displaced), program, PlaceKind.Primary);
            observer.Held(applicant, program, PlaceKind.Primary);
        }
    }
}
