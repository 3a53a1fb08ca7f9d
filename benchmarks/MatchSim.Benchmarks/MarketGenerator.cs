using MatchSim.Engine.Matching;

namespace MatchSim.Benchmarks;

/// <summary>Markets for measurements: uniform lists without repeats, programs that rank everybody who lists them in an
/// order of their own or, with <see cref="Common"/>, one that others share in part.</summary>
public sealed record MarketGenerator
{
    public required int Applicants { get; init; }

    public required int Programs { get; init; }

    /// <summary>Positions in the whole market, spread as evenly as they go.</summary>
    public required int Positions { get; init; }

    /// <summary>Entries of a single's list, and of the list a member of a couple would have alone.</summary>
    public required int ListLength { get; init; }

    /// <summary>Share of applicants who are in couples, 0–1.</summary>
    public double InCouples { get; init; }

    /// <summary>Pairs of a joint list: the best by sum of the two ranks, ties at random.</summary>
    public int PairCount { get; init; }

    /// <summary>How far all agree, 0–1: what an applicant thinks of a program is (1 − Common) of his own, uniform, and
    /// Common of the program's desirability, uniform too; what a program thinks of an applicant likewise. At 0.5 half of
    /// the variance is common. Which programs stand on a list does not depend on it, only their order does.</summary>
    public double Common { get; init; }

    /// <summary>National size: 45,000 applicants, 5,500 programs, 38,500 positions (7 a program), lists of 12.</summary>
    public static MarketGenerator National { get; } =
        new() { Applicants = 45_000, Programs = 5_500, Positions = 38_500, ListLength = 12 };

    /// <summary>National size with 5.3 % of applicants in couples, joint lists of 100 pairs.</summary>
    public static MarketGenerator NationalWithCouples { get; } = National with { InCouples = 0.053, PairCount = 100 };

    /// <summary>The balance of the Main Residency Match of 2025: 47,208 active applicants (1,259 couples), 6,626 programs,
    /// 43,237 positions (NRMP, Results and Data 2025). Lists of 12 and joint lists of 100 pairs as above.</summary>
    public static MarketGenerator NationalBalance { get; } = NationalWithCouples with
    {
        Applicants = 47_208,
        Programs = 6_626,
        Positions = 43_237,
        InCouples = 0.05334,
    };

    /// <summary>The same when applicants agree by half about programs, and programs about applicants.</summary>
    public static MarketGenerator NationalBalanceWithCommonTaste { get; } = NationalBalance with { Common = 0.5 };

    /// <summary>Where couples are hard: as many seats as applicants, 10 % of them in couples.</summary>
    public static MarketGenerator Hard { get; } = new()
    {
        Applicants = 500,
        Programs = 100,
        Positions = 500,
        ListLength = 8,
        InCouples = 0.1,
        PairCount = 30,
    };

    public MarketGenerator Times(int factor) => this with
    {
        Applicants = factor * Applicants,
        Programs = factor * Programs,
        Positions = factor * Positions,
    };

    public MatchInstance Draw(int seed)
    {
        var random = new Random(seed);
        int couples = (int)(Applicants * InCouples / 2);
        double[] desirability = Agreed(random, Programs);
        double[] merit = Agreed(random, Applicants);
        ListEntry[][] lists =
            [.. merit.Select(m => Common > 0 ? Ordered(random, List(random), desirability, m) : List(random))];
        PairEntry[][] pairs = [.. Enumerable.Range(0, couples).Select(c => Pairs(random, lists[2 * c], lists[(2 * c) + 1]))];
        for (int a = 0; a < 2 * couples; a++)
            lists[a] = [];
        return new MatchInstance
        {
            ApplicantCount = Applicants,
            ProgramCount = Programs,
            CoupleCount = couples,
            Quotas = [.. Enumerable.Range(0, Programs).Select(p => (Positions / Programs) + (p < Positions % Programs ? 1 : 0))],
            ListOffsets = Offsets(lists),
            Entries = [.. lists.SelectMany(l => l)],
            CoupleA = [.. Enumerable.Range(0, couples).Select(c => 2 * c)],
            CoupleB = [.. Enumerable.Range(0, couples).Select(c => (2 * c) + 1)],
            PairOffsets = Offsets(pairs),
            Pairs = [.. pairs.SelectMany(l => l)],
        };
    }

    private ListEntry[] List(Random random)
    {
        var list = new List<ListEntry>(ListLength);
        while (list.Count < ListLength)
        {
            int program = random.Next(Programs);
            if (!list.Exists(e => e.Program == program))
                list.Add(new ListEntry(program, (uint)random.NextInt64(1, 1L << 32)));
        }

        return [.. list];
    }

    /// <summary>What all think of each, 0–1; nothing is drawn when they agree about nothing.</summary>
    private double[] Agreed(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => Common > 0 ? random.NextDouble() : 0)];

    /// <summary>The same programs, with common taste in their order and in their scores of this applicant.</summary>
    private ListEntry[] Ordered(Random random, ListEntry[] list, double[] desirability, double merit)
    {
        double Mixed(double common) => (Common * common) + ((1 - Common) * random.NextDouble());
        double[] dislike = [.. list.Select(e => -Mixed(desirability[e.Program]))];
        ListEntry[] scored = [.. list.Select(e => e with { Score = 1 + (uint)(Mixed(merit) * (uint.MaxValue - 1)) })];
        Array.Sort(dislike, scored);
        return scored;
    }

    private PairEntry[] Pairs(Random random, ListEntry[] a, ListEntry[] b)
    {
        var all = new List<(double Rank, PairEntry Pair)>();
        for (int i = 0; i < a.Length; i++)
            for (int j = 0; j < b.Length; j++)
                all.Add((i + j + random.NextDouble(), new PairEntry(a[i].Program, a[i].Score, b[j].Program, b[j].Score)));
        return [.. all.OrderBy(x => x.Rank).Take(PairCount).Select(x => x.Pair)];
    }

    private static int[] Offsets<T>(T[][] lists)
    {
        int[] offsets = new int[lists.Length + 1];
        for (int i = 0; i < lists.Length; i++)
            offsets[i + 1] = offsets[i] + lists[i].Length;
        return offsets;
    }
}
