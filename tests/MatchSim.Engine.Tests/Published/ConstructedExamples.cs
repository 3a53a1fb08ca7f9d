namespace MatchSim.Engine.Tests.Published;

/// <summary>Markets made to show one thing: the rural hospitals theorem, and Roth's 1984 two couples without a stable matching.</summary>
public sealed class ConstructedExamples
{
    [Fact]
    public void The_same_applicants_stay_unmatched_in_all() => new Fixture("rural_hospitals_constructed").AllStableAgree();

    [Fact]
    public void Rural_hospitals_from_both_sides() => new Fixture("rural_hospitals_constructed").BothSidesAgree();

    [Fact]
    public void Two_couples_and_four_programs_without_a_stable_matching() => new Fixture("two_couples_none_constructed").AllStableAgree();
}
