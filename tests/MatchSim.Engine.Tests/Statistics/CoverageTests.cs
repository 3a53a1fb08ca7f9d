using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;
using MatchSim.Engine.Statistics;
using MatchSim.Engine.Tests.Scenarios;
using Xunit.Abstractions;

namespace MatchSim.Engine.Tests.Statistics;

/// <summary>
/// The printed 95 % intervals hold what they promise: of many experiments, each with a seed of its own, about 95 % have the
/// truth inside. The truth is the same figure of one large run.
/// </summary>
public sealed class CoverageTests(ITestOutputHelper output)
{
    /// <summary>Seasons of an experiment: few, where t and normal intervals differ most.</summary>
    private const int Seasons = 8;

    private const int Experiments = 1000;

    private const ulong TruthSeed = 424_242;

    /// <summary>What a run prints with an interval.</summary>
    private static readonly Series[] Printed =
    [
        .. new ApplicantType?[] { null, ApplicantType.UsMdSenior, ApplicantType.NonUsImg }.SelectMany(type => new Series[]
        {
            new(Measure.MatchRate, type, null), new(Measure.MatchRateApplicants, type, null),
        }),
        new(Measure.FillRate, null, null), new(Measure.FillRateAll, null, null), new(Measure.ProgramsUnfilled, null, null),
        new(Measure.CouplesBoth, null, null),
    ];

    private static readonly Series Chance = new(Measure.MatchProbability, ApplicantType.NonUsImg, null);

    /// <summary>A season takes a millisecond. Few applications, so that no rate is near its ceiling, where a handful of seasons
    /// says little about the spread.</summary>
    private static readonly Scenario Market = SmallScenario.Sound with
    {
        Applicants = SmallScenario.Sound.Applicants.ToDictionary(pair => pair.Key, pair => pair.Value with { Applications = new() { Mean = 4 } }),
        Couples = new CoupleOptions { Counts = new Dictionary<ApplicantType, int> { [ApplicantType.UsMdSenior] = 15 } },
        Sweep = new SweepOptions
        {
            Mode = SweepMode.Individual,
            FocalApplicants = 50,
            Parameters = [new() { Key = "applicants.non-us-img.applications.mean", Values = [4] }],
        },
    };

    private static readonly Scenario Other = Market with
    {
        Name = "other",
        Applicants = Market.Applicants.ToDictionary(
            pair => pair.Key, pair => pair.Value with { Applications = new() { Mean = pair.Key == ApplicantType.NonUsImg ? 4 : 2 } }),
    };

    [Fact]
    public void Of_a_thousand_small_experiments_95_percent_have_the_truth_inside()
    {
        Dictionary<string, Interval> truth = Figures(TruthSeed, Thorough.IsOn ? 20_000 : 4_000, Environment.ProcessorCount);
        foreach (int seasons in Thorough.IsOn ? [4, Seasons, 20] : new[] { Seasons })
        {
            var results = new Dictionary<string, Interval>[Thorough.IsOn ? 5 * Experiments : Experiments];
            Parallel.For(0, results.Length, i => results[i] = Figures((ulong)i, seasons));
            output.WriteLine($"{results.Length} experiments of {seasons} seasons");
            foreach (string kind in (string[])["level", "difference", "individual"])
                Judge(kind, truth, results);
        }
    }

    /// <summary>All figures of a kind together, and, since 1,000 experiments leave 0.7 points of luck, each more loosely.</summary>
    private void Judge(string kind, Dictionary<string, Interval> truth, Dictionary<string, Interval>[] results)
    {
        (string Name, double Share)[] shares =
        [
            .. from name in truth.Keys
               where name.StartsWith(kind, StringComparison.Ordinal)
               select (name, (double)results.Count(result => result[name].Holds(truth[name].Mean)) / results.Length),
        ];
        double all = shares.Average(figure => figure.Share);
        output.WriteLine($"  {kind}: {all:0.0%} of the intervals hold the truth");
        foreach ((string name, double share) in shares)
            output.WriteLine($"    {share:0.0%} {name} = {truth[name].Mean:0.0000}");
        Assert.InRange(all, 0.93, 0.97);
        Assert.All(shares, figure => Assert.True(figure.Share is > 0.92 and < 0.98, $"{figure.Name}: {figure.Share:0.0%}"));
    }

    /// <summary>Everything printed with an interval by a run, and by a comparison, of one seed.</summary>
    private static Dictionary<string, Interval> Figures(ulong seed, int seasons, int threads = 1)
    {
        var options = new RunOptions(threads);
        Scenario scenario = Market with { Seed = seed, Replications = seasons };
        RunResult run = MonteCarlo.Run(scenario, options, observer: null, CancellationToken.None);
        ComparisonResult comparison = MonteCarlo.Compare(scenario, [Other], options, observer: null, CancellationToken.None);
        var figures = new Dictionary<string, Interval>();
        foreach (SummaryRow row in run.Baseline.Rows.Where(row => Printed.Contains(row.Series)))
            figures.Add($"level {row.Series}", new Interval(row.Estimate, row.CiLow, row.CiHigh));
        foreach (PairedDifference row in comparison.Others[0].Differences.Where(row => Printed.Contains(row.Series)))
            figures.Add($"difference {row.Series}", new Interval(row.Difference, row.CiLow, row.CiHigh));
        SummaryRow chance = Assert.Single(run.Individual).Rows.Single(row => row.Series == Chance);
        figures.Add($"individual {chance.Series}", new Interval(chance.Estimate, chance.CiLow, chance.CiHigh));
        return figures;
    }

    private sealed record Interval(double Mean, double Low, double High)
    {
        public bool Holds(double value) => Low <= value && value <= High;
    }
}
