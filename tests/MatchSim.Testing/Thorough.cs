namespace MatchSim.Testing;

/// <summary>
/// The environment variable <c>MATCHSIM_THOROUGH=1</c> asks for a long run: more cases of every property, drawn from
/// fresh seeds.
/// </summary>
public static class Thorough
{
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("MATCHSIM_THOROUGH") == "1";

    /// <summary>What the number of cases of a property is multiplied by, ≥ 1.</summary>
    public static int Factor => IsOn ? 20 : 1;
}
