using MatchSim.Cli.Exact;
using MatchSim.Cli.Files;
using MatchSim.Engine.Matching;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Cli.Commands;

/// <summary>How <c>match</c> ended; the statuses of its JSON.</summary>
internal enum MatchVerdict
{
    Stable,
    NoStableMatchingFound,

    /// <summary>A solver proved that no stable matching exists.</summary>
    ProvedNone,

    /// <summary>The solver ran out of time; whether a stable matching exists is not known.</summary>
    TimeLimit,
}

/// <summary>What is written and said in the end, whoever found it.</summary>
/// <param name="Algorithm">As in the JSON: the algorithm asked for, or "exact" once the solver had to settle it.</param>
/// <param name="Matching">Stable, or the best one met.</param>
/// <param name="EffectiveQuotas">[program] positions after reversions and parity.</param>
internal sealed record MatchDecision(
    MatchVerdict Verdict, string Algorithm, NamedMatching Matching, int[] EffectiveQuotas, long Proposals, int Loops)
{
    private const string Exact = "exact";

    public static MatchDecision Of(MatchResult result, MatchAlgorithm algorithm) => new(
        result.Status == MatchStatus.Stable ? MatchVerdict.Stable : MatchVerdict.NoStableMatchingFound,
        NameCase.Kebab(algorithm),
        new NamedMatching(result.ProgramOf.ToArray(), result.SupplementalProgramOf.ToArray()),
        result.EffectiveQuotas.ToArray(),
        result.Proposals,
        result.Loops);

    /// <summary>The same after the solver has spoken; what the algorithm met stays unless there is better.</summary>
    public MatchDecision Settled(ExactAnswer answer, MatchInstance instance) => this with
    {
        Verdict = answer.Status switch
        {
            ExactStatus.Stable => MatchVerdict.Stable,
            ExactStatus.ProvedNone => MatchVerdict.ProvedNone,
            _ => MatchVerdict.TimeLimit,
        },
        Algorithm = Exact,
        Matching = answer.Matching is { } found ? new NamedMatching(found.ProgramOf, found.SupplementalProgramOf) : Matching,
        EffectiveQuotas = answer.Matching is null ? EffectiveQuotas : instance.Quotas[..instance.ProgramCount],
    };

    /// <summary>Judges the matching; of the algorithm's own result also the reversions it states.</summary>
    public StabilityReport Check(MatchInstance instance, MatchResult result, StabilityDefinition definition) =>
        Algorithm == Exact
            ? Stability.Check(instance, Matching.Programs, Matching.Supplemental, definition)
            : Stability.Check(instance, result, definition);
}
