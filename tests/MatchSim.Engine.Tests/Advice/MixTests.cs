using MatchSim.Engine.Advice;
using MatchSim.Engine.Outcomes;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Tests.Scenarios;
using MatchSim.Engine.Tests.Simulation;

namespace MatchSim.Engine.Tests.Advice;

/// <summary>Reach, target and safe programs.</summary>
public sealed class MixTests
{
    private const int Programs = 8;

    private static readonly Profile Img = new(ApplicantType.NonUsImg, "internal-medicine");

    [Fact]
    public void Every_mix_sends_all_applications()
    {
        Season season = ConservationLaws.Run(SmallScenario.Sound);
        var crowd = new MixCrowd(new FocalCrowd(season.Market.Layout, Img), ProgramMix.All, Programs);
        MixTally tally = crowd.Follow(new Streams(SmallScenario.Sound.Seed, 0), SeasonView.Of(season, new CutoffReader().Read(season), []), 50);
        Assert.All(tally.Sent, counts => Assert.Equal(Programs, counts.Sum(), 1e-9));
        Assert.Equal(Programs, tally.Habit.Sum(), 1e-9);
        Assert.All(ProgramMix.All, mix => Assert.Equal(1, mix.Reach + mix.Target + mix.Safe, 1e-12));
        Assert.Equal(15, ProgramMix.All.Distinct().Count());
    }

    /// <summary>The classes are what they are called: a program's class follows from how many would be taken there, so
    /// nothing but reach programs never does better than nothing but safe ones.</summary>
    [Fact]
    public void Safe_programs_are_safer()
    {
        Scenario scarce = SmallScenario.Sound with
        {
            Applicants = SmallScenario.Sound.Applicants.ToDictionary(
                pair => pair.Key, pair => pair.Value with { Registered = 3 * pair.Value.Registered }),
        };
        Season season = ConservationLaws.Run(scarce);
        ProgramMix[] pure = [new(1, 0, 0), new(0, 0, 1)];
        var crowd = new MixCrowd(new FocalCrowd(season.Market.Layout, Img), pure, 3);
        MixTally tally = crowd.Follow(new Streams(scarce.Seed, 0), SeasonView.Of(season, new CutoffReader().Read(season), []), 400);
        Assert.True(tally.Matched[1] >= tally.Matched[0], $"safe {tally.Matched[1]}, reach {tally.Matched[0]}");
    }

    [Fact]
    public void Seasons_that_choose_do_not_measure()
    {
        AdviceResult advice = Advisor.Advise(
            SmallScenario.Sound, Img, new AdviceOptions { MaxPrograms = 10, FocalApplicants = 50, MixPrograms = 6 });
        Assert.Equal(6, advice.Mix!.Programs);
        Assert.Equal(6, advice.Mix.Sent.Reach + advice.Mix.Sent.Target + advice.Mix.Sent.Safe, 1e-9);
        Assert.Null(Advisor.Advise(
            SmallScenario.Sound with { Replications = 3 }, Img, new AdviceOptions { MaxPrograms = 10, FocalApplicants = 50 }).Mix);
    }
}
