using MatchSim.Engine.Matching;

namespace MatchSim.Engine.Tests.Published;

/// <summary>Ashlagi, Kanoria and Leshno 2017, Unbalanced random matching markets (JPE 125): complete uniform lists, n men,
/// n or n + 1 women; men's average rank (1 = best) in the two extreme stable matchings, and the share of men with several
/// stable partners. Figures from their replication of 1,000 markets a cell; tested at 4 standard errors of the smaller
/// sample here plus the rounding of the print.</summary>
public sealed class AshlagiKanoriaLeshno2017
{
    [Theory]
    [InlineData(100, 0, 200, 4.9, 20.6, 75.7)]
    [InlineData(100, 1, 200, 4.1, 4.9, 15.0)]
    [InlineData(500, 0, 12, 6.7, 75.4, 91.0)]
    [InlineData(500, 1, 12, 5.8, 6.8, 13.7)]
    public void Men_s_ranks_and_shares(int men, int extra, int markets, double best, double worst, double several)
    {
        markets *= Thorough.IsOn ? 5 : 1;
        var sample = new Sample(markets);
        var workspace = new MatchWorkspace();
        for (int seed = 0; seed < markets; seed++)
        {
            MatchInstance instance = Complete(men, men + extra, seed);
            int[] first = DeferredAcceptance.ApplicantProposing(instance, workspace).RankOf.ToArray();
            int[] last = DeferredAcceptance.ProgramProposing(instance, workspace).RankOf.ToArray();
            sample.Add(
                first.Average() + 1,
                last.Average() + 1,
                100.0 * first.Zip(last).Count(x => x.First != x.Second) / men);
        }

        sample.Near(0, best, 0.05);
        sample.Near(1, worst, 0.05);
        sample.Near(2, several, 0.05);
    }

    private static MatchInstance Complete(int men, int women, int seed)
    {
        var random = new Random(seed);
        var entries = new ListEntry[men * women];
        int[] list = [.. Enumerable.Range(0, women)];
        for (int a = 0; a < men; a++)
        {
            random.Shuffle(list);
            for (int i = 0; i < women; i++)
                entries[(a * women) + i] = new ListEntry(list[i], (uint)random.NextInt64(1, 1L << 32));
        }

        return new MatchInstance
        {
            ApplicantCount = men,
            ProgramCount = women,
            Quotas = [.. Enumerable.Repeat(1, women)],
            ListOffsets = [.. Enumerable.Range(0, men + 1).Select(a => a * women)],
            Entries = entries,
        };
    }
}

/// <summary>Several measures over independent markets.</summary>
internal sealed class Sample(int count)
{
    private readonly List<double[]> _rows = new(count);

    public void Add(params double[] values) => _rows.Add(values);

    public double Mean(int measure) => _rows.Average(r => r[measure]);

    public double Error(int measure) =>
        Math.Sqrt(_rows.Sum(r => Math.Pow(r[measure] - Mean(measure), 2)) / (_rows.Count - 1) / _rows.Count);

    /// <summary>Within 4 standard errors and <paramref name="slack"/> of what is published.</summary>
    public void Near(int measure, double published, double slack)
    {
        double distance = Math.Abs(Mean(measure) - published);
        Assert.True(
            distance <= (4 * Error(measure)) + slack,
            $"measure {measure}: {Mean(measure):F3} ± {Error(measure):F3} against {published}");
    }
}
