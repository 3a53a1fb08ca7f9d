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
        for (int lane = low; lane <= high; lane++)
            _gates[lane] = GateOf(first + lane, lane, graph.Files);
        for (int type = 0; type < MarketLayout.TypeCount; type++)
        {
            (int start, int end) = audience.RowsOf(group, (ApplicantType)type);
            for (int lane = low; lane <= high; lane++)
                _gates[lane].Cutoff = _screens.CutoffFor(first + lane, type);
            Screen(graph, group, first - layout.Groups[group].Start, start, end, low, high);
        }

        for (int lane = low; lane <= high; lane++)
        {
            Columns.Count[lane] = (int)_gates[lane].End - Columns.StartOf(lane);
            _score.Add(graph.Files, Columns, lane, Desk(first + lane, group));
        }
    }

    /// <summary>Appends the rows that pass to the lists.</summary>
    private void Screen(ApplicationGraph graph, int group, int member, int start, int end, int low, int high)
    {
        ref ushort words = ref graph.Bits.Sent[graph.Bits.WordOf(group, start) + (member / LaneLayout.Width * graph.Bits.Stride(group))];
        ref float step2 = ref graph.Files.Step2(0, start);
        ref int lists = ref Columns.Store.Applicant[0];
        ref Gate gates = ref MemoryMarshal.GetArrayDataReference(_gates);
        Vector512<int> rows = Lanes.Indices + Vector512.Create(start);
        for (nint tile = 0; tile < end - start; tile += LaneLayout.Width, rows += Vector512.Create(LaneLayout.Width))
        {
            Vector256<ushort> sent = Vector256.LoadUnsafe(ref words, (nuint)tile);
            if (sent == Vector256<ushort>.Zero)
                continue;
            Vector512<int> bits = Vector512.WidenLower(sent.ToVector512Unsafe()).AsInt32() << (31 - high);
            ref float scores = ref Unsafe.Add(ref step2, tile);
            for (nint lane = high; lane >= low; lane--)
            {
                // Not sent = not a number, which no cut-off admits.
                Vector512<int> sentHere = bits >> 31;
                bits += bits;
                ref Gate gate = ref Unsafe.Add(ref gates, lane);
                Vector512<float> score = (Vector512.LoadUnsafe(ref scores, gate.Scores).AsInt32() | ~sentHere).AsSingle();
                Vector512<float> passes = Vector512.GreaterThanOrEqual(score, Vector512.Create(gate.Cutoff));
                ulong passing = passes.ExtractMostSignificantBits();
                Lanes.Compress(passes, passing, rows.AsSingle(), ref Unsafe.As<int, float>(ref Unsafe.Add(ref lists, gate.End)));
                gate.End += BitOperations.PopCount(passing);
            }
        }
    }

    private ProgramDesk Desk(int program, int group) => new()
    {
        Program = program,
        Member = layout.MemberOf(program),
        Standings = _screens.StandingsOf(program),
        Region = _market!.Programs.Region[program],
        Common = appeal.CommonOf(program),
        Signals = _score.HasSignals(group),
    };

    private Gate GateOf(int program, int lane, ApplicantFiles files) => new()
    {
        Scores = (nuint)(_screens.PolicyOf(program) * files.Room),
        End = Columns.StartOf(lane),
    };

    /// <summary>Who passes the screens of one program, and where they are written.</summary>
    private struct Gate
    {
        public float Cutoff;

        /// <summary>From the scores of policy 0 to those of the program's policy.</summary>
        public nuint Scores;

        /// <summary>Behind the last row of the list.</summary>
        public nint End;
    }
}
