using MatchSim.Engine.Interviews;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Tests.Interviews;

/// <summary>Which programs get signals, against sorting: with many equally wanted programs, and looking only above a floor.</summary>
public sealed class SignalLimitTests
{
    [Property(MaxTest = 2000)]
    public void The_most_wanted_programs_get_the_signals(byte[] drawn, byte spread, byte gold, byte silver)
    {
        int golds = gold % 6;
        int silvers = silver % 6;
        if (drawn.Length == 0 || golds + silvers == 0)
            return;
        // −∞ = not applied to; a small spread makes many programs equally wanted.
        float[] wanted = [.. drawn.Select(value => value % 4 == 0 ? float.NegativeInfinity : value % (1 + spread))];
        int sent = wanted.Count(float.IsFinite);
        var signals = new ProgramSignals(Layout(golds, silvers));
        var shared = new List<(int At, ProgramSignal Signal)>();
        float[] padded = [.. wanted, .. Enumerable.Repeat(float.NegativeInfinity, 16 - (wanted.Length % 16))];
        SignalLimits limits = signals.Share(signals.KindOf(0, sent), padded, sent, shared);

        int[] order = [.. Enumerable.Range(0, wanted.Length).Where(i => float.IsFinite(wanted[i])).OrderByDescending(i => wanted[i]).ThenBy(i => i)];
        Assert.All(order.Take(golds), i => Assert.Equal(ProgramSignal.Gold, Given(i)));
        Assert.All(order.Skip(golds).Take(silvers), i => Assert.Equal(ProgramSignal.Silver, Given(i)));
        Assert.All(order.Skip(golds + silvers), i => Assert.Equal(ProgramSignal.None, Given(i)));

        ProgramSignal Given(int i)
        {
            ProgramSignal given = limits.Of(wanted[i]);
            foreach ((int at, ProgramSignal signal) in shared)
                given = at == i && signal > given ? signal : given;
            return given;
        }
    }

    [Property(MaxTest = 500)]
    public void Looking_above_a_floor_finds_the_same_limits(int[] drawn, byte gold, byte silver)
    {
        int all = 1 + (gold % 6) + (silver % 6);
        float[] wanted = [.. drawn.Distinct().Select(value => value / 1000f)];
        if (wanted.Length == 0 || wanted.Distinct().Count() < wanted.Length)
            return;
        var signals = new ProgramSignals(Layout(1 + (gold % 6), silver % 6));
        float[] padded = [.. wanted, .. Enumerable.Repeat(float.NegativeInfinity, 16 - (wanted.Length % 16))];
        for (int season = 0; season < 5; season++)
        {
            int kind = signals.KindOf(0, wanted.Length);
            float floor = signals.FloorOf(kind);
            var seen = new FewScores();
            foreach (float utility in wanted.Where(utility => utility >= floor))
            {
                seen.Next = utility;
                seen.Count++;
            }

            bool found = signals.TryLimits(seen, kind, wanted.Length, out SignalLimits limits);
            SignalLimits certain = signals.Share(kind, padded, wanted.Length, []);
            if (found)
                Assert.Equal(wanted.Select(certain.Of), wanted.Select(limits.Of));
        }
    }

    private static MarketLayout Layout(int gold, int silver) => new(new Scenario
    {
        Market = new MarketOptions
        {
            Specialties = new Dictionary<string, SpecialtyOptions>
            {
                ["internal-medicine"] = new()
                {
                    Categorical = new TrackOptions { Programs = 1, Positions = 1 },
                    Signals = new SignalOptions { Gold = gold, Silver = silver },
                },
            },
        },
        Applications = new ApplicationOptions { Signals = Switch.On },
    });
}
