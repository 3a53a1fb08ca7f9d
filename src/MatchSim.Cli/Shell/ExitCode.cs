namespace MatchSim.Cli.Shell;

/// <summary>What the program tells its caller; public and stable.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    /// <summary>A check failed: unstable, a target missed, no stable matching found.</summary>
    public const int CheckFailed = 1;

    /// <summary>The user can mend it: bad file, bad option. A sentence per mistake, nothing written.</summary>
    public const int UserError = 2;

    /// <summary>Only we can mend it (EX_SOFTWARE of sysexits.h): a stack trace and where to report it.</summary>
    public const int Bug = 70;

    /// <summary>Ctrl-C or SIGTERM (128 + SIGINT).</summary>
    public const int Cancelled = 130;
}
