using CommandLine;
using MatchSim.Cli.Files;
using MatchSim.Cli.Reports;
using MatchSim.Cli.Shell;
using MatchSim.Engine.Matching;

namespace MatchSim.Cli.Commands;

/// <summary>Options of <c>check</c>.</summary>
[Verb("check", HelpText = "Check a matching: name every blocking pair and couple, every broken quota and list.")]
internal sealed class CheckOptions : VerbOptions
{
    [Value(0, MetaName = "INSTANCE", Required = true, HelpText = "Instance folder, or file in the r/c/p text format.")]
    public string Instance { get; init; } = "";

    [Value(1, MetaName = "MATCHING", Required = true, HelpText = "Matching to check: CSV as match writes it, or m and r lines.")]
    public string Matching { get; init; } = "";

    [Option("stability", MetaValue = "FORM", Default = "bis", HelpText = "When a couple wants two positions of one program: bis (Biró, Irving and Schlotter) or mm (McDermid and Manlove).")]
    public string Stability { get; init; } = "bis";

    [Option("json", HelpText = "Print the findings as one line of JSON.")]
    public bool Json { get; init; }
}

internal static class CheckCommand
{
    public static Task<int> RunAsync(CheckOptions options, CommandContext context, CancellationToken stop)
    {
        var mistakes = new MistakeList();
        StabilityDefinition definition = MatchPlan.ParseStability(options.Stability, mistakes);
        mistakes.ThrowIfAny();
        NamedInstance instance = InstanceFiles.Read(options.Instance);
        NamedMatching matching = MatchingReader.Read(options.Matching, instance);
        stop.ThrowIfCancellationRequested();

        StabilityReport report = Stability.Check(instance.Match, matching.Programs, matching.Supplemental, definition);
        var sentences = new StabilitySentences(instance);
        if (options.Json)
            context.Answer.WriteLine(CheckJson.Of(instance, report, sentences));
        else
            Tell(context.Answer, report, sentences);
        foreach (string sentence in instance.Dropped.Sentences())
            context.Diagnostics.WriteLine(sentence);
        return Task.FromResult(report.IsStable ? ExitCode.Ok : ExitCode.CheckFailed);
    }

    private static void Tell(TextWriter answer, StabilityReport report, StabilitySentences sentences)
    {
        foreach (string sentence in sentences.Of(report))
            answer.WriteLine(sentence);
        answer.WriteLine(report.IsStable
            ? "Stable: quotas and lists are respected, and nobody could do better together with programs that would agree."
            : $"Not stable: {report.Blocking.Count} blocking, {report.Infeasible.Count} infeasible.");
    }
}
