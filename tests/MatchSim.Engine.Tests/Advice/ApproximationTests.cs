using MatchSim.Engine.Advice;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Tests.Scenarios;

namespace MatchSim.Engine.Tests.Advice;

/// <summary>The study that says how far the look-up is off.</summary>
public sealed class ApproximationTests
{
    private static readonly Scenario Plain = SmallScenario.Sound with
    {
        Couples = new CoupleOptions(),
        Match = SmallScenario.Sound.Match with { SupplementalLists = Switch.Off },
    };

    [Fact]
    public void Without_couples_the_look_up_is_never_off_on_the_same_lists()
    {
        Approximation measured = ApproximationStudy.Measure(Plain, new ApproximationOptions { ReRuns = 20 });
        Assert.InRange(measured.ReRuns, 20, 1000);
        Assert.Equal(0, measured.Differing);
        Assert.Equal(new Estimate(0, 0, 0), measured.Lists);
        Assert.InRange(measured.InterviewPlace.Mean, -0.5, 0.5);
        Assert.Equal(measured, ApproximationStudy.Measure(Plain, new ApproximationOptions { ReRuns = 20, Threads = 3 }));
    }

    [Fact]
    public void Newcomers_come_after_everybody_of_their_type()
    {
        var more = new MoreApplicants(Plain, 7);
        Assert.Equal(7, more.Places.Length);
        Assert.Equal(147, more.Layout.ApplicantCount);
        Assert.Equal([80, 81, 82, 83, 144, 145, 146], more.Places);
        ulong[] others = [.. more.Layout.ApplicantKeys.Where((_, a) => !more.Places.Contains(a))];
        Assert.Equal(new MarketLayout(Plain).ApplicantKeys, others);
    }
}
