namespace MatchSim.Engine.Simulation;

/// <summary>A share of a run's replications: those whose number leaves a given rest, so that each one's are spread evenly.</summary>
/// <param name="Number">1 … <paramref name="Count"/>.</param>
/// <param name="Count">Shards of the run.</param>
public readonly record struct Shard(int Number, int Count)
{
    /// <summary>All replications.</summary>
    public static Shard Whole { get; } = new(1, 1);

    /// <summary>Whether it is all of the run.</summary>
    public bool IsWhole => Count == 1;

    /// <summary>Whether a replication belongs to it: r ≡ Number − 1 (mod Count).</summary>
    public bool Has(int replication) => replication % Count == Number - 1;

    /// <summary>How many of replications 0 … <paramref name="replications"/> − 1 belong to it; may be none.</summary>
    public int Of(int replications) => (replications - Number + Count) / Count;

    /// <summary>"2/16".</summary>
    public override string ToString() => $"{Number}/{Count}";
}
