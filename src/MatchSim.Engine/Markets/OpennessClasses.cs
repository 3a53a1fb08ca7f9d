using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Markets;

/// <summary>
/// Cuts a specialty's programs into those that often, seldom or never interview a type, by their one latent
/// openness. The cuts are stratified: the published shares hold in every replication (up to one program, weighted by
/// positions), and a program closed to US IMGs is not open to non-US IMGs unless the published shares say so. MD seniors
/// are cut from the other end: who seldom interviews them is who is most open to everybody else, not to nobody at all.
/// </summary>
internal static class OpennessClasses
{
    public static void Assign(int specialty, Market market)
    {
        MarketLayout layout = market.Layout;
        int start = layout.Groups.First(g => g.Specialty == specialty).Start;
        int end = layout.Groups.Last(g => g.Specialty == specialty).End;
        var keys = new float[end - start];
        var order = new int[end - start];
        double total = 0;
        for (int p = start; p < end; p++)
        {
            keys[p - start] = -market.Programs.OpennessLatent[p];
            order[p - start] = p;
            total += market.Programs.Positions[p];
        }

        Array.Sort(keys, order);
        const int MdSeniors = (int)ApplicantType.UsMdSenior;
        for (int t = 0; t < MarketLayout.TypeCount; t++)
        {
            if (t != MdSeniors)
                Cut(order, total, ScreeningOf((ApplicantType)t), market, t);
        }

        Array.Reverse(order);
        Cut(order, total, ScreeningOf(ApplicantType.UsMdSenior), market, MdSeniors);

        ScreeningOptions ScreeningOf(ApplicantType type) =>
            layout.Specialties[specialty].Screening.TryGetValue(type, out ScreeningOptions? own) ? own
            : layout.Scenario.Market.Programs.Screening.TryGetValue(type, out ScreeningOptions? common) ? common
            : OftenEverywhere;
    }

    private static readonly ScreeningOptions OftenEverywhere = new();

    private static void Cut(int[] oftenFirst, double total, ScreeningOptions shares, Market market, int type)
    {
        ProgramColumns programs = market.Programs;
        double before = 0;
        foreach (int p in oftenFirst)
        {
            double middle = (before + (0.5 * programs.Positions[p])) / total;
            before += programs.Positions[p];
            programs.Openness[(type * programs.Count) + p] = middle < shares.Often ? Openness.Often
                : middle < shares.Often + shares.Seldom ? Openness.Seldom
                : Openness.Never;
        }
    }
}
