namespace MatchSim.Cli.Shell;

/// <summary>How the program says what went wrong: a sentence for the user's mistakes, a stack for ours.</summary>
internal static class Outcomes
{
    private const string ReportTo = "the project's issue tracker";

    public static int Report(UserErrorException error, TextWriter diagnostics)
    {
        foreach (Mistake mistake in error.Mistakes)
            diagnostics.WriteLine($"matchsim: {mistake}");
        return ExitCode.UserError;
    }

    public static int Report(Exception bug, TextWriter diagnostics)
    {
        diagnostics.WriteLine($"""
            matchsim: this is a bug in MatchSim, not in your input.
            {bug}
            Please report it at {ReportTo}, with the command line, the files if you can share them,
            the lines above and this: matchsim {ProgramVersion.Text}, {Environment.OSVersion}, .NET {Environment.Version}.
            """);
        return ExitCode.Bug;
    }
}
