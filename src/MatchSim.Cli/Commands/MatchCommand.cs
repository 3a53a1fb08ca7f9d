using System.Diagnostics;
using CommandLine;
using MatchSim.Cli.Exact;
using MatchSim.Cli.Files;
using MatchSim.Cli.Reports;
using MatchSim.Cli.Shell;
using MatchSim.Engine.Matching;
using EngineOptions = MatchSim.Engine.Matching.MatchOptions;

namespace MatchSim.Cli.Commands;

/// <summary>Options of <c>match</c>.</summary>
[Verb("match", HelpText = "Match given rank order lists: an instance folder (CSV) or r/c/p text file.")]
internal sealed class MatchOptions : VerbOptions
{
    [Value(0, MetaName = "INSTANCE", Required = true, HelpText = "Instance folder, or file in the r/c/p text format.")]
    public string Instance { get; init; } = "";

    [Option("algorithm", MetaValue = "NAME", HelpText = "roth-peranson (default; couples, supplemental lists, reversions, parity) or deferred-acceptance (singles only; the default with --proposing programs).")]
    public string? Algorithm { get; init; }

    [Option("proposing", MetaValue = "SIDE", Default = "applicants", HelpText = "Who proposes: applicants, or programs (deferred-acceptance only).")]
    public string Proposing { get; init; } = "applicants";

    [Option("stability", MetaValue = "FORM", Default = "bis", HelpText = "When a couple wants two positions of one program: bis (Biró, Irving and Schlotter) or mm (McDermid and Manlove).")]
    public string Stability { get; init; } = "bis";

    [Option("seed", MetaValue = "S", Default = 1UL, HelpText = "Seed of the order in which couples are admitted: a whole number of at least 0.")]
    public ulong Seed { get; init; }

    [Option("exact", HelpText = "Where roth-peranson finds no stable matching, let a SAT solver find one or prove that none exists (singles, couples, supplemental lists).")]
    public bool Exact { get; init; }

    [Option("solver", MetaValue = "PATH", HelpText = "With --exact: the DIMACS solver to use, a path or a name on the search path; default: cadical.")]
    public string? Solver { get; init; }

    [Option("time-limit", MetaValue = "S", HelpText = "With --exact: seconds for the solver, above 0; default: as long as it takes.")]
    public double? TimeLimit { get; init; }

    [Option("quiet", HelpText = "With --exact: no clock on standard error while the solver works.")]
    public bool Quiet { get; init; }

    [Option("explain", MetaValue = "ID", Separator = OptionLists.Separator, HelpText = "Say on standard error why this applicant matched so, entry by entry, or whom this program holds; may be repeated.")]
    public IEnumerable<string> Explain { get; init; } = [];

    [Option("trace", MetaValue = "FILE", HelpText = "Write every proposal, rejection, hold, displacement and withdrawal to this CSV file.")]
    public string? Trace { get; init; }

    [Option("out", MetaValue = "FILE", HelpText = "Write the matching to this file (text form if it ends in .rcp) instead of standard output.")]
    public string? Out { get; init; }

    [Option("json", HelpText = "Print a summary as one line of JSON instead of the matching.")]
    public bool Json { get; init; }
}

internal static class MatchCommand
{
    public static async Task<int> RunAsync(MatchOptions options, CommandContext context, CancellationToken stop)
    {
        (MatchAlgorithm algorithm, Proposing proposing, EngineOptions engine) = MatchPlan.Of(options);
        DimacsSolver? solver = options.Exact ? DimacsSolver.Find(options.Solver) : null;
        long start = Stopwatch.GetTimestamp();
        NamedInstance instance = InstanceFiles.Read(options.Instance);
        TimeSpan read = Stopwatch.GetElapsedTime(start);
        MatchPlan.Refuse(instance, algorithm, options);
        stop.ThrowIfCancellationRequested();

        MatchResult Match(IMatchObserver? observer) => (algorithm, proposing) switch
        {
            (MatchAlgorithm.RothPeranson, _) => RothPeranson.Match(instance.Match, engine, new MatchWorkspace(), observer),
            (_, Proposing.Programs) => DeferredAcceptance.ProgramProposing(instance.Match, new MatchWorkspace(), observer),
            _ => DeferredAcceptance.ApplicantProposing(instance.Match, new MatchWorkspace(), observer),
        };
        start = Stopwatch.GetTimestamp();
        MatchResult result = options.Trace is { } trace ? Traced(instance, trace, Match, stop) : Match(null);
        var decision = MatchDecision.Of(result, algorithm);
        if (solver is not null && decision.Verdict != MatchVerdict.Stable)
        {
            CommandContext watched = context with { Interactive = context.Interactive && !options.Quiet };
            decision = await SettleAsync(decision, instance, engine.Stability, solver, options.TimeLimit, watched, stop);
        }

        TimeSpan matched = Stopwatch.GetElapsedTime(start);
        stop.ThrowIfCancellationRequested();

        start = Stopwatch.GetTimestamp();
        StabilityReport report = decision.Check(instance.Match, result, engine.Stability);
        TimeSpan check = Stopwatch.GetElapsedTime(start);
        stop.ThrowIfCancellationRequested();

        Tell(options, context, instance, decision, report, () => MatchSummary.Of(instance, decision, read, matched, check));
        return decision.Verdict == MatchVerdict.Stable ? ExitCode.Ok : ExitCode.CheckFailed;
    }

    private static MatchResult Traced(NamedInstance instance, string path, Func<IMatchObserver?, MatchResult> match, CancellationToken stop)
    {
        MatchResult? result = null;
        AtomicFile.WriteText(path, writer =>
        {
            var trace = new MatchTrace(instance, writer, stop);
            trace.WriteHeader();
            result = match(trace);
        });
        return result!;
    }

    /// <summary>Asks the solver what the matcher could not tell.</summary>
    private static async Task<MatchDecision> SettleAsync(
        MatchDecision met,
        NamedInstance instance,
        StabilityDefinition stability,
        DimacsSolver solver,
        double? seconds,
        CommandContext context,
        CancellationToken stop)
    {
        TimeSpan? limit = seconds is { } value ? TimeSpan.FromSeconds(value) : null;
        string title = $"exact search{(limit is null ? "" : $", at most {seconds} s")}";
        ExactAnswer answer = await Waiting.RunAsync(
            context.Interactive, context.Diagnostics, title, () => ExactMatch.DecideAsync(instance.Match, stability, solver, limit, stop));
        string size = $"a formula of {answer.Variables} variables and {answer.Clauses} clauses";
        context.Diagnostics.WriteLine(answer.Status switch
        {
            ExactStatus.Stable => $"The algorithm found no stable matching; the solver did, from {size}.",
            ExactStatus.ProvedNone => $"The solver proved that no stable matching exists, from {size}.",
            _ => $"Time ran out after {seconds} s: whether a stable matching exists is not known.",
        });
        return met.Settled(answer, instance.Match);
    }

    private static void Tell(
        MatchOptions options, CommandContext context, NamedInstance instance, MatchDecision decision, StabilityReport report, Func<MatchSummary> summary)
    {
        bool stable = decision.Verdict == MatchVerdict.Stable;
        var sentences = new StabilitySentences(instance);
        if (stable && !report.IsStable)
            throw new InvalidOperationException("The matcher says stable, the check does not: " + string.Join(' ', sentences.Of(report)));
        NamedMatching matching = decision.Matching;
        if (options.Out is { } path)
            MatchingWriter.Write(instance, matching, stable, path);
        else if (!options.Json)
            MatchingWriter.WriteCsv(instance, matching, context.Answer);
        if (options.Json)
            context.Answer.WriteLine(summary().ToJson());
        foreach (string sentence in instance.Dropped.Sentences())
            context.Diagnostics.WriteLine(sentence);
        if (!stable)
            context.Diagnostics.WriteLine("No stable matching was found; this is the best one met, and what is wrong with it:");
        foreach (string sentence in stable ? [] : sentences.Of(report))
            context.Diagnostics.WriteLine(sentence);
        var explanation = new Explanation(instance, matching, decision.EffectiveQuotas);
        foreach (string line in options.Explain.SelectMany(id => explanation.Of(id)!))
            context.Diagnostics.WriteLine(line);
    }
}
