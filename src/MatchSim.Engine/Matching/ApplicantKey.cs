namespace MatchSim.Engine.Matching;

/// <summary>
/// A program's opinion of one applicant as one 64-bit number that orders applicants strictly: score first, ties to the
/// lower applicant index. Keys of different applicants, or of one applicant's two placements, are never equal.
/// </summary>
/// <remarks>
/// Bits 63–32: score; bits 31–0: complement of 2·applicant + s, where s = 1 for the place an applicant takes from a
/// supplemental list. So a key names its holder, and held sets store nothing but keys.
/// </remarks>
internal static class ApplicantKey
{
    /// <summary>Cutoff of a program with room: every ranked applicant is above it, every unranked one is not.</summary>
    public const ulong Open = uint.MaxValue;

    /// <summary>Cutoff of a program without positions: nobody is above it.</summary>
    public const ulong Closed = ulong.MaxValue;

    /// <summary>"No key": below every real one.</summary>
    public const ulong None = 0;

    public static ulong Primary(uint score, int applicant) => ((ulong)score << 32) | ~((uint)applicant << 1);

    public static ulong Supplemental(uint score, int applicant) => ((ulong)score << 32) | ~(((uint)applicant << 1) | 1);

    public static int Applicant(ulong key) => (int)(~(uint)key >> 1);

    public static bool IsSupplemental(ulong key) => (~(uint)key & 1) != 0;
}
