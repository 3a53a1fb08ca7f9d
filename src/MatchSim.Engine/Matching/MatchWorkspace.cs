namespace MatchSim.Engine.Matching;

/// <summary>
/// The memory of one worker's matches. Reuse it: from the second match of a size on, nothing is allocated. Not safe for
/// two matches at once.
/// </summary>
public sealed class MatchWorkspace
{
    internal readonly TentativeMatches Tentative = new();

    /// <summary>[applicant] program held by the primary or joint list; None.</summary>
    internal int[] ProgramOf = [];

    /// <summary>[applicant] list index of that, −1 = none (members of couples: set when the match is over).</summary>
    internal int[] RankOf = [];

    /// <summary>[applicant] program held by the supplemental list; None.</summary>
    internal int[] SupplementalProgramOf = [];

    /// <summary>[applicant] index in the open supplemental list, −1 = none.</summary>
    internal int[] SupplementalRankOf = [];

    /// <summary>[program] quota of the match being run, positions.</summary>
    internal int[] EffectiveQuotas = [];

    /// <summary>[reversion] positions reverted so far.</summary>
    internal int[] Reverted = [];

    /// <summary>[reversion] positions moving in the present sweep.</summary>
    internal int[] Moves = [];

    /// <summary>[position in queue] applicants who have to propose.</summary>
    internal int[] Pending = [];

    /// <summary>[applicant] how far the bulk of singles has come.</summary>
    internal ListCursor[] Cursors = [];

    /// <summary>Short lists of the program-proposing algorithm.</summary>
    internal readonly ProgramProposals ProgramProposals = new();

    /// <summary>State of the algorithm beyond the singles, made when first needed.</summary>
    internal RothPeransonRun? Run;

    public MatchWorkspace() => Result = new MatchResult(this);

    internal MatchResult Result { get; }

    /// <summary>Starts a result for <paramref name="instance"/>: nobody matched, quotas as submitted.</summary>
    internal MatchResult Begin(MatchInstance instance)
    {
        int n = instance.ApplicantCount;
        Buffers.Grow(ref ProgramOf, n);
        Buffers.Grow(ref RankOf, n);
        Buffers.Grow(ref Pending, n);
        Buffers.Grow(ref Cursors, n);
        Buffers.Grow(ref EffectiveQuotas, instance.ProgramCount);
        Buffers.Grow(ref Reverted, instance.Reversions.Length);
        instance.Quotas.AsSpan(0, instance.ProgramCount).CopyTo(EffectiveQuotas);
        Reverted.AsSpan(0, instance.Reversions.Length).Clear();
        bool supplemental = instance.SupplementalOffsets.Length > 0;
        if (supplemental)
        {
            Buffers.Grow(ref SupplementalProgramOf, n);
            Buffers.Grow(ref SupplementalRankOf, n);
        }

        MatchResult result = Result;
        result.Status = MatchStatus.Stable;
        result.ApplicantCount = n;
        result.ProgramCount = instance.ProgramCount;
        result.HasSupplemental = supplemental;
        result.ReversionCount = instance.Reversions.Length;
        result.Proposals = 0;
        result.Loops = result.Restarts = result.Uprooted = result.Reruns = result.ParityReductions = 0;
        return result;
    }

    /// <summary>Empties the market at the effective quotas.</summary>
    internal void Clear(MatchInstance instance)
    {
        int n = instance.ApplicantCount;
        Tentative.Reset(instance, EffectiveQuotas);
        ProgramOf.AsSpan(0, n).Fill(MatchInstance.None);
        RankOf.AsSpan(0, n).Fill(-1);
        if (instance.SupplementalOffsets.Length > 0)
        {
            SupplementalProgramOf.AsSpan(0, n).Fill(MatchInstance.None);
            SupplementalRankOf.AsSpan(0, n).Fill(-1);
        }
    }
}

/// <summary>Where an applicant is on his list.</summary>
internal struct ListCursor
{
    /// <summary>Index of the entry after the last one tried.</summary>
    public int Next;

    /// <summary>Index after the last entry.</summary>
    public int End;
}
