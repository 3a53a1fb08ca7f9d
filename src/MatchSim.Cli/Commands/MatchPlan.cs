using MatchSim.Cli.Files;
using MatchSim.Cli.Shell;
using MatchSim.Engine.Matching;
using EngineOptions = MatchSim.Engine.Matching.MatchOptions;
using MatchSim.Engine.Scenarios;

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
            ?? NameCase.Kebab(proposing == Proposing.Programs ? MatchAlgorithm.DeferredAcceptance : MatchAlgorithm.RothPeranson);
        MatchAlgorithm algorithm = Choices.Parse<MatchAlgorithm>("--algorithm", algorithmName, mistakes);
        StabilityDefinition stability = ParseStability(options.Stability, mistakes);
        if (mistakes.Count == 0 && algorithm == MatchAlgorithm.RothPeranson && proposing == Proposing.Programs)
            mistakes.Add("--proposing programs with --algorithm roth-peranson", "applicants propose in roth-peranson; either side in deferred-acceptance");
        if (options.Trace is not null && proposing == Proposing.Programs)
            mistakes.Add("--trace with --proposing programs", "--trace where applicants propose");
        mistakes.ThrowIfAny();
        return (algorithm, proposing, EngineOptions.Default with { Stability = stability, Seed = options.Seed });
    }

    public static StabilityDefinition ParseStability(string text, MistakeList mistakes) =>
        Choices.Parse<StabilityForm>("--stability", text, mistakes) == StabilityForm.Mm
            ? StabilityDefinition.McDermidManlove
            : StabilityDefinition.BiroIrvingSchlotter;

    /// <summary>Throws what the instance cannot answer: unknown ids to explain; matches that the form of the output cannot
    /// say; anything but plain singles with deferred
    /// acceptance, which would silently leave it out.</summary>
    public static void Refuse(NamedInstance instance, MatchAlgorithm algorithm, MatchOptions options)
    {
        var mistakes = new MistakeList();
        foreach (string id in options.Explain.Where(id => !instance.Applicants.Contains(id) && !instance.Programs.Contains(id)))
            mistakes.Add($"--explain {Say.Quote(id)}", "the id of an applicant or program of the instance");
        if (options.Out is { } path)
            MatchingWriter.Refuse(instance, path, mistakes);
        if (algorithm == MatchAlgorithm.DeferredAcceptance)
            RefuseVariations(instance, options.Instance, mistakes);
        mistakes.ThrowIfAny();
    }

    private static void RefuseVariations(NamedInstance instance, string path, MistakeList mistakes)
    {
        const string Allowed = "singles only with --algorithm deferred-acceptance; roth-peranson matches all of it";
        MatchInstance match = instance.Match;
        if (match.CoupleCount > 0)
            mistakes.Add($"{match.CoupleCount} couples", Allowed, path);
        if (instance.HasSupplemental)
            mistakes.Add("supplemental rank order lists", Allowed, path);
        if (match.Reversions.Length > 0)
            mistakes.Add("reversions", Allowed, path);
        if (match.Parities.Any(parity => parity != Parity.Any))
            mistakes.Add("wanted parities", Allowed, path);
    }
}
