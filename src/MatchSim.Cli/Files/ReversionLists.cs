using MatchSim.Cli.Shell;
using MatchSim.Engine.Matching;

namespace MatchSim.Cli.Files;

/// <summary>Rows of reversions.csv → the engine's reversions: by donor, receivers in rank order, no circles.</summary>
internal static class ReversionLists
{
    public static Reversion[] Build(RawInstance raw, MistakeList mistakes)
    {
        string label = raw.Label(InstanceFolder.Reversions);
        raw.Reversions.Sort(static (x, y) =>
            x.Donor != y.Donor ? x.Donor.CompareTo(y.Donor) : x.Rank != y.Rank ? x.Rank.CompareTo(y.Rank) : x.Line.CompareTo(y.Line));
        var seen = new Dictionary<(int Donor, int Receiver), int>();
        for (int i = 0; i < raw.Reversions.Count; i++)
        {
            ReversionRow row = raw.Reversions[i];
            string donor = Say.Quote(raw.Programs[row.Donor]);
            if (!seen.TryAdd((row.Donor, row.Receiver), row.Line))
                mistakes.Add($"receiver {Say.Quote(raw.Programs[row.Receiver])} of donor {donor} again", $"once, as in line {seen[(row.Donor, row.Receiver)]}", label, row.Line);
            else if (i > 0 && raw.Reversions[i - 1].Donor == row.Donor && raw.Reversions[i - 1].Rank == row.Rank)
                mistakes.Add($"rank {row.Rank} again for donor {donor}", $"each rank once; line {raw.Reversions[i - 1].Line} has it too", label, row.Line);
        }

        ReportCircles(raw, label, mistakes);
        return [.. raw.Reversions.Select(row => new Reversion(row.Donor, row.Receiver, row.Positions))];
    }

    /// <summary>Closes donors all of whose receivers are closed, until none is left: what stays open goes in circles.</summary>
    private static void ReportCircles(RawInstance raw, string label, MistakeList mistakes)
    {
        ILookup<int, ReversionRow> rowsOf = raw.Reversions.ToLookup(row => row.Donor);
        ILookup<int, int> donorsTo = raw.Reversions.ToLookup(row => row.Receiver, row => row.Donor);
        Dictionary<int, int> openReceivers = rowsOf.ToDictionary(rows => rows.Key, rows => rows.Count());
        var closing = new Queue<int>(donorsTo.Select(donors => donors.Key).Where(program => !openReceivers.ContainsKey(program)));
        while (true)
        {
            while (closing.TryDequeue(out int closed))
            {
                foreach (int donor in donorsTo[closed])
                {
                    if (openReceivers.TryGetValue(donor, out int open) && (openReceivers[donor] = open - 1) == 0 && openReceivers.Remove(donor))
                        closing.Enqueue(donor);
                }
            }

            if (openReceivers.Count == 0)
                return;
            List<ReversionRow> circle = Follow(rowsOf, openReceivers);
            string path = string.Join(" → ", circle.Append(circle[0]).Select(row => Say.Quote(raw.Programs[row.Donor])));
            mistakes.Add($"reversions in a circle, {path}", "positions that cannot come back to their donor", label, circle.Max(row => row.Line));
            foreach (ReversionRow row in circle.Where(row => openReceivers.Remove(row.Donor)))
                closing.Enqueue(row.Donor);
        }
    }

    /// <summary>One circle: from the first open donor, always on to its first open receiver.</summary>
    private static List<ReversionRow> Follow(ILookup<int, ReversionRow> rowsOf, Dictionary<int, int> open)
    {
        var path = new List<ReversionRow>();
        var placeOf = new Dictionary<int, int>();
        int donor = open.Keys.Min();
        while (placeOf.TryAdd(donor, path.Count))
        {
            path.Add(rowsOf[donor].First(row => open.ContainsKey(row.Receiver)));
            donor = path[^1].Receiver;
        }

        return path[placeOf[donor]..];
    }
}
