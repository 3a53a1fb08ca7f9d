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
    /// <summary>Longest time limit, seconds: eleven days; timers end at fifty.</summary>
    private const int LongestSeconds = 1_000_000;

    private const string SinglesOnly = "singles only with --algorithm deferred-acceptance; roth-peranson matches all of it";

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
        CheckExact(options, algorithm, mistakes);
        mistakes.ThrowIfAny();
        return (algorithm, proposing, EngineOptions.Default with { Stability = stability, Seed = options.Seed });
    }

    private static void CheckExact(MatchOptions options, MatchAlgorithm algorithm, MistakeList mistakes)
    {
        if (options.Exact && algorithm == MatchAlgorithm.DeferredAcceptance)
            mistakes.Add("--exact with deferred-acceptance", "--exact with --algorithm roth-peranson; singles always have a stable matching");
        if (options.Solver is not null && !options.Exact)
            mistakes.Add("--solver without --exact", "--exact --solver PATH");
        if (options.TimeLimit is not null && !options.Exact)
            mistakes.Add("--time-limit without --exact", "--exact --time-limit S");
        if (options.TimeLimit is { } seconds && !(seconds > 0 && seconds <= LongestSeconds))
            mistakes.Add($"--time-limit {seconds}", $"seconds above 0, at most {LongestSeconds}");
    }

    public static StabilityDefinition ParseStability(string text, MistakeList mistakes) =>
        Choices.Parse<StabilityForm>("--stability", text, mistakes) == StabilityForm.Mm
            ? StabilityDefinition.McDermidManlove
            : StabilityDefinition.BiroIrvingSchlotter;

    /// <summary>Throws what the instance cannot answer: unknown ids to explain; matches that the form of the output cannot
    /// say; variations that the algorithm
    /// or the exact search would silently leave out.</summary>
    public static void Refuse(NamedInstance instance, MatchAlgorithm algorithm, MatchOptions options)
    {
        var mistakes = new MistakeList();
        foreach (string id in options.Explain.Where(id => !instance.Applicants.Contains(id) && !instance.Programs.Contains(id)))
            mistakes.Add($"--explain {Say.Quote(id)}", "the id of an applicant or program of the instance");
        if (options.Out is { } path)
            MatchingWriter.Refuse(instance, path, mistakes);
        if (algorithm == MatchAlgorithm.DeferredAcceptance)
            RefusePeople(instance, options.Instance, mistakes);
        if (algorithm == MatchAlgorithm.DeferredAcceptance)
            RefuseQuotaChanges(instance, options.Instance, SinglesOnly, mistakes);
        else if (options.Exact)
            RefuseQuotaChanges(instance, options.Instance, "singles, couples and supplemental lists with --exact", mistakes);
        mistakes.ThrowIfAny();
    }

    private static void RefusePeople(NamedInstance instance, string path, MistakeList mistakes)
    {
        if (instance.Match.CoupleCount > 0)
            mistakes.Add($"{instance.Match.CoupleCount} couples", SinglesOnly, path);
        if (instance.HasSupplemental)
            mistakes.Add("supplemental rank order lists", SinglesOnly, path);
    }

    private static void RefuseQuotaChanges(NamedInstance instance, string path, string allowed, MistakeList mistakes)
    {
        if (instance.Match.Reversions.Length > 0)
            mistakes.Add("reversions", allowed, path);
        if (instance.Match.Parities.Any(parity => parity != Parity.Any))
            mistakes.Add("wanted parities", allowed, path);
    }
}
