namespace MatchSim.Engine.Matching;

/// <summary>Memory of the program-proposing algorithm: the short lists on which programs propose.</summary>
internal sealed class ProgramProposals
{
    /// <summary>[program + 1] where the program's short list starts.</summary>
    public int[] Offsets = [];

    /// <summary>[slot] applicant's key, worst first within a program.</summary>
    public ulong[] Keys = [];

    /// <summary>[slot] the program's 0-based rank on that applicant's list, in step with Keys.</summary>
    public int[] Ranks = [];

    /// <summary>[program] one past the next slot to propose to; goes down.</summary>
    public int[] Next = [];

    /// <summary>[program] positions not held by anybody now.</summary>
    public int[] Vacant = [];

    /// <summary>Programs with vacancies that may still propose.</summary>
    public int[] Stack = [];
}
