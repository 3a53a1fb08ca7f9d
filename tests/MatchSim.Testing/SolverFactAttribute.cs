using Xunit;

namespace MatchSim.Testing;

/// <summary>A fact that needs the SAT solver CaDiCaL on the search path. Without it the fact is skipped with the reason,
/// except in continuous integration, which installs it: there it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SolverFactAttribute : FactAttribute
{
    public SolverFactAttribute() => Skip = Solver.ReasonToSkip;
}

/// <summary>A theory that needs the same solver.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SolverTheoryAttribute : TheoryAttribute
{
    public SolverTheoryAttribute() => Skip = Solver.ReasonToSkip;
}

internal static class Solver
{
    private const string Missing = "CaDiCaL was not found: install it (Debian: apt-get install cadical).";

    public static string? ReasonToSkip { get; } =
        IsInstalled() || Environment.GetEnvironmentVariable("CI") == "true" ? null : Missing;

    private static bool IsInstalled() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "cadical")));
}
