using MatchSim.Engine.Interviews;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Matching;
using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Ranking;
using MatchSim.Engine.Soap;

namespace MatchSim.Engine.Simulation;

/// <summary>
/// One season of the Match, stage by stage: the pipeline of the whole project. One instance per worker; what
/// <see cref="Run"/> returns is a view into its buffers, valid until the next season.
/// </summary>
public sealed class Replication(MarketLayout layout)
{
    private readonly Market _market = new(layout);
    private readonly MarketStage _drawing = new(layout);
    private readonly ApplicationStage _applying = new(layout);
    private readonly ApplicationGraph _applications = new(layout);
    private readonly InterviewStage _inviting = new(layout);
    private readonly InterviewGraph _interviews = new(layout);
    private readonly RankingStage _ranking = new(layout);
    private readonly RankOrderLists _lists = new(layout);
    private readonly MatchWorkspace _matching = new();
    private readonly SoapStage? _soap = SoapStage.IfOn(layout);

    /// <summary>Runs one season: a pure function of (scenario, seed, replication).</summary>
    /// <param name="seed">Seed of the experiment.</param>
    /// <param name="replication">0-based number of the season.</param>
    /// <param name="stageFinished">Told when a stage is done; the engine has no clock of its own.</param>
    public Season Run(ulong seed, int replication, Action<SeasonStage>? stageFinished = null)
    {
        var streams = new Streams(seed, replication);
        _drawing.Synthesize(streams, _market);
        stageFinished?.Invoke(SeasonStage.Market);
        _applying.Apply(streams, _market, _applications);
        stageFinished?.Invoke(SeasonStage.Applications);
        _inviting.Invite(_market, _applications, _interviews);
        stageFinished?.Invoke(SeasonStage.Interviews);
        _ranking.Rank(streams, _market, _interviews, _lists);
        stageFinished?.Invoke(SeasonStage.Ranking);
        MatchResult match = RothPeranson.Match(_lists.Instance, OptionsOf(streams), _matching);
        stageFinished?.Invoke(SeasonStage.Match);
        SoapResult? soap = _soap?.Place(streams, _market, match);
        if (soap is not null)
            stageFinished?.Invoke(SeasonStage.Soap);
        return new Season(_market, _applications, _interviews, _lists, match, soap);
    }

    private MatchOptions OptionsOf(Streams streams) => MatchOptions.Default with
    {
        Seed = streams[Purpose.CoupleOrder].Key,
        RestartBudget = layout.Scenario.Match.RestartBudget,
    };
}
