using MatchSim.Engine.Markets;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Advice;

/// <summary>
/// Who asks: what is known of one applicant. What is <c>null</c> is drawn as the scenario draws it for the type, so that
/// a profile of a type and a specialty alone stands for all who are like that.
/// </summary>
/// <param name="Type">NRMP's group.</param>
/// <param name="Specialty">Id of the preferred specialty.</param>
public sealed record Profile(ApplicantType Type, string Specialty)
{
    /// <summary>Id of a second specialty, which gets the share of applications that the type gives one; <c>null</c> = none.</summary>
    public string? SecondSpecialty { get; init; }

    /// <summary>Step 2 CK score, points.</summary>
    public double? Step2 { get; init; }

    /// <summary>A failed first attempt at an examination.</summary>
    public bool? FailedAttempt { get; init; }

    /// <summary>Visa needed to work in the US.</summary>
    public VisaNeed? Visa { get; init; }

    /// <summary>Clinical experience in the US.</summary>
    public bool? UsExperience { get; init; }

    /// <summary>Years since graduation.</summary>
    public double? YearsSinceGraduation { get; init; }

    /// <summary>Home region, 0 … regions − 1.</summary>
    public int? Region { get; init; }

    /// <summary>How programs are chosen; <c>null</c> = as everybody in the scenario.</summary>
    public ApplicationStrategy? Strategy { get; init; }

    /// <summary>Whether program signals are sent; <c>null</c> = as in the scenario.</summary>
    public Switch? Signals { get; init; }
}
