namespace MatchSim.Engine.Matching;

/// <summary>
/// Hears every event of a match in order, for teaching and audit. Applicants and programs are indices; a couple's
/// proposal is told as one call per member with a program. Without an observer the calls cost nothing.
/// </summary>
/// <remarks>Where programs propose the events are the same, seen from the other side: the program offers a place, the
/// applicant turns it down or holds it for now, and withdraws from the offer held when a better one comes.</remarks>
public interface IMatchObserver
{
    /// <summary>The applicant asks for a place, or the program offers it; <paramref name="rank"/> is the 0-based entry of
    /// the applicant's list in use.</summary>
    void Proposed(int applicant, int program, int rank, PlaceKind kind);

    /// <summary>The program turned the proposal down: it is full with better applicants, or, for a couple, the other
    /// half of the pair failed. Where programs propose: the applicant holds a better offer.</summary>
    void Rejected(int applicant, int program, PlaceKind kind);

    /// <summary>The program holds the applicant for now, or he the program's offer.</summary>
    void Held(int applicant, int program, PlaceKind kind);

    /// <summary>The program let the applicant go for a better one.</summary>
    void Displaced(int applicant, int program, PlaceKind kind);

    /// <summary>The applicant left: for a better place, or because the partner (or the advanced place) was lost. The
    /// place is offered again.</summary>
    void Withdrew(int applicant, int program, PlaceKind kind);

    /// <summary>A state came back: everybody but the plain singles is admitted anew, in another order.</summary>
    void Restarted(int restart);

    /// <summary>Quotas changed by reversions or parity; the match is run again from the start.</summary>
    void Rerun(int rerun);
}

/// <summary>Which list a place comes from.</summary>
public enum PlaceKind
{
    /// <summary>The applicant's primary list.</summary>
    Primary,

    /// <summary>The couple's joint list.</summary>
    Joint,

    /// <summary>The supplemental list of the advanced program held.</summary>
    Supplemental,
}
