using MatchSim.Engine.Markets;

namespace MatchSim.Engine.Interviews;

/// <summary>
/// Per program, the applications that passed its screens, taken best first. Only as much is put in order as is taken.
/// </summary>
internal sealed class CandidateLists(MarketLayout layout)
{
    private readonly int[] _starts = new int[layout.ProgramCount + 1];
    private readonly int[] _next = new int[layout.ProgramCount];
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
    }

    /// <summary>The best <paramref name="count"/> candidates not taken before, in no particular order; fewer at the end
    /// of the list.</summary>
    public ReadOnlySpan<ulong> Take(int program, int count)
    {
        int start = _next[program];
        Span<ulong> rest = _words.AsSpan(start, _starts[program + 1] - start);
        count = Math.Min(count, rest.Length);
        LargestFirst.Partition(rest, count);
        _next[program] = start + count;
        return rest[..count];
    }
}
