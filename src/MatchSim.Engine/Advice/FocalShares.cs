using MatchSim.Engine.Interviews;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Advice;

/// <summary>In one season, the share of focal applicants of a type who match, by number of programs applied to and by
/// preferred specialty.</summary>
internal sealed class FocalShares
{
    private readonly Dictionary<int, int> _places;      // number of programs → first index
    private readonly int[,] _matched;                   // [place][specialty + 1], all first
    private readonly int[] _people;                     // [specialty + 1], all first

    private FocalShares(IReadOnlyList<int> programs, int specialties)
    {
        _places = programs.Select((count, i) => (count, i)).ToDictionary(pair => pair.count, pair => pair.i);
        _matched = new int[programs.Count, specialties + 1];
        _people = new int[specialties + 1];
    }

    /// <summary>Draws the focal applicants and follows each through the numbers of programs.</summary>
    /// <param name="programs">Numbers of programs, ascending.</param>
    /// <param name="focalApplicants">How many are drawn.</param>
    public static FocalShares Of(
        ApplicantType type, IReadOnlyList<int> programs, int focalApplicants, Streams streams, Season season, Cutoffs cutoffs)
    {
        MarketLayout layout = season.Market.Layout;
        ApplicationOptions applying = layout.Scenario.Applications;
        var shares = new FocalShares(programs, layout.Specialties.Length);
        var people = new FocalPeople(layout, type);
        var portfolio = new Portfolio(layout, new ApplicationBlocks(layout));
        var choices = new ChoiceColumns(layout, season.Market.Programs, type, applying);
        var focal = new FocalSeason(layout, applying, cutoffs);
        for (int i = 0; i < focalApplicants; i++)
        {
            FocalApplicant person = people.Draw(streams, i);
            var view = new FocalView(streams, layout, season.Market.Programs, choices, person, applying);
            portfolio.Start(person, view, Math.Min(programs[^1], applying.Cap ?? int.MaxValue));
            focal.Start(person, view);
            shares.Follow(person.Specialty, programs, applying.Cap ?? int.MaxValue, portfolio, view, focal);
        }

        return shares;
    }

    /// <summary>The share of those who prefer a specialty (−1 = all) that matches; NaN if there is nobody.</summary>
    public double Matched(int programs, int specialty) => _people[specialty + 1] == 0
        ? double.NaN
        : (double)_matched[_places[programs], specialty + 1] / _people[specialty + 1];

    private void Follow(int specialty, IReadOnlyList<int> programs, int cap, Portfolio portfolio, FocalView view, FocalSeason focal)
    {
        _people[0]++;
        _people[specialty + 1]++;
        int steps = 0;
        for (int i = 0; i < programs.Count; i++)
        {
            int more = Math.Min(programs[i], cap) - steps;
            portfolio.Send(more, view, focal);
            steps += more;
            if (!focal.Matched)
                continue;
            _matched[i, 0]++;
            _matched[i, specialty + 1]++;
        }
    }
}
