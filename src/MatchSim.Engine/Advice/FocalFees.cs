using MatchSim.Engine.Markets;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Advice;

/// <summary>ERAS fees as applications are added: per specialty, the first ones are cheaper.</summary>
internal sealed class FocalFees(MarketLayout layout, FeeOptions fees)
{
    private readonly Dictionary<(Interviews.BlockKind Kind, int Specialty), int> _sent = [];

    /// <summary>US dollars.</summary>
    public double Total { get; private set; }

    public void Clear()
    {
        _sent.Clear();
        Total = 0;
    }

    public void Add(Application application)
    {
        (Interviews.BlockKind, int) counter = (application.Kind, layout.SpecialtyOf(application.Program));
        int before = _sent.GetValueOrDefault(counter);
        Total += before < fees.FirstBlock ? fees.FirstFee : fees.FurtherFee;
        _sent[counter] = before + 1;
    }
}
