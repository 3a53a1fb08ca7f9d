using MatchSim.Engine.Matching;
using MatchSim.Engine.Tests.Instances;

namespace MatchSim.Engine.Tests.Laws;

/// <summary>What callers rely on, whatever the market.</summary>
public sealed class MatcherLaws
{
    private static readonly MatchWorkspace s_used = new();

    private static readonly MatchOptions s_options = MatchOptions.Default with { RestartBudget = 3 };

    [Property(MaxTest = 10_000, Arbitrary = [typeof(AnyMarkets)])]
    public void A_used_workspace_gives_what_a_new_one_gives(TestMarket market)
    {
        MatchInstance instance = market.ToInstance();
        Assert.Equal(Say(Match(instance, new MatchWorkspace())), Say(Match(instance, s_used)));
    }

    /// <summary>Replaying the events leads to the result, and listening changes nothing.</summary>
    [Property(MaxTest = 10_000, Arbitrary = [typeof(AnyMarkets)])]
    public void The_observer_hears_the_whole_story(TestMarket market)
    {
        MatchInstance instance = market.ToInstance();
        string silent = Say(Match(instance, new MatchWorkspace()));
        var replay = new Replay(market.Applicants);
        MatchResult told = Match(instance, new MatchWorkspace(), replay);
        Assert.Equal(silent, Say(told));
        if (told.Status != MatchStatus.Stable || told.Restarts > 0)
            return;
        Assert.Equal(told.ProgramOf.ToArray(), replay.ProgramOf);
        if (market.Supplementals.Length > 0)
            Assert.Equal(told.SupplementalProgramOf.ToArray(), replay.SupplementalOf);
        Assert.Equal(0, replay.Contradictions);
    }

    [Property(MaxTest = 10_000, Arbitrary = [typeof(SinglesMarkets)])]
    public void The_observer_hears_the_whole_story_of_programs_that_propose(TestMarket market)
    {
        MatchInstance instance = market.ToInstance();
        string silent = Say(DeferredAcceptance.ProgramProposing(instance, new MatchWorkspace()));
        var replay = new Replay(market.Applicants);
        MatchResult told = DeferredAcceptance.ProgramProposing(instance, new MatchWorkspace(), replay);
        Assert.Equal(silent, Say(told));
        Assert.Equal(told.ProgramOf.ToArray(), replay.ProgramOf);
        Assert.Equal(0, replay.Contradictions);
    }

    /// <summary>The quota at which held sets become heaps is crossed: everybody lists one of two large programs.</summary>
    [Theory]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(200)]
    public void Large_programs_keep_their_best(int quota)
    {
        const int Applicants = 1_000;
        int[] order = [.. Enumerable.Range(0, Applicants)];
        new Random(quota).Shuffle(order);
        var market = new TestMarket([quota, 3], [order, order], [.. order.Select(_ => new[] { 0, 1 })]);
        MatchInstance instance = market.ToInstance();
        foreach (MatchResult result in new[]
            {
                Match(instance, new MatchWorkspace()),
                DeferredAcceptance.ProgramProposing(instance, new MatchWorkspace()),
            })
            for (int place = 0; place < Applicants; place++)
                Assert.Equal(place < quota ? 0 : place < quota + 3 ? 1 : -1, result.ProgramOf[order[place]]);
    }

    [Fact]
    public void Quotas_beyond_all_measure_are_harmless()
    {
        var market = new TestMarket([.. Enumerable.Repeat(int.MaxValue, 50)], [.. Enumerable.Repeat(new[] { 1, 0 }, 50)], [[7], [7]]);
        Assert.Equal([7, 7], Match(market.ToInstance(), new MatchWorkspace()).ProgramOf.ToArray());
    }

    [Fact]
    public void Singles_allocate_nothing_from_the_second_match_on()
    {
        MatchInstance instance = MarketDraw.Draw(
            new MarketShape { MaxApplicants = 400, MaxPrograms = 90, MaxQuota = 9 }, 5).ToInstance();
        var workspace = new MatchWorkspace();
        Match(instance, workspace);
        DeferredAcceptance.ProgramProposing(instance, workspace);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Match(instance, workspace);
        DeferredAcceptance.ProgramProposing(instance, workspace);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static MatchResult Match(MatchInstance instance, MatchWorkspace workspace, IMatchObserver? observer = null) =>
        RothPeranson.Match(instance, s_options, workspace, observer);

    private static string Say(MatchResult result) => $"{result.Status} {string.Join(' ', result.ProgramOf.ToArray())} | "
        + $"{string.Join(' ', result.RankOf.ToArray())} | {string.Join(' ', result.SupplementalProgramOf.ToArray())} | "
        + $"{string.Join(' ', result.EffectiveQuotas.ToArray())} | {result.Proposals} {result.Loops} {result.Restarts} {result.Uprooted}";

    /// <summary>Keeps who holds what, from the events alone.</summary>
    private sealed class Replay(int applicants) : IMatchObserver
    {
        public int[] ProgramOf { get; } = [.. Enumerable.Repeat(-1, applicants)];

        public int[] SupplementalOf { get; } = [.. Enumerable.Repeat(-1, applicants)];

        public int Contradictions { get; private set; }

        public void Proposed(int applicant, int program, int rank, PlaceKind kind)
        {
        }

        public void Rejected(int applicant, int program, PlaceKind kind)
        {
        }

        public void Held(int applicant, int program, PlaceKind kind) => Change(applicant, -1, program, kind);

        public void Displaced(int applicant, int program, PlaceKind kind) => Change(applicant, program, -1, kind);

        public void Withdrew(int applicant, int program, PlaceKind kind) => Change(applicant, program, -1, kind);

        public void Restarted(int restart)
        {
        }

        public void Rerun(int rerun)
        {
            Array.Fill(ProgramOf, -1);
            Array.Fill(SupplementalOf, -1);
        }

        private void Change(int applicant, int from, int to, PlaceKind kind)
        {
            int[] held = kind == PlaceKind.Supplemental ? SupplementalOf : ProgramOf;
            Contradictions += held[applicant] != from ? 1 : 0;
            held[applicant] = to;
        }
    }
}
