using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Markets;

/// <summary>
/// Cuts a specialty's programs into those that often, seldom or never interview a type, by their one latent
/// openness. The cuts are stratified: the published shares hold in every replication (up to one program, weighted by
/// positions), and a program closed to US IMGs is not open to non-US IMGs unless the published shares say so. MD seniors
/// are cut from the other end: who seldom interviews them is who is most open to everybody else, not to nobody at all.
/// </summary>
internal sealed class OpennessClasses
{
    private const int MdSeniors = (int)ApplicantType.UsMdSenior;

    // [specialty + 1] its first program; a specialty's groups follow each other.
    private readonly int[] _starts;

    // [specialty][type] the published shares.
    private readonly ScreeningOptions[][] _shares;

    // Of one specialty, most open first: how closed a program is, and which one it is.
    private readonly float[] _keys;
    private readonly int[] _order;

    public OpennessClasses(MarketLayout layout)
    {
        _starts = new int[layout.Specialties.Length + 1];
        foreach (ProgramGroup group in layout.Groups)
            _starts[group.Specialty + 1] = group.End;
        _shares = [.. layout.Specialties.Select(specialty => Shares(specialty, layout.Scenario.Market.Programs))];
        int most = layout.Specialties.Select((_, s) => _starts[s + 1] - _starts[s]).Max();
        _keys = new float[most];
        _order = new int[most];
    }

    public void Assign(int specialty, ProgramColumns programs)
    {
        int start = _starts[specialty];
        Span<float> keys = _keys.AsSpan(0, _starts[specialty + 1] - start);
        Span<int> order = _order.AsSpan(0, keys.Length);
        double total = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            keys[i] = -programs.OpennessLatent[start + i];
            order[i] = start + i;
            total += programs.Positions[start + i];
        }

        keys.Sort(order);
        ScreeningOptions[] shares = _shares[specialty];
        for (int t = 0; t < MarketLayout.TypeCount; t++)
        {
            if (t != MdSeniors)
                Cut(order, total, shares[t], programs, t);
        }

        order.Reverse();
        Cut(order, total, shares[MdSeniors], programs, MdSeniors);
    }

    private static void Cut(ReadOnlySpan<int> oftenFirst, double total, ScreeningOptions shares, ProgramColumns programs, int type)
    {
        double before = 0;
        Span<Openness> classes = programs.Openness.AsSpan(type * programs.Count, programs.Count);
        foreach (int p in oftenFirst)
        {
            double middle = (before + (0.5 * programs.Positions[p])) / total;
            before += programs.Positions[p];
            classes[p] = middle < shares.Often ? Openness.Often
                : middle < shares.Often + shares.Seldom ? Openness.Seldom
                : Openness.Never;
        }
    }

    private static ScreeningOptions[] Shares(SpecialtyOptions specialty, ProgramOptions programs) =>
    [
        .. Enumerable.Range(0, MarketLayout.TypeCount).Select(type =>
            specialty.Screening.GetValueOrDefault((ApplicantType)type)
            ?? programs.Screening.GetValueOrDefault((ApplicantType)type)
            ?? new ScreeningOptions()),
    ];
}
