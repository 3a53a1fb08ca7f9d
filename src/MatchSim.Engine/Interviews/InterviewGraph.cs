using MatchSim.Engine.Markets;

namespace MatchSim.Engine.Interviews;

/// <summary>
/// Who interviews whom: one slot per interview, grouped by applicant. A view into a worker's workspace.
/// </summary>
public sealed class InterviewGraph(MarketLayout layout)
{
    /// <summary>[applicant + 1] first slot of each applicant. Within an applicant the order of slots means nothing.</summary>
    public int[] ApplicantOffsets { get; } = new int[layout.ApplicantCount + 1];

    /// <summary>[slot] program, and what the two thought of each other before they met.</summary>
    public Interview[] Slots { get; private set; } = new Interview[1 << 16];

    /// <summary>[program] interviews held.</summary>
    public int[] Held { get; } = new int[layout.ProgramCount];

    /// <summary>Interviews held in all.</summary>
    public int Count => ApplicantOffsets[^1];

    /// <summary>[applicant] invitations received.</summary>
    public int[] Invited { get; } = new int[layout.ApplicantCount];

    /// <summary>[program] invitations sent.</summary>
    public int[] Invitations { get; } = new int[layout.ProgramCount];

    /// <summary>[program] lowest score invited in any wave; −∞ = everybody who passed the screens was invited.</summary>
    public float[] MarginalScore { get; } = new float[layout.ProgramCount];

    /// <summary>Interviews of one applicant.</summary>
    public ReadOnlySpan<Interview> Of(int applicant) =>
        Slots.AsSpan(ApplicantOffsets[applicant], ApplicantOffsets[applicant + 1] - ApplicantOffsets[applicant]);

    internal void Reserve(int interviews)
    {
        if (interviews <= Slots.Length)
            return;
        Slots = new Interview[2 * interviews];
    }
}

/// <summary>One interview, or the invitation to it.</summary>
/// <param name="Program">Program index.</param>
/// <param name="Utility">Applicant's utility of the program before the interview, standard deviations of taste.</param>
/// <param name="Score">Program's score of the applicant before the interview, standard deviations of MD quality.</param>
public readonly record struct Interview(int Program, float Utility, float Score);
