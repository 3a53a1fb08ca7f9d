using MatchSim.Cli.Shell;
using MatchSim.Engine.Matching;

namespace MatchSim.Cli.Files;

/// <summary>r/c/p text → instance with ids resolved. Lines may stand in any order, so ids are declared in a first
/// pass and lists read in a second.</summary>
internal sealed class RcpReader
{
    private readonly string label;
    private readonly MistakeList mistakes;
    private readonly RawInstance raw;
    private readonly List<RcpLine> lines;

    private RcpReader(ReadOnlyMemory<char> text, string label, MistakeList mistakes)
    {
        this.label = label;
        this.mistakes = mistakes;
        raw = new RawInstance(_ => label);
        lines = RcpLine.Split(text.Span, "rcp", label, mistakes);
    }

    public static RawInstance Read(byte[] bytes, string label, MistakeList mistakes)
    {
        var reader = new RcpReader(TextFile.Decode(bytes, label, mistakes), label, mistakes);
        if (reader.lines.Count == 0 && mistakes.Count == 0)
            mistakes.Add("no r, c or p line", "an instance in the r/c/p text format", label);
        reader.DeclarePrograms();
        reader.DeclareApplicants();
        reader.raw.OrderApplicantsAndCouples(IdTable.CompareNumbers);
        reader.ReadLists();
        return reader.raw;
    }

    private void DeclarePrograms()
    {
        var quotas = new List<int>();
        foreach (RcpLine line in lines.Where(line => line.Kind == 'p' && line.HasAtLeast(2, "p pid quota rol", label, mistakes)))
        {
            int index = Declare(raw.Programs, line, 0, "program");
            if (line.Numbers[1] is < 0 or > RawInstance.LargestQuota)
                mistakes.Add($"quota {line.Numbers[1]}", $"a whole number from 0 to {RawInstance.LargestQuota}", label, line.Line);
            if (index == quotas.Count)
                quotas.Add((int)Math.Clamp(line.Numbers[1], 0, RawInstance.LargestQuota));
        }

        raw.OrderPrograms(IdTable.CompareNumbers, [.. quotas], []);
    }

    private void DeclareApplicants()
    {
        foreach (RcpLine line in lines.Where(line => line.Kind == 'r' && line.HasAtLeast(1, "r rid rol", label, mistakes)))
            Declare(raw.Applicants, line, 0, "applicant");
        foreach (RcpLine line in lines.Where(line => line.Kind == 'c' && line.HasAtLeast(3, "c cid rid1 rid2 pairs", label, mistakes)))
        {
            int couple = Declare(raw.Couples, line, 0, "couple");
            if (line.Numbers.Length % 2 == 0)
                mistakes.Add("half a pair at the end of a couple's list", "two programs a pair, -1 for none", label, line.Line);
            int a = Member(line, 1);
            int b = Member(line, 2);
            if (couple < 0 || a < 0 || b < 0)
                continue;
            if (line.Numbers.Length < 5)
                raw.CoupleRows.Add(new CoupleRow(couple, a, b, 0, MatchInstance.None, MatchInstance.None, line.Line));
            for (int pair = 3; pair + 1 < line.Numbers.Length; pair += 2)
                raw.CoupleRows.Add(new CoupleRow(couple, a, b, (pair - 1) / 2, Half(line, pair), Half(line, pair + 1), line.Line));
        }
    }

    private void ReadLists()
    {
        foreach (RcpLine line in lines.Where(line => line.Kind is 'r' or 'p'))
        {
            (IdTable owners, IdTable items, List<ListRow> rows, string noun, int first) = line.Kind == 'r'
                ? (raw.Applicants, raw.Programs, raw.Primary, "program", 1)
                : (raw.Programs, raw.Applicants, raw.Rankings, "applicant", 2);
            int owner = line.Numbers.Length < first ? -1 : owners.Find(line.Text(0));
            for (int i = first; owner >= 0 && i < line.Numbers.Length; i++)
            {
                int item = Known(items, line, i, noun);
                if (item >= 0)
                    rows.Add(new ListRow(owner, i - first + 1, item, line.Line));
            }

            if (owner >= 0 && line.Kind == 'r' && line.Numbers.Length == first)
                raw.EmptyLists.Add(new ListRow(owner, 0, 0, line.Line));
        }
    }

    /// <summary>Index of the id that the line declares; declared before, or negative = a mistake and −1.</summary>
    private int Declare(IdTable ids, RcpLine line, int field, string noun)
    {
        int before = ids.Count;
        int index = line.Numbers[field] < 0 ? -1 : ids.FindOrAdd(line.Text(field));
        if (index == before)
            return index;
        mistakes.Add(
            index < 0 ? $"{noun} id {line.Numbers[field]}" : $"{noun} {line.Numbers[field]} again",
            index < 0 ? "ids of at least 0" : $"one line for each {noun}",
            label,
            line.Line);
        return -1;
    }

    /// <summary>A couple's member; whether somebody is in two couples or also has an r line is checked for both formats
    /// alike, later.</summary>
    private int Member(RcpLine line, int field)
    {
        if (line.Numbers[field] >= 0)
            return raw.Applicants.FindOrAdd(line.Text(field));
        mistakes.Add($"applicant id {line.Numbers[field]}", "ids of at least 0", label, line.Line);
        return -1;
    }

    private int Half(RcpLine line, int field) =>
        line.Numbers[field] == -1 ? MatchInstance.None : Known(raw.Programs, line, field, "program");

    private int Known(IdTable ids, RcpLine line, int field, string noun)
    {
        int index = ids.Find(line.Text(field));
        if (index < 0)
            mistakes.Add($"unknown {noun} {line.Numbers[field]}", noun == "program" ? "a program with a p line" : "an applicant with an r or c line", label, line.Line);
        return index;
    }
}
