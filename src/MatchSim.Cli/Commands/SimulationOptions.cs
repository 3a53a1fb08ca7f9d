using CommandLine;
using MatchSim.Cli.Shell;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Cli.Commands;

/// <summary>What every verb that simulates seasons can be told.</summary>
internal abstract class SimulationOptions : VerbOptions
{
    [Option("replications", MetaValue = "N", HelpText = "Seasons per sweep point, 2 or more; default: the scenario's.")]
    public int? Replications { get; init; }

    [Option("seed", MetaValue = "S", HelpText = "Seed of all random draws, 0 or more; default: the scenario's.")]
    public ulong? Seed { get; init; }

    [Option("threads", MetaValue = "T", HelpText = "Worker threads, 1 to 1024; default: the number of processors. Never changes the result.")]
    public int? Threads { get; init; }

    [Option("quiet", HelpText = "No progress on standard error.")]
    public bool Quiet { get; init; }

    /// <summary>Threads to use.</summary>
    public int ThreadCount => Threads ?? Environment.ProcessorCount;

    /// <summary>Checks what can be checked without a scenario.</summary>
    /// <exception cref="UserErrorException">A value is out of range.</exception>
    public void CheckRanges()
    {
        var mistakes = new MistakeList();
        var replications = ScenarioSchema.Root.Find("replications")!;
        if (Replications is { } count && !replications.Allows(count))
            mistakes.Add($"--replications {count}", replications.RangeText);
        if (Threads is < 1 or > 1024)
            mistakes.Add($"--threads {Threads}", "1 to 1024");
        Check(mistakes);
        mistakes.ThrowIfAny();
    }

    /// <summary>Checks what only this verb can be told.</summary>
    protected virtual void Check(MistakeList mistakes)
    {
    }

    /// <summary>The scenario with what the command line overrides.</summary>
    public Scenario Override(Scenario scenario) => scenario with
    {
        Replications = Replications ?? scenario.Replications,
        Seed = Seed ?? scenario.Seed,
    };
}
