using System.Runtime.CompilerServices;
using MatchSim.Cli.Shell;
using MatchSim.Engine.Matching;
using static MatchSim.Cli.Files.InstanceFolder;

namespace MatchSim.Cli.Files;

/// <summary>CSV tables → instance with ids resolved. Tables that declare ids are read first, so that every other table
/// can say on which line an unknown id stands.</summary>
/// <remarks>Methods that see every row of the two long tables ask for full optimisation at once, here and in the classes
/// they use: a national folder is read before the tiered compiler would have noticed them.</remarks>
internal sealed class InstanceFolderReader
{
    private const string KnownPrograms = "a program of programs.csv";
    private const string KnownApplicants = "an applicant of applicants.csv or couples.csv";

    private readonly InstanceFolder folder;
    private readonly MistakeList mistakes;
    private readonly RawInstance raw;

    /// <summary>Rows of programs.csv were lost to mistakes: an id unknown elsewhere need not be one more mistake.</summary>
    private bool programsInDoubt;

    /// <summary>The same for applicants.csv and couples.csv.</summary>
    private bool applicantsInDoubt;

    private InstanceFolderReader(InstanceFolder folder, MistakeList mistakes)
    {
        this.folder = folder;
        this.mistakes = mistakes;
        raw = new RawInstance(folder.Label);
    }

    public static RawInstance Read(InstanceFolder folder, MistakeList mistakes)
    {
        var reader = new InstanceFolderReader(folder, mistakes);
        reader.ReadPrograms();
        reader.ReadApplicants();
        reader.ReadCouples();
        reader.raw.OrderApplicantsAndCouples(string.CompareOrdinal);
        reader.ReadRankings();
        reader.ReadSupplemental();
        reader.ReadReversions();
        return reader.raw;
    }

    private void ReadPrograms()
    {
        CsvTable table = Open(Programs, ["program", "quota"], ["parity"]);
        var quotas = new List<int>();
        var parities = new List<Parity>();
        while (table.Next())
        {
            if (!table.IsId(0))
                continue;
            int index = raw.Programs.FindOrAdd(table[0]);
            if (index < quotas.Count)
                mistakes.Add($"program {Say.Quote(table[0])} again", "each program once", raw.Label(Programs), table.Line);
            int quota = table.Number(1, 0, RawInstance.LargestQuota);
            Parity parity = ReadParity(table);
            if (index < quotas.Count)
                continue;
            quotas.Add(quota);
            parities.Add(parity);
        }

        programsInDoubt |= table.LostRecords;
        raw.OrderPrograms(string.CompareOrdinal, [.. quotas], parities.TrueForAll(parity => parity == Parity.Any) ? [] : [.. parities]);
    }

    private Parity ReadParity(in CsvTable table)
    {
        switch (table[2])
        {
            case "any" or "":
                return Parity.Any;
            case "even":
                return Parity.Even;
            case "odd":
                return Parity.Odd;
            default:
                mistakes.Add($"parity {Say.Quote(table[2])}", "any, even or odd", raw.Label(Programs), table.Line);
                return Parity.Any;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadApplicants()
    {
        CsvTable table = Open(Applicants, ["applicant", "rank", "program"], []);
        while (table.Next())
        {
            if (!table.IsId(0))
                continue;
            int applicant = raw.Applicants.FindOrAdd(table[0]);
            if (table[1].IsEmpty && table[2].IsEmpty)
            {
                raw.EmptyLists.Add(new ListRow(applicant, 0, 0, table.Line));
                continue;
            }

            int rank = table.Number(1, 1);
            int program = Program(table, 2, Applicants);
            if (rank > 0 && program >= 0)
                raw.Primary.Add(new ListRow(applicant, rank, program, table.Line));
        }

        applicantsInDoubt |= table.LostRecords;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadRankings()
    {
        CsvTable table = Open(Rankings, ["program", "rank", "applicant"], []);
        while (table.Next())
        {
            int program = Program(table, 0, Rankings);
            int rank = table.Number(1, 1);
            int applicant = Applicant(table, 2, Rankings);
            if (program >= 0 && rank > 0 && applicant >= 0)
                raw.Rankings.Add(new ListRow(program, rank, applicant, table.Line));
        }
    }

    private void ReadCouples()
    {
        if (!folder.Tables.ContainsKey(Couples))
            return;
        CsvTable table = Open(Couples, ["couple", "applicant_a", "applicant_b", "rank", "program_a", "program_b"], []);
        while (table.Next())
        {
            if (!(table.IsId(0) & table.IsId(1) & table.IsId(2)))
                continue;
            bool empty = table[3].IsEmpty && table[4].IsEmpty && table[5].IsEmpty;
            int rank = empty ? 0 : table.Number(3, 1);
            int a = table[4].IsEmpty ? MatchInstance.None : Program(table, 4, Couples);
            int b = table[5].IsEmpty ? MatchInstance.None : Program(table, 5, Couples);
            raw.CoupleRows.Add(new CoupleRow(
                raw.Couples.FindOrAdd(table[0]), raw.Applicants.FindOrAdd(table[1]), raw.Applicants.FindOrAdd(table[2]), rank, a, b, table.Line));
        }

        applicantsInDoubt |= table.LostRecords;
    }

    private void ReadSupplemental()
    {
        raw.HasSupplementalFile = folder.Tables.ContainsKey(Supplemental);
        if (!raw.HasSupplementalFile)
            return;
        CsvTable table = Open(Supplemental, ["applicant", "advanced_program", "rank", "program"], []);
        while (table.Next())
        {
            int applicant = Applicant(table, 0, Supplemental);
            int advanced = Program(table, 1, Supplemental);
            int rank = table.Number(2, 1);
            int program = Program(table, 3, Supplemental);
            if (applicant >= 0 && advanced >= 0 && rank > 0 && program >= 0)
                raw.Supplemental.Add(new SupplementalRow(applicant, advanced, rank, program, table.Line));
        }
    }

    private void ReadReversions()
    {
        if (!folder.Tables.ContainsKey(Reversions))
            return;
        CsvTable table = Open(Reversions, ["donor", "rank", "receiver", "positions"], []);
        while (table.Next())
        {
            int donor = Program(table, 0, Reversions);
            int rank = table.Number(1, 1);
            int receiver = Program(table, 2, Reversions);
            int positions = table.Number(3, 1, RawInstance.LargestQuota);
            if (donor >= 0 && rank > 0 && receiver >= 0 && positions > 0)
                raw.Reversions.Add(new ReversionRow(donor, rank, receiver, positions, table.Line));
        }
    }

    private CsvTable Open(string table, string[] required, string[] optional)
    {
        int before = mistakes.Count;
        ReadOnlyMemory<char> text = default;
        bool present = folder.Tables.TryGetValue(table, out byte[]? bytes);
        if (present)
            text = TextFile.Decode(bytes, raw.Label(table), mistakes);
        programsInDoubt |= table == Programs && (!present || mistakes.Count > before);
        applicantsInDoubt |= table is Applicants or Couples && (!present || mistakes.Count > before);
        if (!present)
            return default;
        return new CsvTable(text.Span, raw.Label(table), required, optional, mistakes);
    }

    private int Program(in CsvTable table, int column, string file) =>
        Known(table, column, file, raw.Programs, "program", programsInDoubt ? null : KnownPrograms);

    private int Applicant(in CsvTable table, int column, string file) =>
        Known(table, column, file, raw.Applicants, "applicant", applicantsInDoubt ? null : KnownApplicants);

    /// <summary>Index of a declared id; otherwise a mistake and −1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Known(in CsvTable table, int column, string file, IdTable ids, string noun, string? allowed)
    {
        if (!table.IsId(column))
            return -1;
        int index = ids.Find(table[column]);
        if (index < 0 && allowed is not null)
            mistakes.Add($"unknown {noun} {Say.Quote(table[column])}", allowed, raw.Label(file), table.Line);
        return index;
    }
}
