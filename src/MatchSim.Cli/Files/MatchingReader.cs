using MatchSim.Cli.Shell;
using MatchSim.Engine.Matching;

namespace MatchSim.Cli.Files;

/// <summary>Matching file, either form → matching. Whether it is feasible and stable is not a matter of reading.</summary>
internal sealed class MatchingReader
{
    private readonly NamedInstance instance;
    private readonly string label;
    private readonly MistakeList mistakes;
    private readonly IdTable applicants = new();
    private readonly IdTable programs = new();

    /// <summary>[applicant] line on which the applicant stands; 0 = not yet.</summary>
    private readonly int[] lines;

    /// <summary>[applicant] rank as written in the file; 0 = not given.</summary>
    private readonly int[] ranks;

    private readonly int[] matched;
    private readonly int[] supplemental;

    private MatchingReader(NamedInstance instance, string label, MistakeList mistakes)
    {
        this.instance = instance;
        this.label = label;
        this.mistakes = mistakes;
        foreach (string id in instance.Applicants)
            applicants.FindOrAdd(id);
        foreach (string id in instance.Programs)
            programs.FindOrAdd(id);
        lines = new int[applicants.Count];
        ranks = new int[applicants.Count];
        matched = new int[applicants.Count];
        supplemental = new int[instance.HasSupplemental ? applicants.Count : 0];
        Array.Fill(matched, MatchInstance.None);
        Array.Fill(supplemental, MatchInstance.None);
    }

    /// <exception cref="UserErrorException">Every mistake in the file.</exception>
    public static NamedMatching Read(string path, NamedInstance instance)
    {
        var found = new MistakeList();
        byte[] bytes = TextFile.Load(path, path, found) ?? [];
        found.ThrowIfAny();
        return Read(bytes, path, instance, found);
    }

    public static NamedMatching Read(byte[] bytes, string label, NamedInstance instance, MistakeList mistakes)
    {
        ReadOnlySpan<char> text = TextFile.Decode(bytes, label, mistakes).Span;
        var reader = new MatchingReader(instance, label, mistakes);
        ReadOnlySpan<char> start = text.TrimStart();
        if (MatchingWriter.IsText(label) || start.StartsWith("m ") || start.StartsWith("r ") || start.StartsWith("#"))
            reader.ReadText(text);
        else
            reader.ReadCsv(text);
        mistakes.ThrowIfAny();
        var matching = new NamedMatching(reader.matched, reader.supplemental);
        reader.CheckRanks(matching);
        mistakes.ThrowIfAny();
        return matching;
    }

    private void ReadCsv(ReadOnlySpan<char> text)
    {
        var table = new CsvTable(
            text, label, ["applicant", "program"], ["rank_obtained", "supplemental_program", "supplemental_rank"], mistakes);
        while (table.Next())
        {
            if (!table.IsId(0))
                continue;
            int applicant = Claim(table[0], table.Line);
            int program = Program(table[1], "", table.Line);
            int rank = table[2].IsEmpty ? 0 : table.Number(2, 1);
            int other = Program(table[3], "", table.Line);
            if (other != MatchInstance.None && supplemental.Length == 0)
                mistakes.Add($"supplemental program {Say.Quote(table[3])}", "none: the instance has no supplemental lists", label, table.Line);
            if (applicant < 0)
                continue;
            (matched[applicant], ranks[applicant]) = (program, rank);
            if (supplemental.Length > 0)
                supplemental[applicant] = other;
        }

        for (int applicant = 0; applicant < lines.Length && !table.LostRecords; applicant++)
        {
            if (lines[applicant] == 0)
                mistakes.Add($"no record of applicant {Say.Quote(instance.Applicants[applicant])}", "one record for each applicant, with an empty program if unmatched", label);
        }
    }

    private void ReadText(ReadOnlySpan<char> text)
    {
        bool failed = false;
        bool empty = true;
        foreach (RcpLine line in RcpLine.Split(text, "mr", label, mistakes))
        {
            empty = false;
            if (line.Kind == 'm')
            {
                if (line.Numbers is not [0 or 1])
                    mistakes.Add("an m line that says neither", "m 1 (a matching follows) or m 0 (none was found)", label, line.Line);
                failed |= line.Numbers is [0];
                continue;
            }

            if (!line.HasAtLeast(2, "r rid pid", label, mistakes))
                continue;
            if (line.Numbers.Length > 2)
                mistakes.Add($"r line with {line.Numbers.Length} numbers", "r rid pid", label, line.Line);
            int applicant = Claim(line.Text(0), line.Line);
            int program = Program(line.Text(1), "-1", line.Line);
            if (applicant >= 0)
                matched[applicant] = program;
        }

        if (empty || (failed && Array.TrueForAll(lines, line => line == 0)))
            mistakes.Add(failed ? "m 0: no matching was found" : "neither m nor r line", "a matching to check", label);
    }

    private int Claim(ReadOnlySpan<char> id, int line)
    {
        int applicant = applicants.Find(id);
        if (applicant < 0)
            mistakes.Add($"unknown applicant {Say.Quote(id)}", "an applicant of the instance", label, line);
        else if (lines[applicant] > 0)
            mistakes.Add($"applicant {Say.Quote(id)} again", $"once, as in line {lines[applicant]}", label, line);
        else
            lines[applicant] = line;
        return applicant;
    }

    private int Program(ReadOnlySpan<char> id, string none, int line)
    {
        if (id.SequenceEqual(none) || id.IsEmpty)
            return MatchInstance.None;
        int program = programs.Find(id);
        if (program < 0)
            mistakes.Add($"unknown program {Say.Quote(id)}", "a program of the instance, or none", label, line);
        return program;
    }

    /// <summary>A rank that contradicts the lists means that file and instance do not belong together.</summary>
    private void CheckRanks(NamedMatching matching)
    {
        int[] right = matching.RanksObtained(instance);
        for (int applicant = 0; applicant < right.Length; applicant++)
        {
            if (ranks[applicant] != 0 && right[applicant] != 0 && ranks[applicant] != right[applicant])
                mistakes.Add($"rank_obtained {ranks[applicant]}", $"{right[applicant]}, the rank on the list, or nothing", label, lines[applicant]);
        }
    }
}
