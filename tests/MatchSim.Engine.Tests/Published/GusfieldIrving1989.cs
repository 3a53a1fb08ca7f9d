namespace MatchSim.Engine.Tests.Published;

/// <summary>Gusfield and Irving 1989, The Stable Marriage Problem, section 1.6.5 (11 residents, 5 hospitals). Erratum: the book
/// prints another hospital-optimal matching (r2 at h4, r10 at h5); the one here is computed from both sides.</summary>
public sealed class GusfieldIrving1989
{
    [Fact]
    public void Section_1_6_5_from_both_sides() => new Fixture("gusfield_irving_1_6_5").BothSidesAgree();
}
