using System.Diagnostics;
using CommandLine;
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
    public static Task<int> RunAsync(MatchOptions options, CommandContext context, CancellationToken stop)
    {
        (MatchAlgorithm algorithm, Proposing proposing, EngineOptions engine) = MatchPlan.Of(options);
        long start = Stopwatch.GetTimestamp();
        NamedInstance instance = InstanceFiles.Read(options.Instance);
        TimeSpan read = Stopwatch.GetElapsedTime(start);
        MatchPlan.Refuse(instance, algorithm, options);
        stop.ThrowIfCancellationRequested();

        MatchResult Match(IMatchObserver? observer) => (algorithm, proposing) switch
        {
            (MatchAlgorithm.RothPeranson, _) => RothPeranson.Match(instance.Match, engine, new MatchWorkspace(), observer),
            (_, Proposing.Programs) => DeferredAcceptance.ProgramProposing(instance.Match, new MatchWorkspace()),
            _ => DeferredAcceptance.ApplicantProposing(instance.Match, new MatchWorkspace(), observer),
        };
        start = Stopwatch.GetTimestamp();
        MatchResult result = options.Trace is { } trace ? Traced(instance, trace, Match, stop) : Match(null);
        TimeSpan matched = Stopwatch.GetElapsedTime(start);
        stop.ThrowIfCancellationRequested();

        start = Stopwatch.GetTimestamp();
        StabilityReport report = Stability.Check(instance.Match, result, engine.Stability);
        TimeSpan check = Stopwatch.GetElapsedTime(start);
        stop.ThrowIfCancellationRequested();

        bool stable = result.Status == MatchStatus.Stable;
        var sentences = new StabilitySentences(instance);
        if (stable && !report.IsStable)
            throw new InvalidOperationException("The matcher says stable, the check does not: " + string.Join(' ', sentences.Of(report)));
        var matching = new NamedMatching(result.ProgramOf.ToArray(), result.SupplementalProgramOf.ToArray());
        if (options.Out is { } path)
            MatchingWriter.Write(instance, matching, stable, path);
        else if (!options.Json)
            MatchingWriter.WriteCsv(instance, matching, context.Answer);
        if (options.Json)
            context.Answer.WriteLine(MatchSummary.Of(instance, result, algorithm, read, matched, check).ToJson());
        TellDiagnostics(context, instance, stable, sentences.Of(report));
        var explanation = new Explanation(instance, matching, result.EffectiveQuotas.ToArray());
        foreach (string line in options.Explain.SelectMany(id => explanation.Of(id)!))
            context.Diagnostics.WriteLine(line);
        return Task.FromResult(stable ? ExitCode.Ok : ExitCode.CheckFailed);
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

    private static void TellDiagnostics(CommandContext context, NamedInstance instance, bool stable, IEnumerable<string> problems)
    {
        foreach (string sentence in instance.Dropped.Sentences())
            context.Diagnostics.WriteLine(sentence);
        if (stable)
            return;
        context.Diagnostics.WriteLine("No stable matching was found; this is the best one met, and what is wrong with it:");
        foreach (string sentence in problems)
            context.Diagnostics.WriteLine(sentence);
    }
}
