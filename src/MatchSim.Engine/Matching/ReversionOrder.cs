namespace MatchSim.Engine.Matching;

/// <summary>The order in which reverted positions can be worked out.</summary>
public static class ReversionOrder
{
    /// <summary>All donors, each after the donors it receives from. Donors on a circle (a user error) are left out;
    /// see <see cref="IsCircular"/>.</summary>
    public static IReadOnlyList<int> DonorsFirst(MatchInstance instance)
    {
        var waitsFor = new Dictionary<int, int>();
        foreach (Reversion reversion in instance.Reversions)
            waitsFor.TryAdd(reversion.Donor, 0);
        foreach (Reversion reversion in instance.Reversions)
            if (waitsFor.TryGetValue(reversion.Receiver, out int waits))
                waitsFor[reversion.Receiver] = waits + 1;
        var ready = new List<int>();
        foreach ((int donor, int waits) in waitsFor)
            if (waits == 0)
                ready.Add(donor);
        for (int i = 0; i < ready.Count; i++)
            foreach (Reversion reversion in instance.Reversions)
                if (reversion.Donor == ready[i] && waitsFor.ContainsKey(reversion.Receiver)
                    && --waitsFor[reversion.Receiver] == 0)
                    ready.Add(reversion.Receiver);
        return ready;
    }

    /// <summary>Positions could come back to a program that gave them.</summary>
    public static bool IsCircular(MatchInstance instance)
    {
        var donors = new HashSet<int>();
        foreach (Reversion reversion in instance.Reversions)
            donors.Add(reversion.Donor);
        return DonorsFirst(instance).Count < donors.Count;
    }
}
