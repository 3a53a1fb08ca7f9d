using MatchSim.Engine.Markets;

namespace MatchSim.Engine.Soap;

/// <summary>Who got what in SOAP. Written by <see cref="SoapStage"/>; a view into a worker's workspace.</summary>
public sealed class SoapResult(MarketLayout layout)
{
    /// <summary>[applicant] program whose offer was accepted; −1 = none.</summary>
    public int[] ProgramOf { get; } = new int[layout.ApplicantCount];

    /// <summary>[applicant] applications sent in SOAP, screened out ones included; 0 = did not take part.</summary>
    public int[] Sent { get; } = new int[layout.ApplicantCount];

    /// <summary>[program] positions offered in SOAP; 0 = filled in the match, or did not take part.</summary>
    public int[] Offered { get; } = new int[layout.ProgramCount];

    /// <summary>[program] positions filled in SOAP, at most those offered.</summary>
    public int[] Filled { get; } = new int[layout.ProgramCount];

    /// <summary>[round − 1] positions filled in each round.</summary>
    public int[] FilledInRound { get; } = new int[layout.Scenario.Match.Soap!.Rounds];

    /// <summary>The applications that passed the screens.</summary>
    internal SoapApplications Applications { get; } = new(layout);

    internal void Clear()
    {
        Array.Fill(ProgramOf, Market.None);
        Array.Clear(Sent);
        Array.Clear(Offered);
        Array.Clear(Filled);
        Array.Clear(FilledInRound);
        Applications.Clear();
    }
}
