namespace MatchSim.Engine.Tests.Published;

/// <summary>Worked examples of the NRMP and of a teaching page on its couples.</summary>
public sealed class NrmpTeachingExamples
{
    [Fact]
    public void Run_a_match_five_by_three() => new Fixture("nrmp_run_a_match_5x3").AllStableAgree();

    [Fact]
    public void Run_a_match_five_by_three_from_both_sides() => new Fixture("nrmp_run_a_match_5x3").BothSidesAgree();

    [Fact]
    public void Run_a_match_eight_by_four() => new Fixture("nrmp_run_a_match_8x4").AllStableAgree();

    [Fact]
    public void Run_a_match_eight_by_four_from_both_sides() => new Fixture("nrmp_run_a_match_8x4").BothSidesAgree();

    [Fact]
    public void Couples_page_has_exactly_one_stable_matching() => new Fixture("nrmp_couples_huo").AllStableAgree();
}
