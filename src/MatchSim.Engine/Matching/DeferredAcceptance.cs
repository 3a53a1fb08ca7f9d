using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MatchSim.Engine.Matching;

/// <summary>
/// Deferred acceptance for singles (Gale and Shapley 1962). Couples, supplemental lists, reversions and parity are the
/// business of <see cref="RothPeranson"/>; here members of couples stay unmatched.
/// </summary>
public static partial class DeferredAcceptance
{
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
            : Rounds(instance, workspace, new Observed(observer));
    }

    /// <summary>
    /// Rounds: everybody without a place proposes down his list until a program holds him; those displaced meanwhile
    /// make the next round. The result does not depend on the order (McVitie and Wilson 1971); rounds keep many lists
    /// in flight where a chain would wait for one. Returns the number of proposals.
    /// </summary>
    /// <remarks>In a round the queue is overwritten from its front: a hold displaces at most one applicant, so the
    /// writer never overtakes the reader.</remarks>
    private static long Rounds<TEvents>(MatchInstance instance, MatchWorkspace workspace, TEvents events)
        where TEvents : struct, IEvents
    {
        int n = instance.ApplicantCount;
        int[] pending = workspace.Pending;
        for (int a = 0; a < n; a++)
            pending[a] = a;
        long proposals = 0;
        int count = n;
        while (count > 0)
        {
            int next = 0;
            for (int i = 0; i < count; i++)
            {
                ulong displaced = Descend(instance, workspace, pending[i], ref proposals, events);
                if (displaced != ApplicantKey.None)
                    pending[next++] = ApplicantKey.Applicant(displaced);
            }

            count = next;
        }

        return proposals;
    }

    /// <summary>Lets one applicant propose from the entry after his last one; returns the key he displaced.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Descend<TEvents>(
        MatchInstance instance, MatchWorkspace workspace, int applicant, ref long proposals, TEvents events)
        where TEvents : struct, IEvents
    {
        ref int rank = ref workspace.RankOf[applicant];
        ref ListEntry entries = ref MemoryMarshal.GetArrayDataReference(instance.Entries);
        ref ulong cutoffs = ref MemoryMarshal.GetArrayDataReference(workspace.Tentative.Cutoffs);
        int start = instance.ListOffsets[applicant];
        int end = instance.ListOffsets[applicant + 1];
        ulong low = (uint)ApplicantKey.Primary(0, applicant);
        for (int e = start + rank + 1; e < end; e++)
        {
            ListEntry entry = Unsafe.Add(ref entries, e);
            ulong key = ((ulong)entry.Score << 32) | low;
            proposals += entry.Score != MatchInstance.Unranked ? 1 : 0;
            events.Proposed(applicant, entry, e - start);
            if (key > Unsafe.Add(ref cutoffs, entry.Program))
            {
                rank = e - start;
                workspace.ProgramOf[applicant] = entry.Program;
                ulong displaced = workspace.Tentative.Hold(entry.Program, key);
                events.Settled(applicant, entry.Program, displaced);
                return displaced;
            }

            events.Rejected(applicant, entry);
        }

        rank = -1;
        workspace.ProgramOf[applicant] = MatchInstance.None;
        return ApplicantKey.None;
    }

    /// <summary>What the rounds tell; a struct, so that silence compiles to nothing.</summary>
    private interface IEvents
    {
        void Proposed(int applicant, ListEntry entry, int rank);

        void Rejected(int applicant, ListEntry entry);

        void Settled(int applicant, int program, ulong displaced);
    }

    private readonly struct Unobserved : IEvents
    {
        public void Proposed(int applicant, ListEntry entry, int rank)
        {
        }

        public void Rejected(int applicant, ListEntry entry)
        {
        }

        public void Settled(int applicant, int program, ulong displaced)
        {
        }
    }

    private readonly struct Observed(IMatchObserver observer) : IEvents
    {
        public void Proposed(int applicant, ListEntry entry, int rank)
        {
            if (entry.Score != MatchInstance.Unranked)
                observer.Proposed(applicant, entry.Program, rank, PlaceKind.Primary);
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
