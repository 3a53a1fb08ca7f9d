using MatchSim.Engine.Randomness;

namespace MatchSim.Engine.Matching;

/// <content>Admission one unit at a time, and what happens when a state comes back.</content>
internal sealed partial class RothPeransonRun
{
    private SplitMix random;

    /// <summary>First couple displaced in the admission now running; −1 = none yet.</summary>
    private int displacedCouple;

    /// <summary>Hashes of the orders tried since the last reshuffle.</summary>
    private readonly HashSet<ulong> tried = [];

    /// <summary>Admits everybody but the plain singles, who are matched already. Sets the result's status.</summary>
    public void AdmitRest()
    {
        listingsBuilt = false;
        Save();
        OnlySingles();
        tried.Clear();
        bestFound.Forget();
        int restarts = 0;
        for (int stuck = AdmitAll(); stuck >= 0; stuck = AdmitAll())
        {
            workspace.Result.Loops++;
            int displaced = displacedCouple;
            if (Wander() || (restarts == options.RestartBudget && Uproot()))
                break;
            if (restarts++ == options.RestartBudget)
            {
                workspace.Result.Status = MatchStatus.NoStableMatchingFound;
                KeepBest();
                break;
            }

            if (!MoveBefore(stuck, displaced) || !tried.Add(HashOfOrder()))
            {
                Shuffle(order.AsSpan(0, orderLength));
                tried.Clear();
            }

            workspace.Result.Restarts++;
            observer?.Restarted(workspace.Result.Restarts);
            Restore();
        }

        for (int c = 0; c < couples; c++)
            workspace.RankOf[instance.CoupleA[c]] = workspace.RankOf[instance.CoupleB[c]] = coupleRank[c];
    }

    /// <summary>Returns the position in the order of the unit whose admission looped; −1 = all are in.</summary>
    private int AdmitAll()
    {
        for (int i = 0; i < orderLength; i++)
        {
            Admit(order[i]);
            if (!Settle())
                return i;
        }

        return -1;
    }

    private void Admit(int unit)
    {
        admitted[unit] = true;
        if (unit >= FirstDependent)
            MayWant(unit - FirstDependent);
        Push(unit);
    }

    /// <summary>Works until both stacks are empty: then the matching is stable for everybody admitted. False when a state
    /// came back.</summary>
    private bool Settle()
    {
        displacedCouple = -1;
        StartCounting();
        while (true)
        {
            if (applicantTop > 0)
            {
                if (Repeats())
                    return false;
                Propose(Pop());
            }
            else if (programTop > 0)
            {
                Repair();
            }
            else
            {
                return true;
            }
        }
    }

    private void NoteDisplaced(int couple)
    {
        if (displacedCouple < 0)
            displacedCouple = couple;
    }

    /// <summary>Sorted deferred acceptance (Ashlagi, Braverman and Hassidim 2014): the couple whose admission looped goes
    /// directly before the couple it displaced. False when that is not possible.</summary>
    private bool MoveBefore(int stuck, int displaced)
    {
        int unit = order[stuck];
        int target = Array.IndexOf(order, applicants + displaced, 0, stuck);
        if (displaced < 0 || unit >= FirstDependent || target < 0)
            return false;
        Array.Copy(order, target, order, target + 1, stuck - target);
        order[target] = unit;
        return true;
    }

    private ulong HashOfOrder()
    {
        ulong hash = 0;
        foreach (int unit in order.AsSpan(0, orderLength))
            hash = Streams.Mix(hash + (ulong)unit + 1);
        return hash;
    }

    private void Shuffle(Span<int> units)
    {
        for (int i = units.Length - 1; i > 0; i--)
        {
            int j = random.Below(i + 1);
            (units[i], units[j]) = (units[j], units[i]);
        }
    }
}
