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
    private readonly RankingOptions _ranking = layout.Scenario.Ranking;
    private readonly PairStream _programImpressions = streams[Purpose.ProgramImpression].For(person.Key);
    private readonly PairStream _ownImpressions = streams[Purpose.ApplicantImpression].For(person.Key);
    private readonly float _relief = (float)((1 - layout.Scenario.Ranking.OpennessWeight) * layout.Scenario.Interviews.SeldomPenalty);

    // What every program adds after an interview whatever it thought of it: performance, less weight on paper, type.
    private readonly float _own = ((float)layout.Scenario.Ranking.Performance * person.Performance)
        - ((float)(1 - layout.Scenario.Ranking.QualityWeight) * person.Quality)
        + (float)layout.Of(person.Type).RankShift;

    /// <summary>Words (score, program) by which the programs of a group are chosen.</summary>
    public void Choices(int group, Span<ulong> words) => choices.Score(streams, person, group, words);

    /// <summary>[program] the programs' scores before they meet, without a signal; −∞ = screened out.</summary>
    /// <param name="group">Of whose programs they are to be right.</param>
    public ReadOnlySpan<float> Scores(int group)
    {
        choices.Scores.Look(streams, person, group);
        return choices.Scores.Score;
    }

    /// <summary>The application to one program.</summary>
    public Application Apply(int program, BlockKind kind)
    {
        choices.Scores.Look(streams, person, layout.ProgramGroups[program]);
        float utility = choices.Scores.Utility[program];
        return new Application(program, kind, utility, utility - DistasteFor(kind), choices.Scores.Score[program]);
    }

    /// <summary>Own utility of a program after the interview.</summary>
    public float UtilityAfter(in Application application) => application.Wanted
        + ((float)_ranking.DesirabilityWeight * programs.Desirability[application.Program])
        + ((float)_ranking.ApplicantNoise * layout.Draw(_ownImpressions, application.Program));

    /// <summary>What only the interview tells a program.</summary>
    public float Impression(int program) => (float)_ranking.ProgramNoise * layout.Draw(_programImpressions, program);

    /// <summary>The program's score after the interview.</summary>
    /// <param name="score">Before it, the signal included.</param>
    /// <param name="impression">As <see cref="Impression"/> has it.</param>
    public float ScoreAfter(int program, float score, float impression)
    {
        score = score + _own + impression;
        return Openness(program) == Markets.Openness.Seldom ? score + _relief : score;
    }

    private Openness Openness(int program) => programs.Openness[((int)person.Type * programs.Count) + program];

    private float DistasteFor(BlockKind kind) => kind switch
    {
        BlockKind.Second => (float)applying.SecondSpecialtyDistaste,
        BlockKind.Preliminary => (float)applying.PreliminaryDistaste,
        _ => 0,
    };
}
