using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Advice;

/// <summary>The answer to one profile.</summary>
/// <param name="Scenario">The scenario as it was run, seed and replications included.</param>
/// <param name="Profile">Who asked.</param>
/// <param name="Options">How it was computed.</param>
/// <param name="Curve">The individual curve.</param>
/// <param name="Recommendation">What it comes to.</param>
public sealed record AdviceResult(
    Scenario Scenario, Profile Profile, AdviceOptions Options, IndividualCurve Curve, Recommendation Recommendation)
{
    /// <summary>The whole type's match rate if everybody of the type changes together; empty if not asked for.</summary>
    public required IReadOnlyList<MarketWidePoint> MarketWide { get; init; }

    /// <summary>What else might help, the most helpful first.</summary>
    public required IReadOnlyList<Alternative> Alternatives { get; init; }

    /// <summary>The type's match rate as the scenario stands; <c>null</c> = nobody of the type prefers the specialty.</summary>
    public required MarketWidePoint? TypeToday { get; init; }

    /// <summary>How many reach, target and safe programs; <c>null</c> = not asked for, or too few seasons.</summary>
    public MixAdvice? Mix { get; init; }

    /// <summary>What the look-up was measured to cost in this scenario; <c>null</c> = not measured.</summary>
    public Approximation? Approximation { get; init; }
}
