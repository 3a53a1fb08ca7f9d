using MatchSim.Cli.Exact;
using MatchSim.Engine.Matching;
using MatchSim.Engine.Tests.Instances;

namespace MatchSim.Engine.Tests.Oracle;

/// <summary>The exact search with the solver that is installed, for tests.</summary>
internal static class ExactOracle
{
    /// <summary>A stable matching, confirmed by the verifier; null = proved that none exists.</summary>
    public static async Task<Assignment?> FindAsync(
        MatchInstance instance, StabilityDefinition definition = StabilityDefinition.BiroIrvingSchlotter)
    {
        ExactAnswer answer = await ExactMatch.DecideAsync(
            instance, definition, DimacsSolver.Find(null), timeLimit: null, CancellationToken.None);
        return answer.Matching is { } matching ? Read(instance, matching) : null;
    }

    /// <summary>One formula of several markets, with a matching required of some: true when all have one. One process for
    /// many markets is what makes thousands affordable.</summary>
    /// <param name="wanted">The matching that the market must have; null = any stable one.</param>
    public static async Task<bool> AllHaveAsync(
        IReadOnlyCollection<(TestMarket Market, Assignment? Wanted)> wanted, StabilityDefinition definition)
    {
        var cnf = new Cnf();
        var parts = new List<(MatchInstance Instance, StableMatchingFormula Formula)>();
        foreach ((TestMarket market, Assignment? assignment) in wanted)
        {
            MatchInstance instance = market.ToInstance();
            var formula = new StableMatchingFormula(cnf, instance, definition);
            parts.Add((instance, formula));
            if (assignment is not null)
                Require(cnf, formula.Positions, assignment);
        }

        if (await DimacsSolver.Find(null).SolveAsync(cnf, CancellationToken.None) is not { } model)
            return false;
        foreach ((MatchInstance instance, StableMatchingFormula formula) in parts)
        {
            ExactMatching matching = formula.Decode(model);
            Assert.True(Stability.Check(
                instance, matching.ProgramOf, matching.SupplementalProgramOf, definition).IsStable);
        }

        return true;
    }

    private static Assignment Read(MatchInstance instance, ExactMatching matching) => new(
        matching.ProgramOf,
        matching.SupplementalProgramOf.Length > 0
            ? matching.SupplementalProgramOf
            : [.. Enumerable.Repeat(MatchInstance.None, instance.ApplicantCount)]);

    private static void Require(Cnf cnf, Positions positions, Assignment assignment)
    {
        Require(cnf, positions.Primary, assignment.ProgramOf);
        Require(cnf, positions.Supplemental, assignment.SupplementalProgramOf);
    }

    private static void Require(Cnf cnf, List<Seat> seats, int[] programOf)
    {
        for (int a = 0; a < programOf.Length; a++)
        {
            int[] there = [.. seats.Where(s => s.Applicant == a && s.Program == programOf[a]).Select(s => s.Literal)];
            if (programOf[a] != MatchInstance.None)
                cnf.Add(there);
            foreach (Seat seat in seats.Where(s => s.Applicant == a && s.Program != programOf[a]))
                cnf.Add(-seat.Literal);
        }
    }
}
