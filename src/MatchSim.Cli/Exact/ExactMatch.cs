using MatchSim.Engine.Matching;

namespace MatchSim.Cli.Exact;

/// <summary>What the exact search found out.</summary>
internal enum ExactStatus
{
    /// <summary>A stable matching, confirmed by the verifier.</summary>
    Stable,

    /// <summary>The solver proved that none exists.</summary>
    ProvedNone,

    /// <summary>Time ran out before either.</summary>
    TimeLimit,
}

/// <param name="Matching">A stable matching; null unless the status is stable.</param>
/// <param name="Variables">Of the formula; 0 when time ran out before it was complete.</param>
internal sealed record ExactAnswer(ExactStatus Status, ExactMatching? Matching, int Variables, int Clauses);

/// <summary>Decides whether an instance has a stable matching, by a SAT solver.</summary>
internal static class ExactMatch
{
    /// <param name="timeLimit">For formula and solver together; null = as long as it takes.</param>
    /// <exception cref="InvalidOperationException">The verifier does not accept what the solver found: a bug.</exception>
    public static async Task<ExactAnswer> DecideAsync(
        MatchInstance instance,
        StabilityDefinition definition,
        DimacsSolver solver,
        TimeSpan? timeLimit,
        CancellationToken stop)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(stop);
        if (timeLimit is { } limit)
            limited.CancelAfter(limit);
        var cnf = new Cnf();
        try
        {
            var formula = new StableMatchingFormula(cnf, instance, definition, limited.Token);
            if (await solver.SolveAsync(cnf, limited.Token) is not { } model)
                return new ExactAnswer(ExactStatus.ProvedNone, null, cnf.Variables, cnf.Clauses);
            ExactMatching matching = formula.Decode(model);
            Verify(instance, definition, matching);
            return new ExactAnswer(ExactStatus.Stable, matching, cnf.Variables, cnf.Clauses);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new ExactAnswer(ExactStatus.TimeLimit, null, cnf.Variables, cnf.Clauses);
        }
    }

    private static void Verify(MatchInstance instance, StabilityDefinition definition, ExactMatching matching)
    {
        StabilityReport report = Stability.Check(
            instance, matching.ProgramOf, matching.SupplementalProgramOf, definition);
        if (!report.IsStable)
            throw new InvalidOperationException("The solver's matching is not stable: "
                + string.Join("; ", report.Infeasible.Cast<object>().Concat(report.Blocking)));
    }
}
