namespace MatchSim.Engine.Tests.Published;

/// <summary>Roth and Sotomayor 1990, Two-Sided Matching: examples 2.9 and 2.17 and the market of page 16.</summary>
public sealed class RothSotomayor1990
{
    [Fact]
    public void Example_2_9() => new Fixture("roth_sotomayor_ex2_9").AllStableAgree();

    [Fact]
    public void Example_2_17_has_ten_stable_matchings() => new Fixture("roth_sotomayor_ex2_17").AllStableAgree();

    [Fact]
    public void Example_2_17_from_both_sides() => new Fixture("roth_sotomayor_ex2_17").BothSidesAgree();

    [Fact]
    public void Page_16() => new Fixture("roth_sotomayor_p16").AllStableAgree();
}
