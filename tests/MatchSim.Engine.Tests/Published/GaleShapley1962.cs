namespace MatchSim.Engine.Tests.Published;

/// <summary>Gale and Shapley 1962, College admissions and the stability of marriage, examples 1 and 2.</summary>
public sealed class GaleShapley1962
{
    [Fact]
    public void Example_1_has_three_stable_matchings() => new Fixture("gs1962_ex1").AllStableAgree();

    [Fact]
    public void Example_1_from_both_sides() => new Fixture("gs1962_ex1").BothSidesAgree();

    [Fact]
    public void Example_2_has_exactly_one() => new Fixture("gs1962_ex2").AllStableAgree();

    [Fact]
    public void Example_2_from_both_sides() => new Fixture("gs1962_ex2").BothSidesAgree();
}
