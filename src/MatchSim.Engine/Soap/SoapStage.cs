using MatchSim.Engine.Markets;
using MatchSim.Engine.Matching;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Soap;

/// <summary>MatchResult → SoapResult: open positions, eligible applicants, up to four offer rounds.</summary>
public sealed class SoapStage
{
    private readonly OpenPrograms _open;
    private readonly SoapApplying _applying;
    private readonly SoapCandidates _candidates;
    private readonly OfferRounds _rounds;
    private readonly SoapResult _result;

    private SoapStage(MarketLayout layout, SoapOptions options)
    {
        _open = new OpenPrograms(layout, options);
        _applying = new SoapApplying(layout, options);
        _candidates = new SoapCandidates(layout, (float)options.Noise);
        _rounds = new OfferRounds(layout, options.Rounds);
        _result = new SoapResult(layout);
    }

    /// <summary>One per worker: holds the buffers of the stage. <c>null</c> if the scenario has no SOAP.</summary>
    public static SoapStage? IfOn(MarketLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        return layout.Scenario.Match.SoapIfOn is { } options ? new SoapStage(layout, options) : null;
    }

    /// <summary>Fills open positions; the result is valid until the next season.</summary>
    public SoapResult Place(Streams streams, Market market, MatchResult match)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(match);
        _result.Clear();
        _open.Fill(streams, market, match, _result);
        _candidates.Clear(streams, _open);
        _applying.Apply(streams, market, match, _open, _candidates, _result);
        _rounds.Hold(_open, _candidates, _result);
        return _result;
    }
}
