namespace MatchSim.Engine.Scenarios;

/// <summary>Finds what somebody who mistyped a name probably meant.</summary>
public static class NearestName
{
    private const int LongestName = 60;

    /// <summary>The candidate within a few typing slips (a third of its length, at least one); of equals the first;
    /// <c>null</c> when nothing is similar.</summary>
    public static string? To(string name, IEnumerable<string> candidates)
    {
        string? best = null;
        int least = int.MaxValue;
        foreach (string candidate in candidates)
        {
            int slips = Slips(name, candidate);
            if (slips < least && slips <= Math.Max(1, candidate.Length / 3))
                (best, least) = (candidate, slips);
        }

        return best;
    }

    /// <summary>Slips between two words — letters changed, left out, put in, two neighbours swapped — letter case
    /// ignored; long texts are never near anything.</summary>
    public static int Slips(string a, string b)
    {
        if (a.Length > LongestName || b.Length > LongestName)
            return int.MaxValue;
        (a, b) = (a.ToLowerInvariant(), b.ToLowerInvariant());
        int[,] slips = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
                slips[i, j] = i == 0 || j == 0 ? i + j : Fewest(a, b, slips, i, j);
        }

        return slips[a.Length, b.Length];
    }

    private static int Fewest(string a, string b, int[,] slips, int i, int j)
    {
        int changed = slips[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        int fewest = Math.Min(changed, 1 + Math.Min(slips[i - 1, j], slips[i, j - 1]));
        bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return swapped ? Math.Min(fewest, slips[i - 2, j - 2] + 1) : fewest;
    }
}
