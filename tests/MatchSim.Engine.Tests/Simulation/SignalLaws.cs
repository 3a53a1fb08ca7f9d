using MatchSim.Engine.Interviews;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Tests.Simulation;

/// <summary>
/// A signal never costs its sender the invitation it was sent for. Stated for one season: all scores stay as they are but
/// that of one applicant at one program, which rises. If the program invited the applicant before, it does so after. It
/// holds in every season, so it holds for the chance of an invitation.
/// </summary>
/// <remarks>
/// Why: if the program stopped above the applicant's new place, it would have gone through the same people above it before,
/// and would have stopped there before. Nothing like it holds for the others: who signals to one program may lose the
/// invitation of another, and if all signal, some lose by it.
/// </remarks>
public sealed class SignalLaws
{
    [Property(MaxTest = 300, Arbitrary = [typeof(SeasonMarkets)])]
    public void A_signal_keeps_the_invitation_of_the_program_it_goes_to(SeasonShape shape, ushort pick, bool gold)
    {
        Scenario scenario = shape.ToScenario();
        scenario = scenario with { Applications = scenario.Applications with { Signals = Switch.Off } };
        var season = new Invitations(scenario);
        (int Program, Candidate Sender)[] read = [.. season.Applications];
        if (read.Length == 0)
            return;
        (int program, Candidate sender) = read[pick % read.Length];
        double weight = gold ? scenario.Interviews.GoldWeight : scenario.Interviews.SilverWeight;
        InterviewGraph before = season.Invite(read);
        bool invited = sender.Score >= before.MarginalScore[program];

        Candidate signalling = sender with { Score = sender.Score + (float)weight };
        InterviewGraph after = season.Invite(
            read.Select(one => one == (program, sender) ? (program, signalling) : one));
        Assert.True(!invited || signalling.Score >= after.MarginalScore[program], $"applicant {sender.Applicant} at program {program}");
    }

    /// <summary>The invitations the law speaks of are those of the season.</summary>
    [Property(MaxTest = 50, Arbitrary = [typeof(SeasonMarkets)])]
    public void Applications_handed_in_again_lead_to_the_same_interviews(SeasonShape shape)
    {
        Scenario scenario = shape.ToScenario();
        var season = new Invitations(scenario);
        InterviewGraph again = season.Invite(season.Applications);
        InterviewGraph real = ConservationLaws.Run(scenario).Interviews;
        Assert.Equal(real.All().Order(ByProgram), again.All().Order(ByProgram));
        Assert.Equal(real.MarginalScore, again.MarginalScore);
        Assert.Equal(real.Invited, again.Invited);
    }

    private static readonly Comparer<Interview> ByProgram = Comparer<Interview>.Create(
        (x, y) => x.Program != y.Program ? x.Program.CompareTo(y.Program) : x.Score.CompareTo(y.Score));

    /// <summary>The interview stage of a season, on applications that a test may change.</summary>
    private sealed class Invitations
    {
        private readonly MarketLayout _layout;
        private readonly Market _market;
        private readonly ApplicationStage _applying;
        private readonly ApplicationGraph _graph;

        public Invitations(Scenario scenario)
        {
            _layout = new MarketLayout(scenario);
            _market = new Market(_layout);
            _applying = new ApplicationStage(_layout);
            _graph = new ApplicationGraph(_layout);
            var streams = new Streams(scenario.Seed, 0);
            new MarketStage(_layout).Synthesize(streams, _market);
            _applying.Apply(streams, _market, _graph);
        }

        /// <summary>Every application that was read, with its program.</summary>
        public IEnumerable<(int Program, Candidate Sender)> Applications =>
            Enumerable.Range(0, _layout.ProgramCount).SelectMany(p => _graph.ReadBy(p).Select(candidate => (p, candidate)));

        /// <summary>Hands in applications as programs would have read them.</summary>
        public InterviewGraph Invite(IEnumerable<(int Program, Candidate Sender)> applications)
        {
            int everybody = _layout.ApplicantCount;
            var graph = new ApplicationGraph(_layout, everybody);
            graph.Candidates.Open(_market);
            int[] rows = [.. Enumerable.Range(0, everybody)];
            foreach (IGrouping<int, Candidate> read in applications.GroupBy(one => one.Program, one => one.Sender).OrderBy(one => one.Key))
                graph.Candidates.Keep(read.Key, Columns(read.Key, [.. read]), 0, rows);
            var interviews = new InterviewGraph(_layout);
            new InterviewStage(_layout).Invite(_market, graph, interviews);
            return interviews;
        }

        private CandidateColumns Columns(int program, Candidate[] read)
        {
            var columns = new CandidateColumns();
            columns.Open(LaneLayout.Width * (1 + (read.Length / LaneLayout.Width)));
            columns.Count[0] = read.Length;
            for (int i = 0; i < read.Length; i++)
            {
                columns.Store.Applicant[i] = read[i].Applicant;
                columns.Store.Score[i] = read[i].Score;
                columns.Store.Utility[i] = _applying.Appeal.UtilityOf(read[i].Applicant, program);
            }

            return columns;
        }
    }
}
