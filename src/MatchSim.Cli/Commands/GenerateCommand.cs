using CommandLine;
using MatchSim.Cli.Files;
using MatchSim.Cli.Reports;
using MatchSim.Cli.Shell;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;

namespace MatchSim.Cli.Commands;

/// <summary>Options of <c>generate</c>.</summary>
[Verb("generate", HelpText = "Write one season's rank order lists as an instance for match and check.")]
internal sealed class GenerateOptions : VerbOptions
{
    [Value(0, MetaName = "SCENARIO", Required = true, HelpText = "Scenario file, or the name of a built-in scenario.")]
    public string Scenario { get; init; } = "";

    [Option("out", Required = true, MetaValue = "DIR", HelpText = "Folder to write: new, empty, or an earlier instance, which is replaced.")]
    public string Out { get; init; } = "";

    [Option("replication", MetaValue = "R", Default = 0, HelpText = "Which season, from 0.")]
    public int Replication { get; init; }

    [Option("format", MetaValue = "FORMAT", Default = "csv", HelpText = "csv (a folder of tables) or rcp (instance.rcp, for public couples solvers).")]
    public string Format { get; init; } = "csv";

    [Option("explain", MetaValue = "ID", Separator = OptionLists.Separator, HelpText = "Follow this applicant of the instance through the season: every application and what came of it; may be repeated.")]
    public IEnumerable<string> Explain { get; init; } = [];
}

/// <summary>How an instance is written.</summary>
internal enum InstanceFormat
{
    Csv,
    Rcp,
}

internal static class GenerateCommand
{
    private const string RcpFile = "instance.rcp";

    private static readonly string[] OwnFiles =
    [
        InstanceFolder.Applicants, InstanceFolder.Programs, InstanceFolder.Rankings, InstanceFolder.Couples,
        InstanceFolder.Supplemental, InstanceFolder.Reversions, RcpFile,
    ];

    public static Task<int> RunAsync(GenerateOptions options, CommandContext context, CancellationToken stop)
    {
        var mistakes = new MistakeList();
        var format = Choices.Parse<InstanceFormat>("--format", options.Format, mistakes);
        if (options.Replication < 0)
            mistakes.Add($"--replication {options.Replication}", "a whole number, 0 or more");
        OutputFolder.Check(options.Out, OwnFiles, "an earlier instance", mistakes);
        mistakes.ThrowIfAny();
        Scenario scenario = ScenarioFile.Read(options.Scenario).Scenario;
        if (format == InstanceFormat.Rcp && scenario.Match.SupplementalLists == Switch.On && HasAdvanced(scenario))
        {
            throw new UserErrorException(new Mistake(
                "--format rcp for a scenario with supplemental lists", "--format csv, or match.supplemental_lists: off in the scenario"));
        }

        var layout = new MarketLayout(scenario);
        string[] ids = format == InstanceFormat.Rcp ? SeasonInstance.NumbersOf(layout) : SeasonInstance.NamesOf(layout);
        IReadOnlyList<int> followed = ApplicantIds.Find("--explain", options.Explain, ids, mistakes);
        mistakes.ThrowIfAny();
        stop.ThrowIfCancellationRequested();
        Season season = new Replication(layout).Run(scenario.Seed, options.Replication);
        stop.ThrowIfCancellationRequested();
        NamedInstance instance = format == InstanceFormat.Rcp
            ? SeasonInstance.Numbered(layout, season.Lists.Instance)
            : SeasonInstance.Named(layout, season.Lists.Instance);
        string[] written = Write(format, instance, options.Out);
        context.Answer.WriteLine($"{scenario.Name}, replication {options.Replication}, seed {scenario.Seed}: {layout.ApplicantCount} applicants, " +
            $"{layout.ProgramCount} programs, {season.Lists.Instance.CoupleCount} couples");
        foreach (string file in written)
            context.Answer.WriteLine(Path.Combine(options.Out, file));
        if (followed.Count > 0)
            Tell(new SeasonStory(instance, season, scenario.Seed, options.Replication), followed, context, stop);
        return Task.FromResult(ExitCode.Ok);
    }

    private static void Tell(SeasonStory story, IReadOnlyList<int> followed, CommandContext context, CancellationToken stop)
    {
        foreach (int applicant in followed)
        {
            stop.ThrowIfCancellationRequested();
            context.Answer.WriteLine();
            story.Tell(applicant, context.Answer);
        }
    }

    private static string[] Write(InstanceFormat format, NamedInstance instance, string folder)
    {
        if (format == InstanceFormat.Rcp)
        {
            RcpWriter.Refuse(instance, Path.Combine(folder, RcpFile));
            AtomicFile.CreateFolder(folder);
            RcpWriter.Write(instance, Path.Combine(folder, RcpFile));
            Remove(folder, [RcpFile]);
            return [RcpFile];
        }

        string[] tables = [.. InstanceFolderWriter.Tables(instance).Select(table => table.Table)];
        InstanceFolderWriter.Write(instance, folder);
        Remove(folder, tables);
        return tables;
    }

    /// <summary>Tables of an earlier instance that this one does not have would be read as part of it.</summary>
    private static void Remove(string folder, string[] except)
    {
        foreach (string stale in OwnFiles.Except(except, StringComparer.Ordinal))
            File.Delete(Path.Combine(folder, stale));
    }

    private static bool HasAdvanced(Scenario scenario) =>
        scenario.Market.Specialties.Values.Any(specialty => specialty.Advanced is not null && specialty.PreliminaryYear is not null);
}
