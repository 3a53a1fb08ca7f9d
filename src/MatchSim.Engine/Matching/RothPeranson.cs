namespace MatchSim.Engine.Matching;

/// <summary>
/// The applicant-proposing Roth–Peranson algorithm (Roth and Peranson 1999): deferred acceptance for singles, then
/// supplemental lists and couples one at a time with repair of every vacated place, inside the two outer rules of the
/// Match, reversions and parity. Steps and choices: docs/algorithm.md.
/// </summary>
public static class RothPeranson
{
    /// <summary>Matches any instance. Arrays of the result live in <paramref name="workspace"/> until its next match.
    /// Failure to find a stable matching is a status, not an exception.</summary>
    /// <param name="instance">Rank order lists and quotas; not changed.</param>
    /// <param name="options">Definition of stability, seed, budgets.</param>
    /// <param name="workspace">Memory to reuse; one per worker.</param>
    /// <param name="observer">Hears every proposal; null = nobody listens and nothing is paid.</param>
    public static MatchResult Match(
        MatchInstance instance, MatchOptions options, MatchWorkspace workspace, IMatchObserver? observer = null)
    {
        MatchResult result = workspace.Begin(instance);
        RothPeransonRun? run = NeedsRun(instance) ? workspace.Run ??= new RothPeransonRun() : null;
        run?.Begin(instance, options, workspace, observer);
        AtQuotas(instance, workspace, run, observer);
        int reruns = 0;
        while (result.Status == MatchStatus.Stable && ChangeQuotas(instance, workspace))
        {
            if (reruns++ == options.SweepBudget)
            {
                result.Status = MatchStatus.NoStableMatchingFound;
                break;
            }

            result.Reruns = reruns;
            observer?.Rerun(reruns);
            AtQuotas(instance, workspace, run, observer);
        }

        return result;
    }

    /// <summary>One complete match from an empty market at the effective quotas. Nothing is carried over from the
    /// match before, so that singles get the applicant-optimal matching of these quotas.</summary>
    private static void AtQuotas(
        MatchInstance instance, MatchWorkspace workspace, RothPeransonRun? run, IMatchObserver? observer)
    {
        workspace.Clear(instance);
        DeferredAcceptance.Admit(instance, workspace, observer);
        run?.AdmitRest();
    }

    private static bool NeedsRun(MatchInstance instance) =>
        instance.CoupleCount > 0 || instance.SupplementalOffsets.Length > 0;

    /// <summary>Reversions first; when they rest, parity. Returns false when quotas are final.</summary>
    private static bool ChangeQuotas(MatchInstance instance, MatchWorkspace workspace) =>
        (instance.Reversions.Length > 0 && Reversions.Sweep(instance, workspace))
        || (instance.Parities.Length > 0 && ParityRule.Reduce(instance, workspace));
}
