using MatchSim.Cli.Files;
using MatchSim.Cli.Shell;
using MatchSim.Engine.Matching;
using EngineOptions = MatchSim.Engine.Matching.MatchOptions;

namespace MatchSim.Cli.Commands;

internal enum MatchAlgorithm
{
    RothPeranson,
    DeferredAcceptance,
}

internal enum Proposing
{
    Applicants,
    Programs,
}

/// <summary>Short names of <see cref="StabilityDefinition"/> for the command line, in its order.</summary>
internal enum StabilityForm
{
    Bis,
    Mm,
}

/// <summary>Options of <c>match</c> → what to run; combinations that mean nothing are refused.</summary>
internal static class MatchPlan
{
    public static (MatchAlgorithm Algorithm, Proposing Proposing, EngineOptions Engine) Of(MatchOptions options)
    {
        var mistakes = new MistakeList();
        Proposing proposing = Choices.Parse<Proposing>("--proposing", options.Proposing, mistakes);
        string algorithmName = options.Algorithm
            ?? Choices.Name(proposing == Proposing.Programs ? MatchAlgorithm.DeferredAcceptance : MatchAlgorithm.RothPeranson);
        MatchAlgorithm algorithm = Choices.Parse<MatchAlgorithm>("--algorithm", algorithmName, mistakes);
        StabilityDefinition stability = ParseStability(options.Stability, mistakes);
        if (mistakes.Count == 0 && algorithm == MatchAlgorithm.RothPeranson && proposing == Proposing.Programs)
            mistakes.Add("--proposing programs with --algorithm roth-peranson", "applicants propose in roth-peranson; either side in deferred-acceptance");
        mistakes.ThrowIfAny();
        return (algorithm, proposing, EngineOptions.Default with { Stability = stability, Seed = options.Seed });
    }

    public static StabilityDefinition ParseStability(string text, MistakeList mistakes) =>
        Choices.Parse<StabilityForm>("--stability", text, mistakes) == StabilityForm.Mm
            ? StabilityDefinition.McDermidManlove
            : StabilityDefinition.BiroIrvingSchlotter;

    /// <summary>Deferred acceptance is for singles without match variations: anything else would silently be left out.</summary>
    public static void Refuse(NamedInstance instance, MatchAlgorithm algorithm, MatchOptions options)
    {
        if (algorithm == MatchAlgorithm.RothPeranson)
            return;
        var mistakes = new MistakeList();
        const string Allowed = "singles only with --algorithm deferred-acceptance; roth-peranson matches all of it";
        MatchInstance match = instance.Match;
        if (match.CoupleCount > 0)
            mistakes.Add($"{match.CoupleCount} couples", Allowed, options.Instance);
        if (instance.HasSupplemental)
            mistakes.Add("supplemental rank order lists", Allowed, options.Instance);
        if (match.Reversions.Length > 0)
            mistakes.Add("reversions", Allowed, options.Instance);
        if (match.Parities.Any(parity => parity != Parity.Any))
            mistakes.Add("wanted parities", Allowed, options.Instance);
        mistakes.ThrowIfAny();
    }
}
