namespace MatchSim.Engine.Matching;

/// <content>Quotas after reversions and parity, and fills that break them.</content>
internal sealed partial class AssignedMarket
{
    /// <summary>Works out, donors before receivers, what the fills say was reverted: everything unfilled, up to the
    /// limits. A donor that wants a parity may have closed places instead, so it is taken to have given its receivers no
    /// more than they used.</summary>
    public void WorkOutQuotas()
    {
        foreach (int donor in ReversionOrder.DonorsFirst(instance))
        {
            int unfilled = Math.Max(0, Quota[donor] - Filled(donor));
            foreach (Reversion reversion in instance.Reversions)
            {
                if (reversion.Donor != donor)
                    continue;
                int given = Math.Min(reversion.Positions, unfilled);
                if (Wants(donor) != Parity.Any)
                    given = Math.Clamp(Filled(reversion.Receiver) - Quota[reversion.Receiver], 0, given);
                unfilled -= given;
                Quota[donor] -= given;
                Quota[reversion.Receiver] += given;
            }
        }
    }

    /// <summary>Takes reverted positions as stated and checks them against the rule.</summary>
    /// <param name="reverted">[reversion] positions given.</param>
    public void AcceptReverted(ReadOnlySpan<int> reverted)
    {
        for (int i = 0; i < reverted.Length; i++)
        {
            Quota[instance.Reversions[i].Donor] -= reverted[i];
            Quota[instance.Reversions[i].Receiver] += reverted[i];
        }

        int[] left = new int[instance.ProgramCount];
        for (int i = 0; i < reverted.Length; i++)
            left[instance.Reversions[i].Donor] += reverted[i];
        for (int p = 0; p < left.Length; p++)
            left[p] += Math.Max(0, Quota[p] - Filled(p));
        for (int i = 0; i < reverted.Length; i++)
        {
            Reversion reversion = instance.Reversions[i];
            int due = Math.Min(reversion.Positions, left[reversion.Donor]);
            left[reversion.Donor] -= due;
            if (reverted[i] > due || (reverted[i] < due && Wants(reversion.Donor) == Parity.Any))
                Report(InfeasibilityKind.InconsistentReversion, program: reversion.Donor, found: reverted[i], allowed: due);
        }
    }

    /// <summary>Fills against quotas and parity; at the right parity the fill becomes the quota.</summary>
    public void CheckFills()
    {
        for (int p = 0; p < instance.ProgramCount; p++)
        {
            int filled = Filled(p);
            if (filled > Quota[p])
                Report(CouldReceive(p, filled - Quota[p]), program: p, found: filled, allowed: Quota[p]);
            Parity wanted = Wants(p);
            if (wanted == Parity.Any)
                continue;
            if (filled > 0 && (filled % 2 == 0) != (wanted == Parity.Even))
                Report(InfeasibilityKind.WrongParity, program: p, found: filled, allowed: filled - 1);
            Quota[p] = Math.Min(Quota[p], filled);
        }
    }

    private Parity Wants(int program) => instance.Parities.Length == 0 ? Parity.Any : instance.Parities[program];

    private InfeasibilityKind CouldReceive(int program, int missing)
    {
        foreach (Reversion reversion in instance.Reversions)
            missing -= reversion.Receiver == program ? reversion.Positions : 0;
        return missing <= 0 ? InfeasibilityKind.InconsistentReversion : InfeasibilityKind.OverQuota;
    }
}
