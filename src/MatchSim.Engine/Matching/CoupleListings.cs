namespace MatchSim.Engine.Matching;

/// <summary>A couple that names a program, and the first pair of its list that does, 0-based.</summary>
internal readonly record struct CoupleListing(int Couple, int FirstPair);

/// <summary>Couples that name each program in some pair, once each.</summary>
internal sealed class CoupleListings
{
    /// <summary>[program] last couple that was found to name it.</summary>
    private int[] last = [];

    public ProgramChains<CoupleListing> Chains { get; } = new();

    public void Build(MatchInstance instance)
    {
        Chains.Clear(instance.ProgramCount);
        Buffers.Grow(ref last, instance.ProgramCount);
        last.AsSpan(0, instance.ProgramCount).Fill(-1);
        for (int c = 0; c < instance.CoupleCount; c++)
        {
            int rank = 0;
            foreach (PairEntry pair in ProgramListings.PairsOf(instance, c))
            {
                Add(pair.ProgramA, c, rank);
                Add(pair.ProgramB, c, rank++);
            }
        }
    }

    private void Add(int program, int couple, int rank)
    {
        if (program == MatchInstance.None || last[program] == couple)
            return;
        last[program] = couple;
        Chains.Add(program, new CoupleListing(couple, rank));
    }
}
