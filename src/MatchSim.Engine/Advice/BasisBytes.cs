using System.Runtime.InteropServices;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Advice;

/// <summary>
/// A basis as bytes, columns one after another as they lie in memory (little-endian). Says nothing about whose bytes they
/// are: the caller keeps a key and a checksum beside them.
/// </summary>
public static class BasisBytes
{
    /// <summary>Changes whenever the layout below does.</summary>
    public const int Format = 1;

    /// <summary>Writes what <see cref="Read"/> needs.</summary>
    public static byte[] Write(AdviceBasis basis)
    {
        ArgumentNullException.ThrowIfNull(basis);
        using var bytes = new MemoryStream();
        Put(bytes, [basis.Seasons.Length, basis.Together.Count]);
        foreach (SeasonView season in basis.Seasons)
            Put(bytes, season);
        foreach (TypeTogether point in basis.Together)
        {
            Put(bytes, [(int)point.Type, point.Mean, point.Values.Length]);
            foreach (double[] values in point.Values)
                Put(bytes, values);
        }

        return bytes.ToArray();
    }

    /// <summary>Reads a basis of this scenario; <c>null</c> = not such bytes.</summary>
    public static AdviceBasis? Read(Scenario scenario, ReadOnlySpan<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        Scenario alone = scenario with { Sweep = null, Sensitivity = null };
        var reader = new BasisReader(alone, bytes);
        int[] counts = reader.Take<int>(2);
        if (reader.Failed || counts[0] != alone.Replications || counts[1] is < 0 or > 10_000)
            return null;
        var seasons = new SeasonView[counts[0]];
        for (int r = 0; r < seasons.Length && !reader.Failed; r++)
            seasons[r] = reader.Season();
        var together = new TypeTogether[counts[1]];
        for (int i = 0; i < together.Length && !reader.Failed; i++)
            together[i] = reader.Together();
        return reader.Failed || !reader.AtEnd ? null : new AdviceBasis(alone, seasons, together);
    }

    private static void Put(MemoryStream bytes, SeasonView season)
    {
        ProgramColumns programs = season.Programs;
        Put(bytes, programs.Desirability);
        Put(bytes, programs.Openness);
        Put(bytes, programs.Region);
        Put(bytes, programs.Visas);
        Put(bytes, programs.Cutoff);
        Put(bytes, programs.FailedAttempt);
        Put(bytes, season.Cutoffs.Interview);
        Put(bytes, season.Cutoffs.Rank);
        Put(bytes, season.Cutoffs.Match);
        Put(bytes, season.Values);
    }

    private static void Put<T>(MemoryStream bytes, T[] column)
        where T : unmanaged => bytes.Write(MemoryMarshal.AsBytes(column.AsSpan()));
}
