using MatchSim.Engine.Markets;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Advice;

/// <summary>One applicant as drawn, outside of the market's columns: everything a season asks of a person.</summary>
internal sealed record FocalApplicant
{
    /// <summary>Stream key: every draw of the pair with a program follows from it.</summary>
    public required ulong Key { get; init; }

    public required ApplicantType Type { get; init; }

    public required int Specialty { get; init; }

    /// <summary>−1 = none.</summary>
    public required int SecondSpecialty { get; init; }

    public required bool AddsPreliminary { get; init; }

    /// <summary>Standard deviations of MD seniors.</summary>
    public required float Quality { get; init; }

    /// <summary>Believed level, on the scale of desirability.</summary>
    public required float Level { get; init; }

    /// <summary>Points.</summary>
    public required float Step2 { get; init; }

    public required bool FailedAttempt { get; init; }

    public required VisaNeed Visa { get; init; }

    public required int Region { get; init; }

    /// <summary>Standard normal.</summary>
    public required float Performance { get; init; }

    /// <summary>Most interviews attended.</summary>
    public required int InterviewLimit { get; init; }

    /// <summary>Withdraws before ranking: certifies no list.</summary>
    public required bool Withdrawn { get; init; }

    /// <summary>Somebody of the market.</summary>
    public static FocalApplicant Of(Market market, int applicant)
    {
        ApplicantColumns columns = market.Applicants;
        return new FocalApplicant
        {
            Key = market.Layout.ApplicantKeys[applicant],
            Type = columns.Type[applicant],
            Specialty = columns.Specialty[applicant],
            SecondSpecialty = columns.SecondSpecialty[applicant],
            AddsPreliminary = columns.AddsPreliminary[applicant],
            Quality = columns.Quality[applicant],
            Level = columns.Level[applicant],
            Step2 = columns.Step2[applicant],
            FailedAttempt = columns.FailedAttempt[applicant],
            Visa = columns.Visa[applicant],
            Region = columns.Region[applicant],
            Performance = columns.Performance[applicant],
            InterviewLimit = columns.InterviewLimit[applicant],
            Withdrawn = columns.Withdrawn[applicant],
        };
    }
}
