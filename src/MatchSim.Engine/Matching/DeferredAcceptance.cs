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
    private const int Ahead = 8;

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
    private static unsafe long Rounds<TEvents>(MatchInstance instance, MatchWorkspace workspace, TEvents events)
        where TEvents : struct, IEvents
    {
        int n = instance.ApplicantCount;
        TentativeMatches tentative = workspace.Tentative;
        long proposals = 0;
        fixed (int* pending = workspace.Pending, next = workspace.RankOf, offsets = instance.ListOffsets)
        fixed (int* programOf = workspace.ProgramOf)
        fixed (ListEntry* entries = instance.Entries)
        fixed (ulong* cutoffs = tentative.Cutoffs)
        {
            for (int a = 0; a < n; a++)
            {
                pending[a] = a;
                next[a] = offsets[a];
            }

            for (int count = n; count > 0;)
            {
                int displacedCount = 0;
                for (int i = 0; i < count; i++)
                {
                    if (Sse.IsSupported && i + Ahead < count)
                        Sse.Prefetch0(entries + next[pending[i + Ahead]]);
                    int a = pending[i];
                    int end = offsets[a + 1];
                    int e = Descend(entries, next[a], end, a, cutoffs, offsets[a], ref proposals, events);
                    next[a] = e + 1;
                    if (e == end)
                        continue;
                    ListEntry entry = entries[e];
                    programOf[a] = entry.Program;
                    ulong displaced = tentative.Hold(entry.Program, ApplicantKey.Primary(entry.Score, a));
                    events.Settled(a, entry.Program, displaced);
                    if (displaced != ApplicantKey.None)
                        pending[displacedCount++] = ApplicantKey.Applicant(displaced);
                }

                count = displacedCount;
            }
        }

        Conclude(instance, workspace);
        return proposals;
    }

    /// <summary>The first entry from <paramref name="e"/> on whose program takes the applicant; <paramref name="end"/> if
    /// none does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe int Descend<TEvents>(
        ListEntry* entries, int e, int end, int applicant, ulong* cutoffs, int start, ref long proposals, TEvents events)
        where TEvents : struct, IEvents
    {
        ulong low = (uint)ApplicantKey.Primary(0, applicant);
        for (; e < end; e++)
        {
            ListEntry entry = entries[e];
            proposals += entry.Score != MatchInstance.Unranked ? 1 : 0;
            events.Proposed(applicant, entry, e - start);
            if ((((ulong)entry.Score << 32) | low) > cutoffs[entry.Program])
                break;
            events.Rejected(applicant, entry);
        }

        return e;
    }

    /// <summary>From "the entry after the last one tried" to program and rank.</summary>
    private static void Conclude(MatchInstance instance, MatchWorkspace workspace)
    {
        int[] rankOf = workspace.RankOf;
        for (int a = 0; a < instance.ApplicantCount; a++)
        {
            int held = rankOf[a] - 1;
            bool matched = held < instance.ListOffsets[a + 1];
            if (!matched)
                workspace.ProgramOf[a] = MatchInstance.None;
            rankOf[a] = matched ? held - instance.ListOffsets[a] : -1;
        }
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
