namespace MatchSim.Engine.Matching;

/// <summary>
/// Independent judge of matchings, written from the definitions alone (Biró, Irving and Schlotter 2011; McDermid and
/// Manlove 2010 as the alternative): it knows nothing of how a matching was made, shares no code with the matcher, and
/// reads the lists as submitted.
/// </summary>
/// <remarks>Let B(h, r) be the number of applicants assigned to h whom h likes strictly better than r. A single and h
/// block when the single prefers h and B(h, single) is below h's effective quota. Couples, supplemental lists, reversions
/// and parity: docs/algorithm.md.</remarks>
public static class Stability
{
    /// <summary>Judges a matching read from somewhere: reverted positions are worked out from the fills.</summary>
    /// <param name="programOf">[applicant] program of the primary or joint list; None.</param>
    /// <param name="supplementalProgramOf">[applicant] preliminary program; None; empty = nobody has one.</param>
    public static StabilityReport Check(
        MatchInstance instance,
        ReadOnlySpan<int> programOf,
        ReadOnlySpan<int> supplementalProgramOf,
        StabilityDefinition definition = StabilityDefinition.BiroIrvingSchlotter)
    {
        var matching = new AssignedMarket(instance, programOf, supplementalProgramOf);
        matching.WorkOutQuotas();
        return Judge(instance, matching, definition);
    }

    /// <summary>Judges a result of the matcher, the positions it says were reverted included.</summary>
    public static StabilityReport Check(
        MatchInstance instance,
        MatchResult result,
        StabilityDefinition definition = StabilityDefinition.BiroIrvingSchlotter)
    {
        var matching = new AssignedMarket(instance, result.ProgramOf, result.SupplementalProgramOf);
        matching.AcceptReverted(result.Reverted);
        return Judge(instance, matching, definition);
    }

    private static StabilityReport Judge(
        MatchInstance instance, AssignedMarket matching, StabilityDefinition definition)
    {
        matching.CheckFills();
        var search = new BlockingSearch(instance, matching, definition);
        for (int applicant = 0; applicant < instance.ApplicantCount; applicant++)
        {
            if (matching.CoupleOf[applicant] < 0)
                search.Single(applicant);
            search.Supplemental(applicant);
        }

        for (int couple = 0; couple < instance.CoupleCount; couple++)
            search.Couple(couple);
        return new StabilityReport(search.Found, matching.Infeasible);
    }
}
