using MatchSim.Engine.Calibration;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Simulation;
using MatchSim.Engine.Tests.Simulation;

namespace MatchSim.Engine.Tests.Calibration;

public sealed class CalibratorTests
{
    private static readonly string[] Moved = ["interviews.per_position", "ranking.program_unranked", "ranking.applicant_unranked", "applicants.non-us-img.quality.mean"];

    /// <summary>What is to be found again: one specialty, 160 positions, 600 people.</summary>
    private static readonly Scenario Truth = new SeasonShape(1, 40, 4, 120, 0, 15, 6, 8, 1).ToScenario() with { Replications = 6 };

    [Fact]
    public void From_parameters_moved_by_30_percent_it_comes_back_to_a_loss_as_good_as_that_of_the_truth()
    {
        Target[] targets = Published();
        Scenario start = Moved.Select((path, i) => (Path: ParameterPath.Find(Truth, path, out _)!, Factor: i % 2 == 0 ? 0.7 : 1.3))
            .Aggregate(Truth, (moved, change) => change.Path.Set(moved, change.Factor * change.Path.Get(Truth)!.Value));
        CalibrationResult result = Calibrate(start, targets, new Memory());
        double truth = result.Misfit.Loss(Figures(Truth, targets));
        Assert.True(result.Path[0].Loss > 3 * (truth + 1), $"start {result.Path[0].Loss}, truth {truth}");
        Assert.True(result.Path[^1].Loss <= 1.1 * truth, $"end {result.Path[^1].Loss}, truth {truth}");
        Assert.Equal(result.Path[^1].Loss, result.Misfit.Loss(Figures(result.Fitted, targets)), 1e-9);
        Assert.Equal(result.Path.Select(point => point.Loss).OrderDescending(), result.Path.Select(point => point.Loss));
        Assert.All(result.Parameters, fitted => Assert.InRange(fitted.Value, fitted.Parameter.Low, fitted.Parameter.High));
        FittedParameter places = result.Parameters[0];
        Assert.True(places.LossBelow > 1 && places.LossAbove > 1, "interview places are what the targets tell best");
    }

    [Fact]
    public void Interrupted_and_started_again_it_goes_the_same_way_and_simulates_nothing_twice()
    {
        Target[] targets = Published();
        Scenario start = Truth with { Interviews = Truth.Interviews with { PerPosition = 4 } };
        var whole = new Memory();
        CalibrationResult first = Calibrate(start, targets, whole);
        CalibrationResult again = Calibrate(start, targets, whole with { ReadOnly = true });
        Assert.Equal(first.Path.Select(point => point.Loss), again.Path.Select(point => point.Loss));

        var half = new Memory();
        half.Add([.. whole.Points.Take(whole.Points.Count / 2).Select(pair => (pair.Key.Split(' ').Select(double.Parse).ToArray(), pair.Value))]);
        CalibrationResult resumed = Calibrate(start, targets, half);
        Assert.Equal(first.Parameters.Select(fitted => fitted.Value), resumed.Parameters.Select(fitted => fitted.Value));
        Assert.Equal(whole.Points.Count, half.Points.Count);
    }

    [Fact]
    public void A_parameter_that_must_leave_its_range_stops_at_its_end_and_the_others_make_up_for_it()
    {
        FitParameter a = Parameter("ranking.performance");          // 1, from 0.5 to 2
        FitParameter b = Parameter("ranking.program_noise");        // 0.8, from 0.4 to 1.6
        var search = new LevenbergMarquardt([a, b], points => [.. points.Select(x => new[] { x[0] - 3, 2 * (x[0] + x[1] - 3.2) })]);
        FitPoint end = search.Run(20)[^1];
        Assert.Equal(2, end.Values[0]);
        Assert.Equal(1.2, end.Values[1], 0.02);
    }

    [Fact]
    public void Where_nothing_has_an_effect_it_stays()
    {
        var search = new LevenbergMarquardt([Parameter("ranking.performance")], points => [.. points.Select(_ => new[] { 1.0 })]);
        FitPoint only = Assert.Single(search.Run(5));
        Assert.Equal((1, 1), (only.Values[0], only.Loss));
    }

    [Fact]
    public void A_group_stands_for_its_assumptions_and_what_cannot_be_moved_alone_is_refused()
    {
        IReadOnlyList<FitParameter> ranking = FitParameters.Named(Truth, ["ranking", "applicants.us-img.registered"], out var none);
        Assert.Empty(none);
        Assert.Equal("ranking.quality_weight", ranking[0].Path.Text);
        Assert.Equal((0.4, 1.6), (ranking[0].Low, ranking[0].High));
        Assert.Equal("applicants.us-img.registered", ranking[^1].Path.Text);
        Assert.Equal(12, ranking[^1].Step);
        Assert.Contains(FitParameters.Usual(Truth), parameter => parameter.Path.Text == "interviews.noise");
        Assert.DoesNotContain(FitParameters.Usual(Truth), parameter => parameter.Path.Text == "interviews.over_inviting");

        FitParameters.Named(Truth, ["ranking.performance", "ranking", "nothing", "market.programs.screening.us-img.often"], out var problems);
        Assert.Equal(3, problems.Count);
        Assert.Contains(problems, problem => problem.Contains("names nothing", StringComparison.Ordinal));
        Assert.Contains("ranking.performance twice", problems);
        Assert.Contains(problems, problem => problem.StartsWith("market.programs.screening.us-img.often, with which at 0.66 ", StringComparison.Ordinal));
    }

    private static FitParameter Parameter(string path) => FitParameter.Of(Truth, ParameterPath.Find(Truth, path, out _)!);

    private static CalibrationResult Calibrate(Scenario start, Target[] targets, Memory record) => Calibrator.Run(
        start, targets, FitParameters.Named(start, Moved, out _), 12, record, new RunOptions(2), null, CancellationToken.None);

    /// <summary>Figures of the truth in other seasons, as if somebody had published them.</summary>
    private static Target[] Published()
    {
        Target[] asked =
        [
            .. from measure in new[] { TargetMeasure.MatchRate, TargetMeasure.RankListLengthMatched, TargetMeasure.RankListLengthUnmatched }
               from type in Enum.GetValues<ApplicantType>()
               select Asked(measure) with { Type = type },
            Asked(TargetMeasure.FillRate), Asked(TargetMeasure.InterviewsPerPosition), Asked(TargetMeasure.RanksPerPosition), Asked(TargetMeasure.Top3Share),
        ];
        double[] figures = Figures(Truth with { Seed = 99, Replications = 12 }, asked);
        return [.. asked.Zip(figures, (target, figure) => target with { Published = figure })];
    }

    private static Target Asked(TargetMeasure measure) =>
        new(measure, null, null, 0, 1, new Tolerance(0.05, ToleranceKind.Relative), 2025, "the truth", "derived");

    private static double[] Figures(Scenario scenario, Target[] targets) =>
        [.. MonteCarlo.Validate(scenario, targets, new RunOptions(2), null, CancellationToken.None).Targets.Select(target => target.Simulated)];

    private sealed record Memory : ICalibrationRecord
    {
        public Dictionary<string, double[]> Points { get; init; } = [];

        public bool ReadOnly { get; init; }

        public double[]? Find(IReadOnlyList<double> values) => Points.GetValueOrDefault(Text(values));

        public void Add(IReadOnlyList<(double[] Values, double[] Simulated)> points)
        {
            Assert.False(ReadOnly);
            foreach (var (values, simulated) in points)
                Points.Add(Text(values), simulated);
        }

        private static string Text(IReadOnlyList<double> values) => string.Join(' ', values.Select(value => value.ToString("R")));
    }
}
