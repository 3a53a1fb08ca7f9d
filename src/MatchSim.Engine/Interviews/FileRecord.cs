using System.Runtime.InteropServices;

namespace MatchSim.Engine.Interviews;

/// <summary>What a program reads of one applicant beyond the screens, and the streams of the two: eight words, so that sixteen
/// records become eight vectors.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct FileRecord
{
    /// <summary>Words in a record.</summary>
    public const int Words = 8;

    /// <summary>Bits of <see cref="Facts"/>.</summary>
    public const int FailedAttempt = 1 << 30;
    public const int Second = 1 << 29;
    public const int Preliminary = 1 << 28;
    public const int Region = Preliminary - 1;

    /// <summary>Halves of the key of the applicant's tastes for the group's programs.</summary>
    public uint TasteStart { get; init; }

    /// <inheritdoc cref="TasteStart"/>
    public uint TasteInner { get; init; }

    /// <summary>Halves of the key of what only each program sees.</summary>
    public uint NoiseStart { get; init; }

    /// <inheritdoc cref="NoiseStart"/>
    public uint NoiseInner { get; init; }

    /// <summary>Quality on paper, standard deviations of MD quality.</summary>
    public float Quality { get; init; }

    /// <summary>Home region, a failed attempt, and from which set the group was chosen.</summary>
    public int Facts { get; init; }

    /// <summary>Utilities that a program must reach to have a signal, and a gold one.</summary>
    public SignalLimits Signals { get; init; }
}
