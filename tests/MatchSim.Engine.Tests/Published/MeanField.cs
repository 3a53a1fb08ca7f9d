using MatchSim.Benchmarks;
using MatchSim.Engine.Matching;

namespace MatchSim.Engine.Tests.Published;

/// <summary>Mean field of deferred acceptance with iid short lists (n applicants, P programs of quota q, lists of d):
/// p = E[min(N, q)] / x with N ~ Poisson(x), x = (n/P)(1 − (1 − p)^d)/p; then proposals = xP and unmatched = (1 − p)^d,
/// good to about 1 %.</summary>
public sealed class MeanField
{
    [Theory]
    [InlineData(20_000, 3_600, 5, 10)]
    [InlineData(20_000, 4_000, 4, 12)]
    [InlineData(20_000, 20_000, 1, 5)]
    public void Proposals_and_unmatched(int applicants, int programs, int quota, int length)
    {
        (double proposals, double unmatched) = Solve((double)applicants / programs, quota, length);
        var market = new MarketGenerator
        {
            Applicants = applicants,
            Programs = programs,
            Positions = programs * quota,
            ListLength = length,
        };
        MatchResult result = DeferredAcceptance.ApplicantProposing(market.Draw(1), new MatchWorkspace());
        Assert.InRange(result.Proposals / (proposals * programs), 0.98, 1.02);
        double share = (double)result.ProgramOf.Count(MatchInstance.None) / applicants;
        Assert.InRange(share / unmatched, 0.97, 1.03);
    }

    private static (double ProposalsAProgram, double Unmatched) Solve(double crowding, int quota, int length)
    {
        double low = 1e-6;
        double high = 1;
        for (int i = 0; i < 200; i++)
        {
            double p = (low + high) / 2;
            double x = crowding * (1 - Math.Pow(1 - p, length)) / p;
            if (Held(x, quota) / x > p)
                low = p;
            else
                high = p;
        }

        return (crowding * (1 - Math.Pow(1 - low, length)) / low, Math.Pow(1 - low, length));
    }

    /// <summary>E[min(N, q)].</summary>
    private static double Held(double x, int quota)
    {
        double probability = Math.Exp(-x);
        double held = 0;
        double below = 0;
        for (int k = 0; k < quota; k++)
        {
            held += k * probability;
            below += probability;
            probability *= x / (k + 1);
        }

        return held + (quota * (1 - below));
    }
}
