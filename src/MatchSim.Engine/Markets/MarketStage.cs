using MatchSim.Engine.Randomness;

namespace MatchSim.Engine.Markets;

/// <summary>
/// Scenario → Market: draws the programs and applicants of one replication. One instance per worker; it keeps what is the
/// same in every replication, and buffers.
/// </summary>
public sealed class MarketStage(MarketLayout layout)
{
    private readonly ProgramSynthesis _programs = new(layout);

    /// <summary>Overwrites <paramref name="market"/> with the draws of these streams.</summary>
    public void Synthesize(Streams streams, Market market)
    {
        ArgumentNullException.ThrowIfNull(market);
        _programs.Draw(streams, market.Programs);
        ApplicantSynthesis.Draw(streams, market);
        Couples.Form(streams, market);
    }
}
