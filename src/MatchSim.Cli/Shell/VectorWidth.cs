using System.Runtime.Intrinsics;

namespace MatchSim.Cli.Shell;

/// <summary>How many bits of a vector the processor takes at once.</summary>
internal static class VectorWidth
{
    /// <summary>512, 256, 128, or 0 where vectors are taken apart into single numbers.</summary>
    public static int Bits => Vector512.IsHardwareAccelerated ? 512
        : Vector256.IsHardwareAccelerated ? 256
        : Vector128.IsHardwareAccelerated ? 128
        : 0;
}
