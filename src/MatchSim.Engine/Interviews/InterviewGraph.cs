using MatchSim.Engine.Markets;

namespace MatchSim.Engine.Interviews;

/// <summary>
/// Who interviews whom: one slot per interview, grouped by applicant. A view into a worker's workspace.
/// </summary>
public sealed class InterviewGraph(MarketLayout layout)
{
    /// <summary>[applicant + 1] first slot of each applicant. Within an applicant the order of slots means nothing.</summary>
    public int[] ApplicantOffsets { get; } = new int[layout.ApplicantCount + 1];

    /// <summary>[slot] program.</summary>
    public int[] Program { get; private set; } = new int[1 << 16];

    /// <summary>[slot] applicant's utility of the program before the interview, standard deviations of taste.</summary>
    public float[] Utility { get; private set; } = new float[1 << 16];

    /// <summary>[slot] program's score of the applicant before the interview, standard deviations of MD quality.</summary>
    public float[] Score { get; private set; } = new float[1 << 16];

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

    /// <summary>The interview of a slot.</summary>
    public Interview At(int slot) => new(Program[slot], Utility[slot], Score[slot]);

    /// <summary>Interviews of one applicant. Makes a new array: for looking, not for loops.</summary>
    public Interview[] Of(int applicant) => From(ApplicantOffsets[applicant], ApplicantOffsets[applicant + 1]);

    /// <summary>All interviews, by applicant. Makes a new array.</summary>
    public Interview[] All() => From(0, Count);

    /// <summary>Makes room for so many interviews, and two vectors more.</summary>
    internal void Reserve(int interviews)
    {
        if (interviews + (2 * LaneLayout.Width) <= Program.Length)
            return;
        Program = new int[interviews + (interviews >> 3) + (2 * LaneLayout.Width)];
        Utility = new float[Program.Length];
        Score = new float[Program.Length];
    }

    private Interview[] From(int start, int end)
    {
        var interviews = new Interview[end - start];
        for (int i = 0; i < interviews.Length; i++)
            interviews[i] = At(start + i);
        return interviews;
    }
}

/// <summary>One interview, or the invitation to it.</summary>
/// <param name="Program">Program index.</param>
/// <param name="Utility">Applicant's utility of the program before the interview, standard deviations of taste.</param>
/// <param name="Score">Program's score of the applicant before the interview, standard deviations of MD quality.</param>
public readonly record struct Interview(int Program, float Utility, float Score);
