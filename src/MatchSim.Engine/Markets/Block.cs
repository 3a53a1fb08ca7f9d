namespace MatchSim.Engine.Markets;

/// <summary>Agents whose columns are drawn together: few enough that their draws stay in the fastest cache.</summary>
internal static class Block
{
    /// <summary>Most agents in one.</summary>
    public const int Size = 256;
}
