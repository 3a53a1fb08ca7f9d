using Xunit;
using Xunit.Sdk;

namespace MatchSim.Testing;

/// <summary>
/// Marks a test whose parameters are drawn by FsCheck: the test must hold for every draw. It may return
/// <c>void</c> (throwing = false), <c>bool</c>, <c>Task</c> or <c>FsCheck.Property</c>.
/// </summary>
/// <remarks>
/// The members are a subset of FsCheck.Xunit's attribute of the same name, so the same test bodies compile against
/// either. One difference on purpose: an ordinary run draws from a seed made of the test's name, so that a commit has
/// one verdict; <see cref="Thorough"/> runs draw fresh seeds.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("MatchSim.Testing.PropertyDiscoverer", "MatchSim.Testing")]
public sealed class PropertyAttribute : FactAttribute
{
    /// <summary>Number of cases that must hold; multiplied by <see cref="Thorough.Factor"/>.</summary>
    public int MaxTest { get; set; } = 100;

    /// <summary>Size of the first case, ≥ 0; generators make larger values of larger sizes.</summary>
    public int StartSize { get; set; } = 1;

    /// <summary>Size of the last case; sizes grow evenly in between.</summary>
    public int EndSize { get; set; } = 100;

    /// <summary>Repeats one run: "(seed,gamma)" or "(seed,gamma,size)" as a failure prints it.</summary>
    public string? Replay { get; set; }

    /// <summary>Types whose static members return the <c>Arbitrary</c> of a parameter type.</summary>
    public Type[] Arbitrary { get; set; } = [];
}
