namespace MatchSim.Engine.Interviews;

/// <summary>One application as both sides saw it.</summary>
/// <param name="Program">Program index.</param>
/// <param name="Chosen">From which set of programs the applicant chose it.</param>
/// <param name="Utility">Applicant's utility before any interview, standard deviations of taste.</param>
/// <param name="Signal">Signal sent with it.</param>
/// <param name="Screens">Every screen it fails; none = the program read it.</param>
/// <param name="Score">Program's score before any interview, standard deviations of MD quality; NaN = not read.</param>
public readonly record struct Application(
    int Program, BlockKind Chosen, float Utility, ProgramSignal Signal, FailedScreens Screens, float Score);

/// <summary>The signal that goes with an application.</summary>
public enum ProgramSignal
{
    None,
    Silver,
    Gold,
}

/// <summary>Why a program did not read an application; several may hold.</summary>
[Flags]
public enum FailedScreens
{
    None = 0,

    /// <summary>The program never interviews the applicant's type.</summary>
    Type = 1,

    /// <summary>The program takes no visa that the applicant could use.</summary>
    Visa = 2,

    /// <summary>Step 2 CK is below the program's cut-off.</summary>
    Cutoff = 4,

    /// <summary>The program never interviews after a failed first attempt.</summary>
    FailedAttempt = 8,
}
