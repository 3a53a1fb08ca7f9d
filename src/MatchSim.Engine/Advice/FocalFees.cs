using MatchSim.Engine.Markets;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Advice;

/// <summary>ERAS fees as applications are added: per specialty, the first ones are cheaper.</summary>
internal sealed class FocalFees(MarketLayout layout, FeeOptions fees)
{
    private const int Kinds = 3;

    private readonly int[] _sent = new int[Kinds * layout.Specialties.Length];     // [specialty × kinds + kind] applications

    /// <summary>US dollars.</summary>
    public double Total { get; private set; }

    public void Clear()
    {
        Array.Clear(_sent);
        Total = 0;
    }

    public void Add(in Application application)
    {
        ref int before = ref _sent[(layout.SpecialtyOf(application.Program) * Kinds) + (int)application.Kind];
        Total += before < fees.FirstBlock ? fees.FirstFee : fees.FurtherFee;
        before++;
    }
}
