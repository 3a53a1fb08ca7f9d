using MatchSim.Engine.Markets;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Interviews;

/// <summary>
/// Gold signals go to the most wanted of the programs applied to, silver ones to the next. Most programs are far from any
/// signal, so only utilities above a floor are looked at; where it lies is learned from applicant to applicant. It says how long
/// the search takes, never what it finds.
/// </summary>
internal sealed class ProgramSignals
{
    private const float Widest = 4;        // first idea of how far limits lie apart
    private const float Memory = 0.9f;     // of what was learned
    private const int Kinds = 16;          // of applicants, by applications for each signal
    private const float Margin = 2.5f;     // mean distances between limit and floor

    private readonly SignalOptions[] _signals;      // [specialty] none where signals are off
    private readonly float[] _limit;                // [specialty × Kinds + kind of applicant] about the least utility signalled
    private readonly float[] _distance;             // [the same] mean distance of limits from it
    private readonly FewScores _near = new();       // scratch of thresholds
    private float[] _left = [];

    public ProgramSignals(MarketLayout layout)
    {
        bool on = layout.Scenario.Applications.Signals == Switch.On;
        _signals = [.. layout.Specialties.Select(specialty => on ? specialty.Signals : new SignalOptions())];
        _limit = new float[_signals.Length * Kinds];
        _distance = new float[_limit.Length];
        Array.Fill(_distance, Widest);
    }

    /// <summary>Whether applicants have signals for the programs of a specialty that they prefer.</summary>
    public bool Any(int specialty) => _signals[specialty] is { Gold: > 0 } or { Silver: > 0 };

    /// <summary>Kind of an applicant, by what limits will be.</summary>
    /// <param name="specialty">Preferred specialty: the only one where signals count.</param>
    /// <param name="applications">Applications wanted.</param>
    public int KindOf(int specialty, int applications) =>
        (specialty * Kinds) + Math.Min(applications / Counts(specialty).All, Kinds - 1);

    /// <summary>Utility below which it is not worth looking.</summary>
    public float FloorOf(int kind) => _limit[kind] - (Margin * _distance[kind]);

    /// <summary>The utilities that a program must reach to get a signal, and a gold one, as far as those looked at tell.</summary>
    /// <param name="seen">Utilities above the floor.</param>
    /// <param name="kind">Kind of the applicant.</param>
    /// <param name="sent">Applications sent.</param>
    /// <returns>False: <see cref="Share"/> must find them.</returns>
    public bool TryLimits(FewScores seen, int kind, int sent, out SignalLimits limits)
    {
        (int gold, int all) = Counts(kind / Kinds);
        float any = all >= sent ? float.MinValue : float.NaN;
        float best = gold == 0 ? float.PositiveInfinity : gold >= sent ? float.MinValue : float.NaN;
        if (seen.Complete)
        {
            (float reachedByAll, float reachedByGold) = seen.ReachedBy(all, gold);
            any = float.IsNaN(any) ? reachedByAll : any;
            best = float.IsNaN(best) ? reachedByGold : best;
        }

        bool found = !float.IsNaN(any) && !float.IsNaN(best);
        limits = new SignalLimits(any, best);
        if (found && all < sent)
            Learn(kind, any);
        return found;
    }

    /// <summary>The same from all utilities. Where equal ones must share what is left, the limits are above them, and
    /// <paramref name="shared"/> gets the places of those that win, the first: silver = it gets one, gold = that is a gold one.</summary>
    /// <param name="wanted">Utilities; −∞ where the applicant does not apply. A multiple of sixteen.</param>
    public SignalLimits Share(int kind, ReadOnlySpan<float> wanted, int sent, List<(int At, ProgramSignal Signal)> shared)
    {
        (int gold, int all) = Counts(kind / Kinds);
        var limits = new SignalLimits(
            Limit(all, wanted, sent, ProgramSignal.Silver, shared), Limit(gold, wanted, sent, ProgramSignal.Gold, shared));
        if (all < sent)
            Learn(kind, limits.Any);
        return limits;
    }

    private (int Gold, int All) Counts(int specialty) =>
        (_signals[specialty].Gold, _signals[specialty].Gold + _signals[specialty].Silver);

    private float Limit(int count, ReadOnlySpan<float> wanted, int sent, ProgramSignal signal, List<(int At, ProgramSignal Signal)> shared)
    {
        if (count == 0)
            return float.PositiveInfinity;
        if (count >= sent)
            return float.MinValue;
        if (_left.Length < wanted.Length)
            _left = new float[wanted.Length];
        Span<float> left = _left.AsSpan(0, wanted.Length);
        wanted.CopyTo(left);
        float limit = TopSelection.Cut(left, count, ScoreMoments.Of(wanted, sent), _near, out bool tied);
        if (!tied)
            return limit;
        for (int i = 0; i < left.Length; i++)
        {
            if (left[i] == limit)
                shared.Add((i, signal));
        }

        return float.BitIncrement(limit);
    }

    private void Learn(int kind, float limit)
    {
        _distance[kind] = (Memory * _distance[kind]) + ((1 - Memory) * MathF.Abs(limit - _limit[kind]));
        _limit[kind] = (Memory * _limit[kind]) + ((1 - Memory) * limit);
    }
}

/// <summary>Utilities that a program must reach to get a signal.</summary>
/// <param name="Any">Silver or gold.</param>
/// <param name="Gold">Gold.</param>
internal readonly record struct SignalLimits(float Any, float Gold)
{
    /// <summary>No signals at all.</summary>
    public static SignalLimits None => new(float.PositiveInfinity, float.PositiveInfinity);

    /// <summary>The signal of a program with this utility.</summary>
    public ProgramSignal Of(float utility) =>
        utility >= Gold ? ProgramSignal.Gold : utility >= Any ? ProgramSignal.Silver : ProgramSignal.None;
}
