namespace MatchSim.Engine.Matching;

/// <summary>A couple that names a program, and the first pair of its list that does, 0-based.</summary>
internal readonly record struct CoupleListing(int Couple, int FirstPair);

/// <summary>Couples that name each program in some pair, once each.</summary>
internal sealed class CoupleListings
{
    /// <summary>[program + 1] last couple that was found to name it; "no program" is named by all.</summary>
    private int[] last = [];

    public ProgramChains<CoupleListing> Chains { get; } = new();

    public void Build(MatchInstance instance)
    {
        Chains.Clear(instance.ProgramCount);
        Buffers.Grow(ref last, instance.ProgramCount + 1);
        last.AsSpan(0, instance.ProgramCount + 1).Fill(-1);
        for (int c = 0; c < instance.CoupleCount; c++)
            Add(c, ProgramListings.PairsOf(instance, c));
    }

    /// <summary>Most pairs name two programs that earlier ones have named.</summary>
    private void Add(int couple, ReadOnlySpan<PairEntry> pairs)
    {
        int[] known = last;
        known[MatchInstance.None + 1] = couple;
        for (int k = 0; k < pairs.Length; k++)
        {
            if (((known[pairs[k].ProgramA + 1] ^ couple) | (known[pairs[k].ProgramB + 1] ^ couple)) == 0)
                continue;
            Add(pairs[k].ProgramA, couple, k);
            Add(pairs[k].ProgramB, couple, k);
        }
    }

    private void Add(int program, int couple, int rank)
    {
        if (last[program + 1] == couple)
            return;
        last[program + 1] = couple;
        Chains.Add(program, new CoupleListing(couple, rank));
    }
}
