using MatchSim.Engine.Advice;
using MatchSim.Engine.Scenarios;
using MatchSim.Engine.Tests.Scenarios;

namespace MatchSim.Engine.Tests.Advice;

/// <summary>What is kept of the seasons answers as the seasons themselves do.</summary>
public sealed class BasisTests
{
    private static readonly BasisOptions Seasons = new() { MarketWide = [5, 15], MarketWideSeasons = 2, Threads = 2 };

    private static readonly AdviceOptions Options = new() { MaxPrograms = 15, FocalApplicants = 60, ComparedApplicants = 20 };

    [Fact]
    public void A_basis_survives_its_bytes()
    {
        var basis = AdviceBasis.Prepare(SmallScenario.Sound, Seasons);
        AdviceBasis? read = BasisBytes.Read(SmallScenario.Sound, BasisBytes.Write(basis));
        Assert.NotNull(read);
        foreach (Profile profile in (Profile[])[new(ApplicantType.NonUsImg, "internal-medicine"), new(ApplicantType.UsMdSenior, "surgery")])
        {
            AdviceResult first = Advisor.Advise(basis, profile, Options);
            AdviceResult again = Advisor.Advise(read, profile, Options with { Threads = 3 });
            Assert.Equal(first.Curve.Points, again.Curve.Points);
            Assert.Equal(first.MarketWide, again.MarketWide);
            Assert.Equal(first.TypeToday, again.TypeToday);
            Assert.Equal(first.Alternatives, again.Alternatives);
            Assert.Equal(first.Mix, again.Mix);
            Assert.Equal([5.0, 15.0], first.MarketWide.Select(point => point.Programs));
        }
    }

    [Fact]
    public void Bytes_of_something_else_are_no_basis()
    {
        byte[] bytes = BasisBytes.Write(AdviceBasis.Prepare(SmallScenario.Sound, Seasons));
        Assert.Null(BasisBytes.Read(SmallScenario.Sound, bytes.AsSpan(0, bytes.Length - 1)));
        Assert.Null(BasisBytes.Read(SmallScenario.Sound, [.. bytes, 0]));
        Assert.Null(BasisBytes.Read(SmallScenario.Sound, []));
        Assert.Null(BasisBytes.Read(SmallScenario.Sound with { Replications = 5 }, bytes));
    }
}
