using MatchSim.Engine.Matching;

namespace MatchSim.Engine.Tests.Instances;

/// <summary>Draws a market of a shape from a seed, and proposes smaller ones when a law fails.</summary>
public static class MarketDraw
{
    public static TestMarket Draw(MarketShape shape, int seed)
    {
        var random = new Random(seed);
        int n = random.Next(1, shape.MaxApplicants + 1);
        int m = random.Next(1, shape.MaxPrograms + 1);
        int couples = Math.Min(n / 2, random.Next(shape.MaxCouples + 1));
        int[][] rankings = [.. Enumerable.Range(0, m).Select(_ => Subset(random, n, shape.Reciprocated))];
        int[][] lists = [.. Enumerable.Range(0, n).Select(a => a < 2 * couples ? [] : Choose(random, m, shape.MaxList))];
        var market = new TestMarket([.. Enumerable.Range(0, m).Select(_ => Quota(random, shape))], rankings, lists)
        {
            Couples = [.. Enumerable.Range(0, couples).Select(
                c => new TestCouple(2 * c, (2 * c) + 1, Pairs(random, m, shape.MaxPairs)))],
            Parities = shape.Parity == 0 ? [] : [.. Enumerable.Range(0, m).Select(_ => DrawParity(random, shape))],
            Reversions = Reversions(random, m, shape),
        };
        return market with { Supplementals = Supplementals(random, market, shape) };
    }

    /// <summary>One applicant, program, couple or variation less; then shorter lists.</summary>
    public static IEnumerable<TestMarket> Shrink(TestMarket market)
    {
        for (int i = 0; i < market.Supplementals.Length; i++)
            yield return market with { Supplementals = Without(market.Supplementals, i) };
        for (int i = 0; i < market.Reversions.Length; i++)
            yield return market with { Reversions = Without(market.Reversions, i) };
        for (int p = 0; p < market.Parities.Length; p++)
            if (market.Parities[p] != Parity.Any)
                yield return market with { Parities = With(market.Parities, p, Parity.Any) };
        for (int c = 0; c < market.Couples.Length; c++)
        {
            yield return market with { Couples = Without(market.Couples, c) };
            for (int k = 0; k < market.Couples[c].Pairs.Length; k++)
                yield return market with
                {
                    Couples = With(market.Couples, c, market.Couples[c] with { Pairs = Without(market.Couples[c].Pairs, k) }),
                };
        }

        for (int a = 0; a < market.Applicants; a++)
        {
            if (market.Lists[a].Length > 1)
                yield return market with { Lists = With(market.Lists, a, []) };
            for (int e = 0; e < market.Lists[a].Length; e++)
                yield return market with { Lists = With(market.Lists, a, Without(market.Lists[a], e)) };
        }

        for (int p = 0; p < market.Programs; p++)
        {
            if (market.Quotas[p] > 0)
                yield return market with { Quotas = With(market.Quotas, p, market.Quotas[p] - 1) };
            for (int e = 0; e < market.Rankings[p].Length; e++)
                yield return market with { Rankings = With(market.Rankings, p, Without(market.Rankings[p], e)) };
        }
    }

    private static int Quota(Random random, MarketShape shape) =>
        random.Next(12) == 0 ? 0 : random.Next(1, shape.MaxQuota + 1);

    private static int[] Permutation(Random random, int count)
    {
        int[] items = [.. Enumerable.Range(0, count)];
        random.Shuffle(items);
        return items;
    }

    private static int[] Subset(Random random, int count, double share) =>
        [.. Permutation(random, count).Where(_ => random.NextDouble() < share)];

    private static int[] Choose(Random random, int programs, int most) =>
        Permutation(random, programs)[..Math.Min(programs, random.Next(most + 1))];

    /// <summary>Pairs, some with an unmatched half, many at one program.</summary>
    private static (int, int)[] Pairs(Random random, int programs, int most)
    {
        var pairs = new List<(int, int)>();
        for (int k = random.Next(most + 1); k > 0; k--)
        {
            int p = random.Next(-1, programs);
            int q = random.Next(4) == 0 ? p : random.Next(-1, programs);
            if ((p >= 0 || q >= 0) && !pairs.Contains((p, q)))
                pairs.Add((p, q));
        }

        return [.. pairs];
    }

    private static Parity DrawParity(Random random, MarketShape shape) =>
        random.NextDouble() >= shape.Parity ? Parity.Any : random.Next(2) == 0 ? Parity.Even : Parity.Odd;

    /// <summary>From lower to higher ids of a random relabelling: no circles.</summary>
    private static Reversion[] Reversions(Random random, int programs, MarketShape shape)
    {
        int[] level = Permutation(random, programs);
        var found = new List<Reversion>();
        for (int k = random.Next(shape.MaxReversions + 1); k > 0; k--)
        {
            int donor = random.Next(programs);
            int receiver = random.Next(programs);
            if (level[donor] < level[receiver] && !found.Exists(r => r.Donor == donor && r.Receiver == receiver))
                found.Add(new Reversion(donor, receiver, random.Next(1, 4)));
        }

        return [.. found.OrderBy(r => r.Donor)];
    }

    private static TestSupplemental[] Supplementals(Random random, TestMarket market, MarketShape shape)
    {
        var found = new List<TestSupplemental>();
        for (int a = 0; a < market.Applicants && shape.Supplemental > 0; a++)
            foreach (int advanced in Reachable(market, a))
                if (random.NextDouble() < shape.Supplemental)
                    found.Add(new TestSupplemental(a, advanced, Choose(random, market.Programs, 3)));
        return [.. found];
    }

    private static IEnumerable<int> Reachable(TestMarket market, int applicant)
    {
        IEnumerable<int> joint = market.Couples.SelectMany(c => c.Pairs.SelectMany(
            pair => new[] { c.A == applicant ? pair.P : -1, c.B == applicant ? pair.Q : -1 }));
        return market.Lists[applicant].Concat(joint).Where(p => p >= 0).Distinct().Order();
    }

    private static T[] Without<T>(T[] items, int at) => [.. items[..at], .. items[(at + 1)..]];

    private static T[] With<T>(T[] items, int at, T item)
    {
        var copy = (T[])items.Clone();
        copy[at] = item;
        return copy;
    }
}
