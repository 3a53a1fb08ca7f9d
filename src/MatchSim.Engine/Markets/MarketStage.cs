using MatchSim.Engine.Randomness;

namespace MatchSim.Engine.Markets;

/// <summary>Scenario → Market: draws the programs and applicants of one replication.</summary>
public static class MarketStage
{
    /// <summary>Overwrites <paramref name="market"/> with the draws of these streams.</summary>
    public static void Synthesize(Streams streams, Market market)
    {
        ArgumentNullException.ThrowIfNull(market);
        ProgramSynthesis.Draw(streams, market);
        ApplicantSynthesis.Draw(streams, market);
        Couples.Form(streams, market);
    }
}
