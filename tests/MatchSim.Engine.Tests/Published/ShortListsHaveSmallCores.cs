using MatchSim.Benchmarks;
using MatchSim.Engine.Matching;

namespace MatchSim.Engine.Tests.Published;

/// <summary>Share of applicants with two different stable partners, one-to-one, n by n, uniform lists of 10: falls like
/// 1/n (the figures' standard error is a tenth of their value). In Roth and Peranson's data the proposing side affected
/// 91 of 111,026 applicants.</summary>
public sealed class ShortListsHaveSmallCores
{
    [Theory]
    [InlineData(100, 400, 2.4)]
    [InlineData(1_000, 200, 0.23)]
    public void The_share_with_two_partners(int size, int markets, double percent)
    {
        var shape = new MarketGenerator { Applicants = size, Programs = size, Positions = size, ListLength = 10 };
        var sample = new Sample(markets);
        var workspace = new MatchWorkspace();
        for (int seed = 0; seed < markets; seed++)
        {
            MatchInstance instance = shape.Draw(seed);
            int[] first = DeferredAcceptance.ApplicantProposing(instance, workspace).ProgramOf.ToArray();
            int[] last = DeferredAcceptance.ProgramProposing(instance, workspace).ProgramOf.ToArray();
            sample.Add(100.0 * first.Zip(last).Count(x => x.First != x.Second) / size);
        }

        sample.Near(0, percent, 4 * 0.1 * percent);
    }
}
