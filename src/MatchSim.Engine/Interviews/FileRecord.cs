using System.Runtime.InteropServices;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Interviews;

/// <summary>What a program reads of one applicant beyond the screens, and the key of the draws of the two: four words, so that
/// sixteen records become four vectors.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct FileRecord
{
    /// <summary>Halves of the key of the applicant's tastes for the group's programs.</summary>
    public uint TasteStart { get; init; }

    /// <inheritdoc cref="TasteStart"/>
    public uint TasteInner { get; init; }

    /// <summary>Quality on paper, standard deviations of MD quality.</summary>
    public float Quality { get; init; }

    /// <summary>Everything else: <see cref="FileTags"/>.</summary>
    public int Tags { get; init; }
}

/// <summary>
/// The rest of a file in one word: home region, from which set the group was chosen, a failed attempt, the type. What depends on the
/// last two, or on the set, is looked up in a table of sixteen by the lowest four bits of the word shifted.
/// </summary>
internal static class FileTags
{
    /// <summary>Shift that brings failed attempt and type down.</summary>
    public const int KindAt = 28;

    /// <summary>Shift that brings the set down; above it there are other bits.</summary>
    public const int ChosenAt = 26;

    /// <summary>Bits of the region.</summary>
    public const int Region = (1 << ChosenAt) - 1;

    private const int Sets = 4;

    /// <summary>The word of a file.</summary>
    public static int Of(int region, BlockKind chosen, ApplicantType type, bool failedAttempt) =>
        region | ((int)chosen << ChosenAt) | (KindOf(type, failedAttempt) << KindAt);

    /// <summary>Type and failed attempt in one number below sixteen.</summary>
    public static int KindOf(ApplicantType type, bool failedAttempt) => (2 * (int)type) + (failedAttempt ? 1 : 0);

    /// <summary>The set in a word shifted by <see cref="ChosenAt"/>.</summary>
    public static BlockKind ChosenIn(int shifted) => (BlockKind)(shifted % Sets);
}
