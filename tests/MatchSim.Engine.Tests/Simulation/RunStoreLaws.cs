using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;

namespace MatchSim.Engine.Tests.Simulation;

/// <summary>Results come from the store alone, whatever is in it already and in whatever pieces it was filled.</summary>
public sealed class RunStoreLaws
{
    [Property(MaxTest = 30, Arbitrary = [typeof(SeasonMarkets)])]
    public void Shards_in_any_number_and_order_give_the_result_of_one_run(SeasonShape shape)
    {
        RunPlan plan = Plan(shape, 7);
        string whole = Text(MonteCarlo.Run(plan, new MemoryStore(plan, 7), new RunOptions(), null, CancellationToken.None));
        foreach (int count in (int[])[2, 3, 9])
        {
            var store = new MemoryStore(plan, 7);
            for (int number = count; number >= 1; number--)
                MonteCarlo.RunShard(plan, store, new Shard(number, count), new RunOptions(2), null, CancellationToken.None);
            Assert.Equal(whole, Text(MonteCarlo.Summarise(plan, store, 7)));
        }
    }

    [Property(MaxTest = 30, Arbitrary = [typeof(SeasonMarkets)])]
    public void Seasons_in_the_store_are_not_run_again(SeasonShape shape)
    {
        RunPlan few = Plan(shape, 3), more = Plan(shape, 5);
        var store = new CountingStore(new MemoryStore(more, 5));
        MonteCarlo.Run(few, store, new RunOptions(), null, CancellationToken.None);
        Assert.Equal(3 * few.Points.Count, store.Added);
        string extended = Text(MonteCarlo.Run(more, store, new RunOptions(2), null, CancellationToken.None));
        Assert.Equal(5 * few.Points.Count, store.Added);
        Assert.Equal(Text(MonteCarlo.Run(more.Scenario, new RunOptions(), null, CancellationToken.None)), extended);
    }

    [Property(MaxTest = 30, Arbitrary = [typeof(SeasonMarkets)])]
    public void Series_are_numbered_without_gaps_and_alike_in_every_plan(SeasonShape shape)
    {
        RunPlan plan = Plan(shape, 3);
        int next = 0;
        foreach (PointSeries kept in plan.Kept)
        {
            Assert.Equal(next, kept.First);
            next += kept.Series.Count;
        }

        Assert.Equal(next, plan.SeriesCount);
        Assert.Equal(plan.Kept.SelectMany(kept => kept.Series), Plan(shape, 8).Kept.SelectMany(kept => kept.Series));
    }

    [Fact]
    public void What_a_store_throws_ends_the_run_as_it_is()
    {
        RunPlan plan = Plan(new SeasonShape(1, 3, 2, 10, 0, 4, 4, 4, 5), 4);
        Assert.Throws<FormatException>(() => MonteCarlo.Run(plan, new FullStore(), new RunOptions(2), null, CancellationToken.None));
    }

    [Theory]
    [InlineData(1, 1, 10, 10)]
    [InlineData(1, 3, 10, 4)]
    [InlineData(3, 3, 10, 3)]
    [InlineData(16, 16, 10, 0)]
    public void A_shard_knows_how_many_replications_it_has(int number, int count, int replications, int own)
    {
        var shard = new Shard(number, count);
        Assert.Equal(own, shard.Of(replications));
        Assert.Equal(own, Enumerable.Range(0, replications).Count(shard.Has));
    }

    private static RunPlan Plan(SeasonShape shape, int replications) => new(shape.ToScenario() with
    {
        Replications = replications,
        Sensitivity = new SensitivityOptions { Parameters = ["ranking.performance"] },
    });

    private static string Text(RunResult result) => string.Join('\n',
    [
        .. result.Points.SelectMany(point => point.Rows.Select(row => $"{point.Point} {row}")),
        .. result.Sensitivity!.Effects.SelectMany(effect => effect.Differences.Select(row => $"{effect.Step.Label} {row}")),
    ]);

    private sealed class CountingStore(MemoryStore store) : IRunStore
    {
        private int added;

        public int Added => added;

        public bool Has(RunPoint point, int replication) => store.Has(point, replication);

        public void Add(RunPoint point, int replication, ReadOnlySpan<double> values)
        {
            Interlocked.Increment(ref added);
            store.Add(point, replication, values);
        }

        public void Read(int replications, ReplicationReader reader) => store.Read(replications, reader);
    }

    private sealed class FullStore : IRunStore
    {
        public bool Has(RunPoint point, int replication) => false;

        public void Add(RunPoint point, int replication, ReadOnlySpan<double> values) => throw new FormatException("full");

        public void Read(int replications, ReplicationReader reader) => throw new NotSupportedException();
    }
}
