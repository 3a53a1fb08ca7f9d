using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MatchSim.Engine.Markets;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Interviews;

/// <summary>
/// Programs read what was sent to them. First the screens, sixteen programs of a group and sixteen files at a time; then those
/// that are left get a score (<see cref="ProgramScore"/>).
/// </summary>
internal sealed class ProgramReading(MarketLayout layout, ProgramAppeal appeal)
{
    private readonly Screens _screens = new(layout);
    private readonly ProgramScore _score = new(layout, appeal);
    private readonly Gate[] _gates = new Gate[LaneLayout.Width];      // [program of the sixteen]
    private Market? _market;

    /// <summary>What the programs read last have on their desks.</summary>
    public CandidateColumns Columns { get; } = new();

    /// <summary>Prepares what all programs of a market share.</summary>
    public void Prepare(Market market)
    {
        _market = market;
        _screens.Prepare(market);
    }

    /// <summary>Reads for the programs of one block of a group.</summary>
    public void ReadBlock(ApplicationGraph graph, int group, int block)
    {
        ProgramGroup programs = layout.Groups[group];
        int first = programs.Start + (block * LaneLayout.Width);
        Read(graph, group, first, 0, Math.Min(programs.End - first, LaneLayout.Width) - 1);
    }

    /// <summary>Reads for one program alone.</summary>
    /// <returns>Its place among the lists of <see cref="Columns"/>.</returns>
    public int ReadOne(ApplicationGraph graph, int program)
    {
        int lane = layout.MemberOf(program) % LaneLayout.Width;
        Read(graph, layout.ProgramGroups[program], program - lane, lane, lane);
        return lane;
    }

    private void Read(ApplicationGraph graph, int group, int first, int low, int high)
    {
        Audience audience = graph.Audience;
        Columns.Open(audience.StartOf(group + 1) - audience.StartOf(group));
        Span<int> before = stackalloc int[LaneLayout.Width];
        for (int type = 0; type < MarketLayout.TypeCount; type++)
        {
            (int start, int end) = audience.RowsOf(group, (ApplicantType)type);
            if (start == end)
                continue;
            Columns.Count.CopyTo(before);
            for (int lane = low; lane <= high; lane++)
                _gates[lane] = new Gate(_screens.CutoffFor(first + lane, type), _screens.PolicyOf(first + lane));
            Screen(graph, group, first - layout.Groups[group].Start, start, end, low, high);
            for (int lane = low; lane <= high; lane++)
            {
                if (Columns.Count[lane] > before[lane])
                    _score.Add(graph.Files, Columns, lane, before[lane], Desk(first + lane, type, group));
            }
        }
    }

    /// <summary>Appends the rows that pass to the lists.</summary>
    private void Screen(ApplicationGraph graph, int group, int member, int start, int end, int low, int high)
    {
        ref ushort words = ref MemoryMarshal.GetArrayDataReference(graph.Bits.Sent);
        ref int lists = ref MemoryMarshal.GetArrayDataReference(Columns.Store.Applicant);
        ref int counts = ref MemoryMarshal.GetArrayDataReference(Columns.Count);
        ref Gate gates = ref MemoryMarshal.GetArrayDataReference(_gates);
        int stride = Columns.StartOf(1);
        int word = graph.Bits.WordOf(group, start) + (member / LaneLayout.Width * graph.Bits.Stride(group));
        for (int row = start; row < end; row += LaneLayout.Width, word += LaneLayout.Width)
        {
            Vector256<ushort> sent = Vector256.LoadUnsafe(ref words, (nuint)word);
            if (sent == Vector256<ushort>.Zero)
                continue;
            Vector512<int> bits = Vector512.WidenLower(sent.ToVector512Unsafe()).AsInt32() << (31 - high);
            Vector512<float> rows = (Lanes.Indices + Vector512.Create(row)).AsSingle();
            ref float step2 = ref graph.Files.Step2(0, row);
            nint room = graph.Files.Room;
            for (int lane = high; lane >= low; lane--)
            {
                // Not sent = not a number, which no cut-off admits.
                Vector512<int> sentHere = bits >> 31;
                bits += bits;
                ref Gate gate = ref Unsafe.Add(ref gates, lane);
                Vector512<float> score = (Vector512.LoadUnsafe(ref step2, (nuint)(gate.Policy * room)).AsInt32() | ~sentHere).AsSingle();
                Vector512<float> passes = Vector512.GreaterThanOrEqual(score, Vector512.Create(gate.Cutoff));
                ulong passing = passes.ExtractMostSignificantBits();
                ref int count = ref Unsafe.Add(ref counts, lane);
                Lanes.Compress(passes, passing, rows, ref Unsafe.As<int, float>(ref Unsafe.Add(ref lists, (lane * stride) + count)));
                count += BitOperations.PopCount(passing);
            }
        }
    }

    private ProgramDesk Desk(int program, int type, int group) => new()
    {
        Program = program,
        Member = layout.MemberOf(program),
        Standing = _screens.StandingOf(program, type),
        Region = _market!.Programs.Region[program],
        Dents = _screens.Dents(program),
        Common = appeal.CommonOf(program),
        Signals = _score.HasSignals(group),
    };

    private readonly record struct Gate(float Cutoff, int Policy);
}
