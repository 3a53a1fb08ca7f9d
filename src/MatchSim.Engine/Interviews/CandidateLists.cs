using MatchSim.Engine.Markets;

namespace MatchSim.Engine.Interviews;

/// <summary>
/// Per program, the applications that passed its screens, taken best first. Only as much is put in order as is taken.
/// </summary>
internal sealed class CandidateLists(MarketLayout layout)
{
    private const int Stretch = 32;

    private readonly int[] _starts = new int[layout.ProgramCount + 1];
    private readonly int[] _next = new int[layout.ProgramCount];        // [program] next word to take
    private readonly int[] _ordered = new int[layout.ProgramCount];     // [program] end of the words in order
    private ulong[] _words = new ulong[1 << 16];
    private int[] _applicants = new int[1 << 16];     // [application] applicant

    public int ApplicantOf(int application) => _applicants[application];

    /// <summary>Turns the applications round: from by-applicant to by-program.</summary>
    public void Fill(ApplicationGraph graph)
    {
        if (_words.Length < graph.Count)
        {
            _words = new ulong[graph.Program.Length];
            _applicants = new int[graph.Program.Length];
        }

        Array.Clear(_starts);
        for (int i = 0; i < graph.Count; i++)
            _starts[graph.Program[i] + 1]++;
        for (int p = 0; p < _next.Length; p++)
        {
            _starts[p + 1] += _starts[p];
            _next[p] = _starts[p];
        }

        for (int a = 0; a + 1 < graph.Offsets.Length; a++)
        {
            for (int i = graph.Offsets[a]; i < graph.Offsets[a + 1]; i++)
            {
                _applicants[i] = a;
                _words[_next[graph.Program[i]]++] = SortableFloat.Word(graph.Score[i], i);
            }
        }

        Array.Copy(_starts, _next, _next.Length);
        Array.Copy(_starts, _ordered, _ordered.Length);
    }

    /// <summary>The best <paramref name="count"/> candidates not taken before, in no particular order; fewer at the end
    /// of the list.</summary>
    /// <remarks>The first wave takes hundreds, which need only be separated from the rest; later ones take one or two,
    /// so a stretch is sorted ahead for them.</remarks>
    public ReadOnlySpan<ulong> Take(int program, int count)
    {
        int start = _next[program];
        Span<ulong> rest = _words.AsSpan(start, _starts[program + 1] - start);
        count = Math.Min(count, rest.Length);
        if (start + count > _ordered[program])
            OrderAhead(program, rest, start == _starts[program] ? count : Math.Min(rest.Length, Math.Max(count, Stretch)));
        _next[program] = start + count;
        return rest[..count];
    }

    private void OrderAhead(int program, Span<ulong> rest, int count)
    {
        LargestFirst.Partition(rest, count);
        if (_next[program] > _starts[program])
        {
            rest[..count].Sort();
            rest[..count].Reverse();
        }

        _ordered[program] = _next[program] + count;
    }
}
