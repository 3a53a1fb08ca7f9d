using MatchSim.Engine.Interviews;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Advice;

/// <summary>The focal applicants of one profile, followed through seasons by look-up. Owns buffers: one per worker.</summary>
internal sealed class FocalCrowd
{
    private readonly ApplicationOptions _applying;
    private readonly FocalSynthesis _synthesis;
    private readonly ApplicantType _type;
    private SeasonView? _season;
    private ChoiceColumns? _choices;
    private FocalSeason? _followed;

    public FocalCrowd(MarketLayout layout, Profile profile)
    {
        ApplicationOptions everybody = layout.Scenario.Applications;
        Layout = layout;
        _type = profile.Type;
        _applying = everybody with { Strategy = profile.Strategy ?? everybody.Strategy, Signals = profile.Signals ?? everybody.Signals };
        _synthesis = new FocalSynthesis(layout, profile);
        Portfolio = new Portfolio(layout, new ApplicationBlocks(layout));
    }

    public MarketLayout Layout { get; }

    /// <summary>In which order programs are added.</summary>
    public Portfolio Portfolio { get; }

    /// <summary>The most programs one may apply to in the scenario, of those asked for.</summary>
    public static int Most(Scenario scenario, int programs) => Math.Min(programs, scenario.Applications.Cap ?? int.MaxValue);

    /// <summary>Follows every one of them through 0 … <paramref name="most"/> programs.</summary>
    public FocalTally Curve(Streams streams, SeasonView season, int people, int most)
    {
        var tally = new FocalTally(most + 1);
        FocalSeason focal = Follow(season);
        for (int i = 0; i < people; i++)
        {
            FocalView view = Start(streams, season, focal, i, most);
            tally.Count(0, focal);
            for (int k = 1; k <= most; k++)
            {
                Portfolio.Send(1, view, focal);
                tally.Count(k, focal);
            }
        }

        return tally;
    }

    /// <summary>Share of them who match with so many programs.</summary>
    public double ShareMatched(Streams streams, SeasonView season, int people, int programs)
    {
        int matched = 0;
        FocalSeason focal = Follow(season);
        for (int i = 0; i < people; i++)
        {
            FocalView view = Start(streams, season, focal, i, programs);
            Portfolio.Send(programs, view, focal);
            matched += focal.Matched ? 1 : 0;
        }

        return (double)matched / people;
    }

    /// <summary>The focal applicant of this number.</summary>
    public FocalApplicant Draw(Streams streams, int number) => _synthesis.Draw(streams, number);

    /// <summary>A person and the programs of a season, as they see each other.</summary>
    public FocalView View(Streams streams, SeasonView season, FocalApplicant person)
    {
        if (!ReferenceEquals(_season, season))
        {
            _season = season;
            _choices ??= new ChoiceColumns(Layout, season.Programs, _type, _applying);
            _choices.Move(season.Programs);
        }

        return new FocalView(streams, Layout, season.Programs, _choices!, person, _applying);
    }

    /// <summary>Where a person's fate in a season is looked up, with buffers that the crowd keeps: one person at a time.</summary>
    public FocalSeason Follow(SeasonView season)
    {
        _followed ??= Season(season);
        _followed.Move(season.Cutoffs);
        return _followed;
    }

    /// <summary>Where a person's fate in a season is looked up, with buffers of its own.</summary>
    public FocalSeason Season(SeasonView season) => new(Layout, _applying, season.Cutoffs);

    private FocalView Start(Streams streams, SeasonView season, FocalSeason focal, int number, int most)
    {
        FocalApplicant person = Draw(streams, number);
        FocalView view = View(streams, season, person);
        Portfolio.Start(person, view, most);
        focal.Start(person, view);
        return view;
    }
}
