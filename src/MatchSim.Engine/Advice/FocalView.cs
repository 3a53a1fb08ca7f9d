using MatchSim.Engine.Interviews;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Advice;

/// <summary>
/// One focal applicant and the programs of a season, each as the other sees it: the formulas of the application,
/// interview and ranking stages, operation by operation, for one person (a law holds the two against each other).
/// </summary>
internal sealed class FocalView(Streams streams, Market market, FocalApplicant person, ApplicationOptions applying)
{
    private const float ClosedPenalty = 1000;

    private readonly MarketLayout _layout = market.Layout;
    private readonly ProgramColumns _programs = market.Programs;
    private readonly InterviewOptions _inviting = market.Layout.Scenario.Interviews;
    private readonly RankingOptions _ranking = market.Layout.Scenario.Ranking;
    private readonly PairStream _tastes = streams[Purpose.Taste].For(person.Key);
    private readonly PairStream _noise = streams[Purpose.ApplicationScore].For(person.Key);
    private readonly PairStream _lots = streams[Purpose.RandomStrategy].For(person.Key);
    private readonly PairStream _programImpressions = streams[Purpose.ProgramImpression].For(person.Key);
    private readonly PairStream _ownImpressions = streams[Purpose.ApplicantImpression].For(person.Key);
    private readonly float _slope = applying.Strategy switch
    {
        ApplicationStrategy.Desirability => 1,
        ApplicationStrategy.Assortative => 2 * (float)applying.ReachPenalty * person.Level,
        _ => 0,
    };

    /// <summary>What every program adds after an interview whatever it thought of it: performance, less weight on paper, type.</summary>
    public float Own { get; } =
        ((float)market.Layout.Scenario.Ranking.Performance * person.Performance)
        - ((float)(1 - market.Layout.Scenario.Ranking.QualityWeight) * person.Quality)
        + (float)market.Layout.Of(person.Type).RankShift;

    /// <summary>The score by which programs are chosen.</summary>
    public float Choice(int program)
    {
        if (applying.Strategy == ApplicationStrategy.Random)
            return _layout.Draw(_lots, program);
        float own = ChoiceCommon(program) + (_programs.Desirability[program] * _slope);
        return applying.Strategy == ApplicationStrategy.Desirability ? own : Utility(program, Taste(program)) + own;
    }

    /// <summary>The application to one program.</summary>
    public Application Apply(int program, BlockKind kind)
    {
        float taste = Taste(program);
        float utility = Utility(program, taste);
        float wanted = utility - DistasteFor(kind);
        float score = Standing(program) + ((float)_inviting.TasteWeight * taste);
        score += (float)_inviting.Noise * _layout.Draw(_noise, program);
        float after = wanted + ((float)_ranking.DesirabilityWeight * _programs.Desirability[program])
            + ((float)_ranking.ApplicantNoise * _layout.Draw(_ownImpressions, program));
        float impression = (float)_ranking.ProgramNoise * _layout.Draw(_programImpressions, program);
        float relief = Openness(program) == Markets.Openness.Seldom
            ? (float)((1 - _ranking.OpennessWeight) * _inviting.SeldomPenalty)
            : 0;
        return new Application(program, kind, utility, wanted, score, after, impression, relief);
    }

    private float Taste(int program) => _layout.Draw(_tastes, program);

    private Openness Openness(int program) => _programs.Openness[((int)person.Type * _programs.Count) + program];

    private float Utility(int program, float taste)
    {
        float near = _programs.Region[program] == person.Region ? (float)applying.RegionWeight : 0;
        return ((float)applying.DesirabilityWeight * _programs.Desirability[program]) + taste + near;
    }

    private float ChoiceCommon(int program) => applying.Strategy switch
    {
        ApplicationStrategy.Assortative =>
            (-(float)applying.ReachPenalty * _programs.Desirability[program] * _programs.Desirability[program])
            - Distaste(Openness(program)),
        ApplicationStrategy.ImgFriendly => -ClosedPenalty * (int)Openness(program),
        _ => 0,
    };

    private float Distaste(Openness openness) => openness switch
    {
        Markets.Openness.Seldom => (float)applying.SeldomDistaste,
        Markets.Openness.Never => (float)applying.NeverDistaste,
        _ => 0,
    };

    private float DistasteFor(BlockKind kind) => kind switch
    {
        BlockKind.Second => (float)applying.SecondSpecialtyDistaste,
        BlockKind.Preliminary => (float)applying.PreliminaryDistaste,
        _ => 0,
    };

    /// <summary>The part of the program's score that does not depend on the pair; −∞ = screened out.</summary>
    private float Standing(int program)
    {
        Openness openness = Openness(program);
        VisaPolicy visas = _programs.Visas[program];
        Openness afterFailure = person.FailedAttempt ? _programs.FailedAttempt[program] : Markets.Openness.Often;
        bool noVisa = (person.Visa == VisaNeed.Any && visas == VisaPolicy.None)
            || (person.Visa == VisaNeed.H1bOnly && visas != VisaPolicy.J1AndH1b);
        if (openness == Markets.Openness.Never || noVisa || afterFailure == Markets.Openness.Never
            || person.Step2 < _programs.Cutoff[program])
            return float.NegativeInfinity;
        float near = _programs.Region[program] == person.Region ? (float)_inviting.RegionWeight : 0;
        float penalty = openness == Markets.Openness.Seldom ? (float)_inviting.SeldomPenalty : 0;
        float dent = afterFailure == Markets.Openness.Seldom ? (float)_inviting.FailedAttemptPenalty : 0;
        return -penalty + person.Quality + near - dent;
    }
}
