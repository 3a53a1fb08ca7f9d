using MatchSim.Engine.Markets;

namespace MatchSim.Engine.Interviews;

/// <summary>
/// Who interviews whom, by applicant and by program. An interview is named by its application
/// (index into <see cref="ApplicationGraph"/>). A view into a worker's workspace.
/// </summary>
public sealed class InterviewGraph(MarketLayout layout)
{
    /// <summary>[applicant + 1] where an applicant's interviews start in <see cref="ByApplicant"/>.</summary>
    public int[] ApplicantOffsets { get; } = new int[layout.ApplicantCount + 1];

    /// <summary>[slot] application of each interview, grouped by applicant, in the order of applications.</summary>
    public int[] ByApplicant { get; private set; } = new int[1 << 16];

    /// <summary>[program + 1] where a program's interviews start in <see cref="ByProgram"/>.</summary>
    public int[] ProgramOffsets { get; } = new int[layout.ProgramCount + 1];

    /// <summary>[slot] slot in <see cref="ByApplicant"/>, grouped by program, in the order of applicants.</summary>
    public int[] ByProgram { get; private set; } = new int[1 << 16];

    /// <summary>[slot of ByApplicant] the applicant.</summary>
    public int[] Applicant { get; private set; } = new int[1 << 16];

    /// <summary>Interviews held.</summary>
    public int Count => ApplicantOffsets[^1];

    /// <summary>[applicant] invitations received.</summary>
    public int[] Invited { get; } = new int[layout.ApplicantCount];

    /// <summary>[program] invitations sent.</summary>
    public int[] Invitations { get; } = new int[layout.ProgramCount];

    /// <summary>[program] lowest score invited in any wave; −∞ = everybody who passed the screens was invited.</summary>
    public float[] MarginalScore { get; } = new float[layout.ProgramCount];

    internal void Reserve(int interviews)
    {
        if (interviews <= ByApplicant.Length)
            return;
        ByApplicant = new int[2 * interviews];
        ByProgram = new int[2 * interviews];
        Applicant = new int[2 * interviews];
    }
}
