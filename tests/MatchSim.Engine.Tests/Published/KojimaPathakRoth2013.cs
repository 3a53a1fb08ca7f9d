namespace MatchSim.Engine.Tests.Published;

/// <summary>Kojima, Pathak and Roth 2013, Matching with couples, example 1 (after Klaus and Klijn 2005): one single, one couple,
/// two programs with a place each.</summary>
public sealed class KojimaPathakRoth2013
{
    [Fact]
    public void Example_1_has_no_stable_matching() => new Fixture("kpr2013_klaus_klijn_none").AllStableAgree();
}
