namespace MatchSim.Engine.Matching;

/// <summary>Positions that a donor leaves unfilled go to its receivers (an NRMP match variation).</summary>
internal static class Reversions
{
    /// <summary>
    /// One sweep over a finished match: every donor gives each receiver in order what is still unfilled, up to the
    /// receiver's limit. All donors look at the same snapshot, so the result does not depend on their order: a place
    /// received in this sweep travels on in the next one at the earliest. Returns whether anything moved.
    /// </summary>
    /// <remarks>A place that parity closed never reverts: the effective quota no longer contains it.</remarks>
    public static bool Sweep(MatchInstance instance, MatchWorkspace workspace)
    {
        int[] quotas = workspace.EffectiveQuotas;
        ReadOnlySpan<Reversion> reversions = instance.Reversions;
        Buffers.Grow(ref workspace.Moves, reversions.Length);
        bool moved = false;
        int donor = MatchInstance.None;
        int unfilled = 0;
        for (int i = 0; i < reversions.Length; i++)
        {
            if (reversions[i].Donor != donor)
            {
                donor = reversions[i].Donor;
                unfilled = quotas[donor] - workspace.Tentative.Places[donor].Count;
            }

            int moves = Math.Min(reversions[i].Positions - workspace.Reverted[i], unfilled);
            unfilled -= moves;
            workspace.Moves[i] = moves;
            moved |= moves > 0;
        }

        for (int i = 0; moved && i < reversions.Length; i++)
        {
            quotas[reversions[i].Donor] -= workspace.Moves[i];
            quotas[reversions[i].Receiver] += workspace.Moves[i];
            workspace.Reverted[i] += workspace.Moves[i];
        }

        return moved;
    }
}
