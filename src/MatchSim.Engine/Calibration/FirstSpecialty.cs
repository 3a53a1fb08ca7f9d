using MatchSim.Engine.Markets;
using MatchSim.Engine.Matching;
using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Calibration;

/// <summary>
/// The applicants of a type who rank a specialty first, as NRMP's Charting Outcomes counts them: the specialty of the
/// first choice is the preferred one, contiguous ranks are those before another specialty is ranked, matched is matched
/// to it. Preliminary programs belong to no specialty here.
/// </summary>
internal sealed class FirstSpecialty
{
    /// <summary>Longer runs are counted with this one.</summary>
    private const int Most = 40;

    private readonly int[] _people = new int[Most + 1];      // [contiguous ranks] applicants
    private readonly int[] _matched = new int[Most + 1];     // [contiguous ranks] of them matched to the specialty
    private double _scoreMatched;
    private double _scoreNotMatched;

    public FirstSpecialty(Season season, ApplicantType type, int specialty)
    {
        MarketLayout layout = season.Market.Layout;
        for (int a = layout.TypeStarts[(int)type]; a < layout.TypeStarts[(int)type + 1]; a++)
        {
            int ranks = ContiguousRanks(season.Lists.ListOf(a), layout, specialty);
            if (ranks > 0)
                Count(season, a, Math.Min(ranks, Most), IsIn(layout, season.Match.ProgramOf[a], specialty));
        }
    }

    /// <summary>Share matched of those with so many contiguous ranks; NaN if nobody has.</summary>
    public double MatchRate(int ranks) => ranks > Most ? double.NaN : Ratio(_matched[ranks], _people[ranks]);

    /// <summary>Mean Step 2 CK of the matched less that of the others; NaN if one group is empty.</summary>
    public double Step2Gap()
    {
        int matched = _matched.Sum();
        return Ratio(_scoreMatched, matched) - Ratio(_scoreNotMatched, _people.Sum() - matched);
    }

    private void Count(Season season, int applicant, int ranks, bool matched)
    {
        _people[ranks]++;
        float score = season.Market.Applicants.Step2[applicant];
        if (matched)
        {
            _matched[ranks]++;
            _scoreMatched += score;
        }
        else
        {
            _scoreNotMatched += score;
        }
    }

    private static int ContiguousRanks(ReadOnlySpan<ListEntry> list, MarketLayout layout, int specialty)
    {
        int ranks = 0;
        while (ranks < list.Length && IsIn(layout, list[ranks].Program, specialty))
            ranks++;
        return ranks;
    }

    private static bool IsIn(MarketLayout layout, int program, int specialty) =>
        program != MatchInstance.None && layout.SpecialtyOf(program) == specialty && layout.TrackOf(program) != Track.Preliminary;

    private static double Ratio(double numerator, double denominator) =>
        denominator == 0 ? double.NaN : numerator / denominator;
}
