namespace MatchSim.Engine.Randomness;

/// <summary>
/// What a draw is for. Every purpose has streams of its own, so that a new kind of draw moves no old one.
/// The numbers are part of the results: never renumber, only append.
/// </summary>
public enum Purpose
{
    // Programs (agent = program).
    ProgramSize = 1,
    Desirability = 2,
    Openness = 3,
    ProgramRegion = 4,
    VisaPolicy = 5,
    ScoreCutoff = 6,
    FailedAttemptPolicy = 7,
    InterviewCapacity = 8,
    CutoffUse = 9,

    // Applicants (agent = applicant).
    Quality = 20,
    Step2 = 21,
    FailedAttempt = 22,
    VisaNeed = 23,
    Specialty = 24,
    SecondSpecialty = 25,
    SecondSpecialtyChoice = 26,
    ApplicantRegion = 27,
    PerceivedLevel = 28,
    ApplicationCount = 29,
    InterviewLimit = 30,
    Withdrawal = 31,
    InterviewPerformance = 32,
    UsExperience = 33,
    YearsSinceGraduation = 34,
    PreliminaryYear = 35,
    OnlyTogether = 36,

    // Pairs (agent = applicant, partner = program).
    Taste = 50,
    ApplicationScore = 51,
    ProgramImpression = 52,
    ApplicantImpression = 53,
    RandomStrategy = 54,

    // The match itself.
    CoupleOrder = 70,

    // SOAP: who takes part (agent = applicant, agent = program), then pairs (agent = applicant, partner = program).
    SoapApplicant = 80,
    SoapProgram = 81,
    SoapTaste = 82,
    SoapEvaluation = 83,
}
