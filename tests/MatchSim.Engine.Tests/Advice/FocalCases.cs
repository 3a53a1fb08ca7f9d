using MatchSim.Engine.Advice;
using MatchSim.Engine.Interviews;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Tests.Simulation;

namespace MatchSim.Engine.Tests.Advice;

/// <summary>Focal applicants of small seasons, followed application by application.</summary>
internal static class FocalCases
{
    /// <summary>A generated scenario of singles without supplemental lists: the menu theorem holds without approximation.
    /// The strategy varies with the seed.</summary>
    public static Scenario Singles(SeasonShape shape)
    {
        Scenario scenario = (shape with { Couples = 0 }).ToScenario();
        return scenario with
        {
            Applications = scenario.Applications with { Strategy = (ApplicationStrategy)(shape.Seed % 4) },
            Match = scenario.Match with { SupplementalLists = Switch.Off },
        };
    }

    /// <summary>Somebody of the season, or of nobody, through 1 … <paramref name="most"/> applications.</summary>
    /// <param name="seen">Told of the state after each number of applications, 0 included.</param>
    public static FocalSeason Follow(Season season, Cutoffs cutoffs, FocalApplicant person, int most, Action<int, FocalSeason>? seen = null)
    {
        MarketLayout layout = season.Market.Layout;
        ApplicationOptions applying = layout.Scenario.Applications;
        ProgramColumns programs = season.Market.Programs;
        var choices = new ChoiceColumns(layout, programs, person.Type, applying);
        var view = new FocalView(new Streams(layout.Scenario.Seed, 0), layout, programs, choices, person, applying);
        var portfolio = new Portfolio(layout, new ApplicationBlocks(layout));
        var focal = new FocalSeason(layout, applying, cutoffs);
        portfolio.Start(person, view, most);
        focal.Start(person, view);
        seen?.Invoke(0, focal);
        for (int k = 1; k <= most; k++)
        {
            if (portfolio.Step() is { } next)
                focal.Add(view.Apply(next.Program, next.Kind));
            seen?.Invoke(k, focal);
        }

        return focal;
    }

    /// <summary>A few newcomers of every type, each in every specialty of the scenario.</summary>
    public static IEnumerable<FocalApplicant> Newcomers(Season season, int each)
    {
        MarketLayout layout = season.Market.Layout;
        var streams = new Streams(layout.Scenario.Seed, 0);
        foreach (ApplicantType type in Enum.GetValues<ApplicantType>())
        {
            foreach (string specialty in layout.SpecialtyIds)
            {
                var synthesis = new FocalSynthesis(layout, new Profile(type, specialty));
                for (int i = 0; i < each; i++)
                    yield return synthesis.Draw(streams, i);
            }
        }
    }
}
