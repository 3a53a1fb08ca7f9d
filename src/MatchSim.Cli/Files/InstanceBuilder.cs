using System.Runtime.CompilerServices;
using MatchSim.Cli.Shell;
using MatchSim.Engine.Matching;

namespace MatchSim.Cli.Files;

/// <summary>Instance as read → instance to match: every rule of the formats checked, both sides' lists joined, what
/// cannot lead to a match counted.</summary>
internal sealed class InstanceBuilder
{
    private readonly RawInstance raw;
    private readonly RankedLists primary;
    private readonly RankedLists rankings;
    private readonly CoupleLists couples;
    private readonly SupplementalLists supplemental;
    private readonly Reversion[] reversions;
    private readonly DroppedEntries dropped = new();
    private readonly ListEntry[] entries;
    private readonly PairEntry[] pairs;
    private readonly ListEntry[] supplementalEntries;

    private InstanceBuilder(RawInstance raw, MistakeList mistakes)
    {
        this.raw = raw;
        string Applicant(int index) => $"applicant {Say.Quote(raw.Applicants[index])}";
        string Program(int index) => $"program {Say.Quote(raw.Programs[index])}";
        primary = RankedLists.Group(raw.Primary, raw.Applicants.Count);
        primary.Check(raw.Programs.Count, owner => $"the list of {Applicant(owner)}", Program, raw.Label(InstanceFolder.Applicants), mistakes);
        CheckEmptyLists(mistakes);
        rankings = RankedLists.Group(raw.Rankings, raw.Programs.Count);
        rankings.Check(raw.Applicants.Count, owner => $"the list of {Program(owner)}", Applicant, raw.Label(InstanceFolder.Rankings), mistakes);
        couples = CoupleLists.Build(raw, mistakes);
        supplemental = SupplementalLists.Build(raw, primary, couples, mistakes);
        reversions = ReversionLists.Build(raw, mistakes);
        entries = new ListEntry[primary.Rows.Length];
        pairs = new PairEntry[couples.Pairs.Count];
        supplementalEntries = new ListEntry[supplemental.Lists.Rows.Length];
    }

    /// <summary>The instance; throws every mistake found, by the reader too.</summary>
    /// <exception cref="UserErrorException">There was a mistake.</exception>
    public static NamedInstance Build(RawInstance raw, MistakeList mistakes)
    {
        var builder = new InstanceBuilder(raw, mistakes);
        mistakes.ThrowIfAny();
        return builder.Join();
    }

    private void CheckEmptyLists(MistakeList mistakes)
    {
        var declared = new Dictionary<int, int>();
        foreach (ListRow row in raw.EmptyLists)
        {
            string label = raw.Label(InstanceFolder.Applicants);
            if (!declared.TryAdd(row.Owner, row.Line))
                mistakes.Add($"applicant {Say.Quote(raw.Applicants[row.Owner])} again", $"once, as in line {declared[row.Owner]}", label, row.Line);
            else if (primary.Of(row.Owner) is { IsEmpty: false } list)
                mistakes.Add($"an empty list of applicant {Say.Quote(raw.Applicants[row.Owner])}", $"one or the other: line {list[0].Line} has an entry of it", label, row.Line);
        }
    }

    private NamedInstance Join()
    {
        int[] pairOffsets = Offsets(couples.Pairs.Select(pair => pair.Couple), raw.Couples.Count);
        int[] linkOffsets = Offsets(supplemental.Links.Select(link => link.Applicant), raw.Applicants.Count);
        var lookup = new ScoreLookup(rankings, raw.Applicants.Count);
        for (int applicant = 0; applicant < raw.Applicants.Count; applicant++)
        {
            lookup.Load(applicant);
            JoinPrimary(applicant, lookup);
            JoinCouple(applicant, lookup, pairOffsets);
            for (int link = linkOffsets[applicant]; link < linkOffsets[applicant + 1]; link++)
                JoinSupplemental(link, lookup);
        }

        dropped.ApplicantDidNotList = rankings.Rows.Length - lookup.Reciprocated;
        return Name(KeepPairs(pairOffsets), linkOffsets);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void JoinPrimary(int applicant, ScoreLookup lookup)
    {
        for (int i = primary.Offsets[applicant]; i < primary.Offsets[applicant + 1]; i++)
        {
            int program = primary.Rows[i].Item;
            entries[i] = new ListEntry(program, lookup.Score(program));
            if (entries[i].Score == MatchInstance.Unranked)
                dropped.ProgramDidNotRank++;
        }
    }

    private void JoinSupplemental(int link, ScoreLookup lookup)
    {
        for (int i = supplemental.Lists.Offsets[link]; i < supplemental.Lists.Offsets[link + 1]; i++)
        {
            int program = supplemental.Lists.Rows[i].Item;
            supplementalEntries[i] = new ListEntry(program, lookup.Score(program));
            if (supplementalEntries[i].Score == MatchInstance.Unranked)
                dropped.SupplementalNotRanked++;
        }
    }

    private void JoinCouple(int applicant, ScoreLookup lookup, int[] pairOffsets)
    {
        int couple = couples.CoupleOf[applicant];
        for (int i = couple < 0 ? 0 : pairOffsets[couple]; couple >= 0 && i < pairOffsets[couple + 1]; i++)
        {
            CoupleRow row = couples.Pairs[i];
            pairs[i] = couples.A[couple] == applicant
                ? pairs[i] with { ProgramA = row.ProgramA, ScoreA = lookup.Score(row.ProgramA) }
                : pairs[i] with { ProgramB = row.ProgramB, ScoreB = lookup.Score(row.ProgramB) };
        }
    }

    /// <summary>Leaves out the pair "both unmatched" and what a couple ranks below it; counts the pairs that stay but
    /// cannot lead to a match.</summary>
    /// <returns>[couple + 1] offsets into the pairs kept, and [pair] their ranks.</returns>
    private (int[] Offsets, PairEntry[] Pairs, int[] Ranks) KeepPairs(int[] offsets)
    {
        HashSet<int> receivers = [.. reversions.Select(reversion => reversion.Receiver)];
        var kept = new List<PairEntry>(pairs.Length);
        var ranks = new List<int>(pairs.Length);
        int[] keptOffsets = new int[offsets.Length];
        for (int couple = 0; couple + 1 < offsets.Length; couple++)
        {
            for (int i = offsets[couple]; i < offsets[couple + 1]; i++)
            {
                PairEntry pair = pairs[i];
                if (pair.ProgramA == MatchInstance.None && pair.ProgramB == MatchInstance.None)
                {
                    dropped.PairBelowUnmatched += offsets[couple + 1] - i - 1;
                    break;
                }

                if ((pair.ProgramA != MatchInstance.None && pair.ScoreA == MatchInstance.Unranked)
                    || (pair.ProgramB != MatchInstance.None && pair.ScoreB == MatchInstance.Unranked))
                    dropped.PairNotRanked++;
                else if (pair.ProgramA == pair.ProgramB && raw.Quotas[pair.ProgramA] < 2 && !receivers.Contains(pair.ProgramA))
                    dropped.PairAtOnePosition++;
                kept.Add(pair);
                ranks.Add(couples.Pairs[i].Rank);
            }

            keptOffsets[couple + 1] = kept.Count;
        }

        return (keptOffsets, [.. kept], [.. ranks]);
    }

    private NamedInstance Name((int[] Offsets, PairEntry[] Pairs, int[] Ranks) joint, int[] linkOffsets)
    {
        var match = new MatchInstance
        {
            ApplicantCount = raw.Applicants.Count,
            ProgramCount = raw.Programs.Count,
            CoupleCount = raw.Couples.Count,
            Quotas = raw.Quotas,
            ListOffsets = primary.Offsets,
            Entries = entries,
            CoupleA = couples.A,
            CoupleB = couples.B,
            PairOffsets = joint.Offsets,
            Pairs = joint.Pairs,
            SupplementalOffsets = raw.HasSupplementalFile ? linkOffsets : [],
            SupplementalLinks = [.. supplemental.Links.Select((link, i) => new SupplementalLink(
                link.AdvancedProgram, supplemental.Lists.Offsets[i], supplemental.Lists.Offsets[i + 1]))],
            SupplementalEntries = supplementalEntries,
            Reversions = reversions,
            Parities = raw.Parities,
        };
        return new NamedInstance(
            match,
            raw.Applicants.ToArray(),
            raw.Programs.ToArray(),
            raw.Couples.ToArray(),
            [.. primary.Rows.Select(row => row.Rank)],
            joint.Ranks,
            [.. supplemental.Lists.Rows.Select(row => row.Rank)],
            dropped);
    }

    /// <summary>[owner + 1] where each owner's items start, given the owners of all items in order.</summary>
    private static int[] Offsets(IEnumerable<int> ownersInOrder, int owners)
    {
        int[] offsets = new int[owners + 1];
        foreach (int owner in ownersInOrder)
            offsets[owner + 1]++;
        for (int owner = 0; owner < owners; owner++)
            offsets[owner + 1] += offsets[owner];
        return offsets;
    }
}
