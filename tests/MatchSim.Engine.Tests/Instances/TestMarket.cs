using System.Text;
using MatchSim.Engine.Matching;

namespace MatchSim.Engine.Tests.Instances;

/// <summary>A couple of a <see cref="TestMarket"/>; −1 = this half unmatched.</summary>
public sealed record TestCouple(int A, int B, (int P, int Q)[] Pairs);

/// <summary>The supplemental list that <paramref name="Applicant"/> uses while matched to <paramref name="Advanced"/>.
/// </summary>
public sealed record TestSupplemental(int Applicant, int Advanced, int[] List);

/// <summary>Rank order lists of both sides, as people write them; prints in the r/c/p text format.</summary>
/// <param name="Rankings">[program] applicants, best first.</param>
/// <param name="Lists">[applicant] programs, best first; empty for members of couples.</param>
public sealed record TestMarket(int[] Quotas, int[][] Rankings, int[][] Lists)
{
    public TestCouple[] Couples { get; init; } = [];

    public TestSupplemental[] Supplementals { get; init; } = [];

    public Reversion[] Reversions { get; init; } = [];

    public Parity[] Parities { get; init; } = [];

    public int Applicants => Lists.Length;

    public int Programs => Quotas.Length;

    /// <summary>A program's score of an applicant: list length minus position, so the last has 1.</summary>
    public uint Score(int program, int applicant)
    {
        int at = program < 0 ? -1 : Array.IndexOf(Rankings[program], applicant);
        return at < 0 ? MatchInstance.Unranked : (uint)(Rankings[program].Length - at);
    }

    public MatchInstance ToInstance()
    {
        ListEntry[] Entries(int applicant, int[] list) => [.. list.Select(p => new ListEntry(p, Score(p, applicant)))];
        TestSupplemental[] supplementals = [.. Supplementals.OrderBy(s => s.Applicant)];
        int[] starts = Offsets(supplementals.Select(s => s.List.Length));
        return new MatchInstance
        {
            ApplicantCount = Applicants,
            ProgramCount = Programs,
            CoupleCount = Couples.Length,
            Quotas = Quotas,
            ListOffsets = Offsets(Lists.Select(l => l.Length)),
            Entries = [.. Lists.SelectMany((list, a) => Entries(a, list))],
            CoupleA = [.. Couples.Select(c => c.A)],
            CoupleB = [.. Couples.Select(c => c.B)],
            PairOffsets = Offsets(Couples.Select(c => c.Pairs.Length)),
            Pairs = [.. Couples.SelectMany(c => c.Pairs.Select(
                pair => new PairEntry(pair.P, Score(pair.P, c.A), pair.Q, Score(pair.Q, c.B))))],
            SupplementalOffsets = supplementals.Length == 0 ? []
                : Offsets(Enumerable.Range(0, Applicants).Select(a => supplementals.Count(s => s.Applicant == a))),
            SupplementalLinks = [.. supplementals.Select(
                (s, i) => new SupplementalLink(s.Advanced, starts[i], starts[i + 1]))],
            SupplementalEntries = [.. supplementals.SelectMany(s => Entries(s.Applicant, s.List))],
            Reversions = Reversions,
            Parities = Parities,
        };
    }

    /// <summary>The r/c/p text format; what it cannot say follows as comments.</summary>
    public override string ToString()
    {
        var text = new StringBuilder().AppendLine();
        for (int a = 0; a < Applicants; a++)
            if (!Couples.Any(c => c.A == a || c.B == a))
                text.AppendLine($"r {a} {string.Join(' ', Lists[a])}".TrimEnd());
        for (int c = 0; c < Couples.Length; c++)
            text.AppendLine(
                $"c {c} {Couples[c].A} {Couples[c].B} {string.Join(' ', Couples[c].Pairs.Select(x => $"{x.P} {x.Q}"))}".TrimEnd());
        for (int p = 0; p < Programs; p++)
            text.AppendLine($"p {p} {Quotas[p]} {string.Join(' ', Rankings[p])}".TrimEnd());
        foreach (TestSupplemental s in Supplementals)
            text.AppendLine($"# supplemental list of {s.Applicant} at {s.Advanced}: {string.Join(' ', s.List)}");
        foreach (Reversion r in Reversions)
            text.AppendLine($"# reversion {r.Donor} -> {r.Receiver}, up to {r.Positions}");
        for (int p = 0; p < Parities.Length; p++)
            if (Parities[p] != Parity.Any)
                text.AppendLine($"# program {p} wants {Parities[p]}");
        return text.ToString();
    }

    private static int[] Offsets(IEnumerable<int> lengths)
    {
        var offsets = new List<int> { 0 };
        foreach (int length in lengths)
            offsets.Add(offsets[^1] + length);
        return [.. offsets];
    }
}
