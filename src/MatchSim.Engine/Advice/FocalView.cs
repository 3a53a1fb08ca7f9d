using MatchSim.Engine.Interviews;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Advice;

/// <summary>
/// One focal applicant and the programs of a season, each as the other sees it: the formulas of the application,
/// interview and ranking stages, operation by operation, for one person (a law holds the two against each other).
/// </summary>
internal sealed class FocalView(
    Streams streams, MarketLayout layout, ProgramColumns programs, ChoiceColumns choices, FocalApplicant person, ApplicationOptions applying)
{
    private readonly InterviewOptions _inviting = layout.Scenario.Interviews;
    private readonly RankingOptions _ranking = layout.Scenario.Ranking;
    private readonly PairStream _tastes = streams[Purpose.Taste].For(person.Key);
    private readonly PairStream _noise = streams[Purpose.ApplicationScore].For(person.Key);
    private readonly PairStream _programImpressions = streams[Purpose.ProgramImpression].For(person.Key);
    private readonly PairStream _ownImpressions = streams[Purpose.ApplicantImpression].For(person.Key);
    private readonly float _relief = (float)((1 - layout.Scenario.Ranking.OpennessWeight) * layout.Scenario.Interviews.SeldomPenalty);

    // What every program adds after an interview whatever it thought of it: performance, less weight on paper, type.
    private readonly float _own = ((float)layout.Scenario.Ranking.Performance * person.Performance)
        - ((float)(1 - layout.Scenario.Ranking.QualityWeight) * person.Quality)
        + (float)layout.Of(person.Type).RankShift;

    /// <summary>Words (score, program) by which the programs of a group are chosen.</summary>
    public void Choices(int group, Span<ulong> words) => choices.Score(streams, person, group, words);

    /// <summary>The application to one program.</summary>
    public Application Apply(int program, BlockKind kind)
    {
        float taste = Taste(program);
        float utility = Utility(program, taste);
        float wanted = utility - DistasteFor(kind);
        float score = Standing(program) + ((float)_inviting.TasteWeight * taste);
        score += (float)_inviting.Noise * layout.Draw(_noise, program);
        return new Application(program, kind, utility, wanted, score);
    }

    /// <summary>Own utility of a program after the interview.</summary>
    public float UtilityAfter(in Application application) => application.Wanted
        + ((float)_ranking.DesirabilityWeight * programs.Desirability[application.Program])
        + ((float)_ranking.ApplicantNoise * layout.Draw(_ownImpressions, application.Program));

    /// <summary>The program's score after the interview.</summary>
    /// <param name="score">Before it, the signal included.</param>
    public float ScoreAfter(in Application application, float score)
    {
        score = score + _own + ((float)_ranking.ProgramNoise * layout.Draw(_programImpressions, application.Program));
        return Openness(application.Program) == Markets.Openness.Seldom ? score + _relief : score;
    }

    private float Taste(int program) => layout.Draw(_tastes, program);

    private Openness Openness(int program) => programs.Openness[((int)person.Type * programs.Count) + program];

    private float Utility(int program, float taste)
    {
        float near = programs.Region[program] == person.Region ? (float)applying.RegionWeight : 0;
        return ((float)applying.DesirabilityWeight * programs.Desirability[program]) + taste + near;
    }

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
        VisaPolicy visas = programs.Visas[program];
        Openness afterFailure = person.FailedAttempt ? programs.FailedAttempt[program] : Markets.Openness.Often;
        bool noVisa = (person.Visa == VisaNeed.Any && visas == VisaPolicy.None)
            || (person.Visa == VisaNeed.H1bOnly && visas != VisaPolicy.J1AndH1b);
        if (openness == Markets.Openness.Never || noVisa || afterFailure == Markets.Openness.Never
            || person.Step2 < programs.Cutoff[program])
            return float.NegativeInfinity;
        float near = programs.Region[program] == person.Region ? (float)_inviting.RegionWeight : 0;
        float penalty = openness == Markets.Openness.Seldom ? (float)_inviting.SeldomPenalty : 0;
        float dent = afterFailure == Markets.Openness.Seldom ? (float)_inviting.FailedAttemptPenalty : 0;
        return -penalty + person.Quality + near - dent;
    }
}
