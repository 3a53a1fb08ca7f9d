namespace MatchSim.Engine.Matching;

/// <summary>The matching with the least still waiting, in case no stable one is found.</summary>
internal sealed class BestMatching
{
    private readonly TentativeMatches tentative = new();
    private int[] programOf = [];
    private int[] rankOf = [];
    private int[] supplementalProgramOf = [];
    private int[] supplementalRankOf = [];
    private int[] coupleRank = [];

    /// <summary>What was on the stacks when it was saved (units, and programs by weight); the largest number = nothing saved.</summary>
    public int Waiting { get; private set; } = int.MaxValue;

    public void Forget() => Waiting = int.MaxValue;

    public void Save(int waiting, MatchWorkspace workspace, ReadOnlySpan<int> couples)
    {
        Waiting = waiting;
        MatchResult result = workspace.Result;
        tentative.CopyFrom(workspace.Tentative);
        Copy(result.ProgramOf, ref programOf);
        Copy(result.RankOf, ref rankOf);
        Copy(result.SupplementalProgramOf, ref supplementalProgramOf);
        Copy(result.SupplementalRankOf, ref supplementalRankOf);
        Copy(couples, ref coupleRank);
    }

    public void Restore(MatchWorkspace workspace, Span<int> couples)
    {
        int n = workspace.Result.ApplicantCount;
        workspace.Tentative.CopyFrom(tentative);
        programOf.AsSpan(0, n).CopyTo(workspace.ProgramOf);
        rankOf.AsSpan(0, n).CopyTo(workspace.RankOf);
        supplementalProgramOf.AsSpan(0, workspace.Result.SupplementalProgramOf.Length)
            .CopyTo(workspace.SupplementalProgramOf);
        supplementalRankOf.AsSpan(0, workspace.Result.SupplementalProgramOf.Length)
            .CopyTo(workspace.SupplementalRankOf);
        coupleRank.AsSpan(0, couples.Length).CopyTo(couples);
    }

    private static void Copy(ReadOnlySpan<int> from, ref int[] to)
    {
        Buffers.Grow(ref to, from.Length);
        from.CopyTo(to);
    }
}
