using CommandLine;

namespace MatchSim.Cli.Commands;

/// <summary>Options of <c>advise</c>.</summary>
[Verb("advise", HelpText = "How many programs should I apply to? One applicant's chance against the number of programs.")]
internal sealed class AdviseOptions : SimulationOptions
{
    [Option("scenario", MetaValue = "S", Default = "us-2025", HelpText = "Scenario file, or the name of a built-in scenario.")]
    public string Scenario { get; init; } = "us-2025";

    [Option("profile", MetaValue = "FILE", HelpText = "YAML file that says who asks; other options come before it.")]
    public string? Profile { get; init; }

    [Option("type", MetaValue = "T", HelpText = "us-md-senior, us-do-senior, us-img, non-us-img or other; default: non-us-img, if there are any.")]
    public string? Type { get; init; }

    [Option("specialty", MetaValue = "S", HelpText = "Id of the preferred specialty; default: the one most of the type prefer.")]
    public string? Specialty { get; init; }

    [Option("second-specialty", MetaValue = "S", HelpText = "Id of a second specialty; default: none.")]
    public string? SecondSpecialty { get; init; }

    [Option("step2", MetaValue = "N", HelpText = "Step 2 CK score; default: drawn as the type's.")]
    public double? Step2 { get; init; }

    [Option("visa", MetaValue = "V", HelpText = "Visa needed: none, j1 or h1b; default: drawn as the type's.")]
    public string? Visa { get; init; }

    [Option("partner", MetaValue = "FILE", HelpText = "Profile of a partner: asks for the two as a couple, who rank jointly, by running the national match again.")]
    public string? Partner { get; init; }

    [Option("budget", MetaValue = "N", Default = 4000, HelpText = "With --partner: national matches to run again, 1 to 10000000.")]
    public int Budget { get; init; } = 4000;

    [Option("mix-programs", MetaValue = "K", HelpText = "At how many programs reach, target and safe ones are weighed, 1 to 2000; default: the recommended number.")]
    public int? MixPrograms { get; init; }

    [Option("max-programs", MetaValue = "K", Default = 200, HelpText = "Where the curve ends, 1 to 2000 programs.")]
    public int MaxPrograms { get; init; } = 200;

    [Option("focal", MetaValue = "N", Default = 180, HelpText = "Applicants like you drawn in every season, 1 to 1000000.")]
    public int Focal { get; init; } = 180;

    [Option("no-market-wide", HelpText = "Leave out what happens if everybody of the type changes together.")]
    public bool NoMarketWide { get; init; }

    [Option("no-cache", HelpText = "Neither read nor keep the scenario's seasons in the cache folder.")]
    public bool NoCache { get; init; }

    [Option("out", MetaValue = "DIR", HelpText = "Folder for curve.csv and report.html: new, empty, or with earlier advice, which is replaced.")]
    public string? Out { get; init; }

    [Option("json", HelpText = "Print the answer as one line of JSON.")]
    public bool Json { get; init; }
}
