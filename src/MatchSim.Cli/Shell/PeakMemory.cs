using System.Diagnostics;

namespace MatchSim.Cli.Shell;

/// <summary>The most memory the program held at any time.</summary>
internal static class PeakMemory
{
    /// <summary>Megabytes (10⁶ bytes) of physical memory, to a tenth.</summary>
    public static double Megabytes()
    {
        using var itself = Process.GetCurrentProcess();
        return Math.Round(itself.PeakWorkingSet64 / 1e6, 1);
    }
}
