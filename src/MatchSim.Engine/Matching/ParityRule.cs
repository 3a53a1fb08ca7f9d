namespace MatchSim.Engine.Matching;

/// <summary>Programs that want an even (odd) number of positions filled (an NRMP match variation).</summary>
internal static class ParityRule
{
    /// <summary>
    /// The first program in id order whose fill has the wrong parity loses one position below its fill, so that its
    /// worst held goes. Returns whether there was one; the market is matched again after each.
    /// </summary>
    public static bool Reduce(MatchInstance instance, MatchWorkspace workspace)
    {
        for (int p = 0; p < instance.ProgramCount; p++)
        {
            int filled = workspace.Tentative.Places[p].Count;
            if (IsRight(instance.Parities[p], filled))
                continue;
            workspace.EffectiveQuotas[p] = filled - 1;
            workspace.Result.ParityReductions++;
            return true;
        }

        return false;
    }

    /// <summary>A fill of zero satisfies everybody.</summary>
    private static bool IsRight(Parity wanted, int filled) => wanted switch
    {
        Parity.Even => filled % 2 == 0,
        Parity.Odd => filled % 2 == 1 || filled == 0,
        _ => true,
    };
}
